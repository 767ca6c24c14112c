import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { APP_ORIGIN } from './security.ts';

type WindowClass = new (options: BrowserWindowConstructorOptions) => BrowserWindow;

/** What every window of ours has, whatever it shows (Electron security 2, 3, 4, 6, 8, 9, 10). */
export const safePreferences = (
  preload: string,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  // A live console may not be slowed down behind a game or OBS; on macOS a transparent overlay above would else
  // mark it as hidden (obs-electron-performance 1.2).
  backgroundThrottling: false,
});

export const openPanelWindow = (options: {
  readonly Window: WindowClass;
  readonly preload: string;
}): BrowserWindow => {
  const window = new options.Window({
    title: 'Livedeck',
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: '#0e1013',
    autoHideMenuBar: true,
    webPreferences: safePreferences(options.preload),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
};
