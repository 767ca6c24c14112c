import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { LivedeckConsole } from '../../core/console.ts';
import type { MenuItem } from '../../core/desktop/menu-item.ts';
import type { Ports } from '../../core/ports.ts';
import type { Publish } from '../../core/state/mirror.ts';
import { createDesktopPort } from './desktop-port.ts';
import type { ElectronParts } from './electron-parts.ts';
import { iconPaths } from './icons.ts';
import { createOverlayIpc, createPanelIpc } from './ipc.ts';
import { menuTemplate } from './menus.ts';
import { createOverlayWindowPort } from './overlay-windows.ts';
import { createPanel } from './panel.ts';
import type { watchQuit } from './quit.ts';
import { createUpdaterPort, hindranceHere } from './updater.ts';

/** The windows and what is around them, with the ports that the core reaches them by. */
export const openDesktopParts = (parts: {
  readonly electron: ElectronParts;
  readonly bundles: string;
  readonly devTools: boolean;
  readonly quitting: ReturnType<typeof watchQuit>;
  readonly livedeck: () => LivedeckConsole | undefined;
  readonly overlayOrigin: () => string | undefined;
}) => {
  const { electron, bundles, devTools, quitting, livedeck } = parts;
  const { app, BrowserWindow: Window, ipcMain, Menu } = electron;
  const desk = () => livedeck()?.desktop();
  const run = (...[command]: Parameters<NonNullable<ReturnType<typeof desk>>['run']>) => desk()?.run(command);
  const icons = iconPaths(app.getAppPath());
  const router = () => {
    const running = livedeck();
    if (running === undefined) throw new Error('A window asked before the core was there');
    return running.router;
  };
  const panelIpc = createPanelIpc(ipcMain, router);
  const overlayIpc = createOverlayIpc(ipcMain, router, parts.overlayOrigin);
  const popup = (items: readonly MenuItem[], window: BrowserWindow) => {
    if (items.length > 0) Menu.buildFromTemplate(menuTemplate(items, run)).popup({ window });
  };
  const quit = () => app.quit();

  const panel = createPanel({
    Window,
    preload: join(bundles, 'preload/panel.cjs'),
    devTools,
    icon: icons.window,
    host: desk,
    popup,
    onPage: panelIpc.add,
    isQuitting: quitting.isQuitting,
    quit,
  });

  return {
    panel,
    /** Once Electron is ready: displays and the tray are not there before. */
    open: (): {
      readonly ports: Pick<Ports, 'desktop' | 'overlayWindows' | 'updater'>;
      readonly publish: Publish;
    } => ({
      ports: {
        desktop: createDesktopPort({
          electron,
          icons,
          platform: process.platform,
          devTools,
          panel,
          run,
          quit,
        }),
        overlayWindows: {
          transparent: true,
          placed: createOverlayWindowPort({
            Window,
            screen: electron.screen,
            preload: join(bundles, 'preload/overlay.cjs'),
            devTools,
            onPage: overlayIpc.add,
          }),
        },
        updater: createUpdaterPort({
          hindrance: hindranceHere(app.isPackaged),
          load: async () => (await import('electron-updater')).autoUpdater,
          quitThen: quitting.quitThen,
          startAgain: () => {
            app.relaunch();
            app.exit(0);
          },
        }),
      },
      publish: (event, payload) => {
        panelIpc.publish(event, payload);
        overlayIpc.publish(event, payload);
      },
    }),
  };
};
