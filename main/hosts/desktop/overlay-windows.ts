import type { BrowserWindow, Screen } from 'electron';
import type { PlacedWindow, PlacedWindowChange, PlacedWindowPort } from '../../core/ports.ts';
import { displaysNow } from './displays.ts';
import { overlayWindowOptions } from './overlay-window.ts';
import type { WindowClass } from './windows.ts';

type Listener = Parameters<PlacedWindowPort['listen']>[0];

const keepOnTop = (window: BrowserWindow, onTop: boolean) =>
  onTop ? window.setAlwaysOnTop(true, 'screen-saver') : window.setAlwaysOnTop(false);

/**
 * Overlays' windows under Electron: does what the core says, and tells what happens to them. Where the mouse goes to what
 * lies below, its moves are not forwarded: on Windows that is a hook through which every program's mouse would wait for us.
 */
export const createOverlayWindowPort = (options: {
  readonly Window: WindowClass;
  readonly screen: Screen;
  readonly preload: string;
  readonly devTools: boolean;
  /** A window's page was made: whoever carries its messages takes it from here. */
  readonly onPage: (overlayId: string, contents: BrowserWindow['webContents']) => void;
}): PlacedWindowPort => {
  const { Window, screen, preload, devTools } = options;
  const windows = new Map<string, BrowserWindow>();
  let listener: Listener | undefined;

  const watch = (overlayId: string, window: BrowserWindow) => {
    const { webContents } = window;
    // The title is what OBS finds the window by; a page may not change it, nor move or close its window.
    window.on('page-title-updated', (event) => event.preventDefault());
    webContents.on('content-bounds-updated', (event) => event.preventDefault());
    // A minimised window is a frozen or an empty picture; some desktops minimise whatever they are asked to.
    window.on('minimize', () => window.restore());
    window.on('move', () => listener?.moved(overlayId, window.getBounds()));
    window.on('unresponsive', () => listener?.hung(overlayId, true));
    window.on('responsive', () => listener?.hung(overlayId, false));
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') listener?.gone(overlayId);
    });
    window.once('ready-to-show', () => window.showInactive());
    window.once('closed', () => {
      if (windows.get(overlayId) !== window) return;
      windows.delete(overlayId);
      listener?.closed(overlayId);
    });
  };

  const open = (spec: PlacedWindow) => {
    const window = new Window(overlayWindowOptions(spec, { preload, devTools }));
    windows.set(spec.overlayId, window);
    keepOnTop(window, spec.alwaysOnTop);
    window.setIgnoreMouseEvents(spec.clickThrough);
    watch(spec.overlayId, window);
    options.onPage(spec.overlayId, window.webContents);
    void window.loadURL(spec.url);
  };

  const change = (window: BrowserWindow, { url, bounds, alwaysOnTop, clickThrough }: PlacedWindowChange) => {
    if (bounds !== undefined) window.setBounds(bounds);
    if (alwaysOnTop !== undefined) keepOnTop(window, alwaysOnTop);
    if (clickThrough !== undefined) window.setIgnoreMouseEvents(clickThrough);
    if (url !== undefined) void window.loadURL(url);
  };

  return {
    open,
    change: (overlayId, what) => {
      const window = windows.get(overlayId);
      if (window !== undefined) change(window, what);
    },
    reload: (overlayId) => windows.get(overlayId)?.webContents.reload(),
    kill: (overlayId) => windows.get(overlayId)?.webContents.forcefullyCrashRenderer(),
    close: (overlayId) => {
      const window = windows.get(overlayId);
      windows.delete(overlayId);
      window?.destroy();
    },
    displays: () => displaysNow(screen),
    listen: (next) => {
      listener = next;
      screen.on('display-added', next.displays);
      screen.on('display-removed', next.displays);
      screen.on('display-metrics-changed', next.displays);
    },
  };
};
