import { contextBridge } from 'electron';

// The overlay window shows the same page as OBS's browser source and talks over the overlay server's own socket, which
// takes receipts and nothing else. So this window is given no way to call the main process at all.
contextBridge.exposeInMainWorld('livedeckOverlayWindow', true);
