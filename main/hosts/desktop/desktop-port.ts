import type { BrowserWindow, Tray } from 'electron';
import type { DeskCommand } from '../../core/desktop/menu-item.ts';
import type { TrayModel } from '../../core/desktop/tray-model.ts';
import type { DesktopPort } from '../../core/ports.ts';
import type { ElectronParts } from './electron-parts.ts';
import type { IconPaths } from './icons.ts';
import { menuTemplate } from './menus.ts';
import type { Panel } from './panel.ts';

const blockers = { app: 'prevent-app-suspension', display: 'prevent-display-sleep' } as const;

/** Tray, menus, keys, badge and notifications under Electron. */
export const createDesktopPort = (options: {
  readonly electron: ElectronParts;
  readonly icons: IconPaths;
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  readonly panel: Panel;
  readonly run: (command: DeskCommand) => void;
  readonly quit: () => void;
}): DesktopPort => {
  const { electron, icons, platform, panel, run } = options;
  const { app, globalShortcut, Menu, nativeImage, Notification, powerSaveBlocker } = electron;
  let tray: Tray | undefined;
  let blocker: number | undefined;
  /** A notification that nobody holds is collected, and its click with it. */
  const notes = new Set<InstanceType<typeof Notification>>();

  const picture = (path: string) => nativeImage.createFromPath(path);

  const setTray = (model: TrayModel) => {
    const image = picture(icons.tray(model.icon, platform));
    if (tray === undefined) {
      tray = new electron.Tray(image);
      // On macOS a click opens the menu, and tells of itself as well.
      if (platform !== 'darwin') tray.on('click', () => run('show'));
    } else tray.setImage(image);
    tray.setToolTip(model.tip);
    tray.setContextMenu(Menu.buildFromTemplate(menuTemplate(model.items, run)));
  };

  const setBadge = (count: number, text: string) => {
    if (platform !== 'win32') {
      app.setBadgeCount(count);
      return;
    }
    const image = count === 0 ? null : picture(icons.badge(count));
    panel.setBadge((window: BrowserWindow) => window.setOverlayIcon(image, text));
  };

  return {
    takeKey: (accelerator, press) => {
      try {
        return globalShortcut.register(accelerator, press) ? 'on' : 'taken';
      } catch {
        // Electron throws at a name that it cannot turn into a key of this system.
        return 'refused';
      }
    },
    releaseKeys: () => globalShortcut.unregisterAll(),
    setTray,
    setMenu: (items) => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(items, run))),
    setBadge,
    keepAwake: (level) => {
      if (blocker !== undefined) powerSaveBlocker.stop(blocker);
      blocker = level === 'none' ? undefined : powerSaveBlocker.start(blockers[level]);
    },
    hasFocus: () => electron.BrowserWindow.getFocusedWindow() !== null,
    notify: ({ title, body }) => {
      if (!Notification.isSupported()) return;
      const note = new Notification({ title, body });
      notes.add(note);
      note.on('click', () => run('show'));
      note.on('close', () => notes.delete(note));
      note.show();
    },
    showPanel: panel.show,
    hidePanel: panel.hide,
    reloadPanel: panel.reload,
    killPanel: panel.kill,
    hideFromCapture: panel.hideFromCapture,
    ask: async ({ title, detail, answers }) => {
      const { response } = await electron.dialog.showMessageBox({
        type: 'error',
        title: 'Livedeck',
        message: title,
        detail,
        buttons: [...answers],
        defaultId: 0,
        noLink: true,
      });
      return response;
    },
    quit: options.quit,
    devTools: options.devTools,
  };
};
