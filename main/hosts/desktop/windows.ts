import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { PanelPlace } from '../../core/desktop/panel-place.ts';
import { APP_ORIGIN } from './security.ts';

export type WindowClass = new (options: BrowserWindowConstructorOptions) => BrowserWindow;

/** What every window of ours has, whatever it shows (Electron security 2, 3, 4, 6, 8, 9, 10, 11). */
export const safePreferences = (options: {
  readonly preload: string;
  readonly devTools: boolean;
}): NonNullable<BrowserWindowConstructorOptions['webPreferences']> => ({
  preload: options.preload,
  devTools: options.devTools,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  // A live console may not be slowed down behind a game or OBS; on macOS a transparent overlay above would else
  // mark it as hidden (obs-electron-performance 1.2).
  backgroundThrottling: false,
});

/** The panel's window, where it was last. */
export const openPanelWindow = (options: {
  readonly Window: WindowClass;
  readonly preload: string;
  readonly devTools: boolean;
  readonly icon?: string;
  readonly place: Pick<PanelPlace, 'get' | 'moved'>;
}): BrowserWindow => {
  const { bounds, maximized } = options.place.get();
  const window = new options.Window({
    title: 'Livedeck',
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: '#0e1013',
    autoHideMenuBar: true,
    ...(options.icon !== undefined && { icon: options.icon }),
    webPreferences: safePreferences(options),
  });
  if (maximized) window.maximize();
  const moved = () => options.place.moved(window.getNormalBounds(), window.isMaximized());
  window.on('resize', moved);
  window.on('move', moved);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
};
