import { contextBridge, ipcRenderer } from 'electron';
import type { OverlayBridge } from '../main/contract/panel-wire.ts';

// The overlay's window shows the same page as OBS's browser source and gets its picture over the overlay server's own
// socket. This is only for the window itself: it hears when to show its frame, and confirms.
const bridge: OverlayBridge = {
  confirm: (framed) => {
    void ipcRenderer.invoke('livedeck:overlay-confirm', framed);
  },
  onArrange: (listener) => {
    const heard = (_event: unknown, on: unknown) => listener(on === true);
    ipcRenderer.on('livedeck:overlay-arrange', heard);
    return () => {
      ipcRenderer.off('livedeck:overlay-arrange', heard);
    };
  },
};

contextBridge.exposeInMainWorld('livedeckOverlay', bridge);
