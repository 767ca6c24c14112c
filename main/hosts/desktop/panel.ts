import type { BrowserWindow } from 'electron';
import type { DesktopHostSide } from '../../core/desktop/open-desk.ts';
import { openPanelWindow, type WindowClass } from './windows.ts';

/** The panel's window through its life: opened, closed, opened again, reloaded after its process ended. */
export const createPanel = (options: {
  readonly Window: WindowClass;
  readonly preload: string;
  readonly devTools: boolean;
  readonly icon: string;
  readonly host: () => DesktopHostSide | undefined;
  readonly popup: (items: ReturnType<DesktopHostSide['contextMenu']>, window: BrowserWindow) => void;
  readonly onPage: (contents: BrowserWindow['webContents']) => void;
  readonly isQuitting: () => boolean;
  readonly quit: () => void;
}) => {
  const { host } = options;
  let window: BrowserWindow | undefined;
  let hidden = false;
  let badge: ((window: BrowserWindow) => void) | undefined;

  const watch = (made: BrowserWindow, desk: DesktopHostSide) => {
    const { webContents } = made;
    made.on('unresponsive', () => desk.panel.hung(true));
    made.on('responsive', () => desk.panel.hung(false));
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') desk.panel.gone(reason);
    });
    webContents.on('context-menu', (_event, clicked) => options.popup(desk.contextMenu(clicked), made));
    made.once('closed', () => {
      if (window === made) window = undefined;
      if (!options.isQuitting() && desk.panel.closed() === 'quit') options.quit();
    });
  };

  const open = () => {
    const desk = host();
    if (desk === undefined) return;
    window = openPanelWindow({ ...options, place: desk.place });
    window.setContentProtection(hidden);
    badge?.(window);
    options.onPage(window.webContents);
    watch(window, desk);
  };

  return {
    show: () => {
      if (window === undefined) open();
      if (window === undefined) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    open,
    reload: () => window?.webContents.reload(),
    kill: () => window?.webContents.forcefullyCrashRenderer(),
    hide: () => {
      if (window?.isFullScreen() !== true) return window?.hide();
      // On macOS a full-screen window that is hidden leaves a black screen.
      window.once('leave-full-screen', () => window?.hide());
      window.setFullScreen(false);
    },
    hideFromCapture: (on: boolean) => {
      hidden = on;
      window?.setContentProtection(on);
    },
    setBadge: (next: (window: BrowserWindow) => void) => {
      badge = next;
      if (window !== undefined) next(window);
    },
  };
};
export type Panel = ReturnType<typeof createPanel>;
