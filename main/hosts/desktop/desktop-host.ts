import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { createConsole, type LivedeckConsole } from '../../core/console.ts';
import type { StartOptions } from '../../launch/options.ts';
import { prepareDataDir } from '../node/data-dir.ts';
import { lockDataDir } from '../node/data-lock.ts';
import { openLog } from '../node/log.ts';
import { createAppProtocol } from './app-protocol.ts';
import { desktopPorts } from './desktop-ports.ts';
import { createPanelIpc } from './ipc.ts';
import { watchPassLinks } from './pass-links.ts';
import { createSafeSeal } from './safe-seal.ts';
import { APP_ORIGIN, denyPermissions, guardApp } from './security.ts';
import { openPanelWindow } from './windows.ts';

/** The Electron modules that this host uses, and nothing more. */
export type ElectronParts = Pick<
  typeof import('electron'),
  'app' | 'BrowserWindow' | 'ipcMain' | 'protocol' | 'safeStorage' | 'session' | 'shell' | 'utilityProcess'
>;

const toFront = (window: BrowserWindow | undefined) => {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};

/** Runs the main process under Electron: one instance, one panel window, everything else in the core. */
export const startDesktopHost = (parts: {
  readonly electron: ElectronParts;
  readonly options: StartOptions;
  readonly bundles: string;
  /** The command line's words that are links to passes. */
  readonly links: readonly string[];
  readonly say: (line: string) => void;
}): void => {
  const { electron, options, bundles, say } = parts;
  const { app, ipcMain, protocol, session, shell, utilityProcess } = electron;

  const stop = (message: string, code: number) => {
    say(message);
    app.exit(code);
  };

  const folder = prepareDataDir(options.dataDir ?? app.getPath('userData'));
  if (!folder.ok) {
    stop(folder.message, 1);
    return;
  }
  const dataDir = folder.path;
  // Electron's own single-instance lock belongs to this folder, so the folder is set first.
  app.setPath('userData', dataDir);
  if (!app.requestSingleInstanceLock()) {
    stop(`Livedeck already runs on the data folder ${dataDir}; it was brought to front.`, 0);
    return;
  }
  const locked = lockDataDir(dataDir);
  if (!locked.held) {
    stop(
      `Livedeck already runs in a browser on the data folder ${dataDir}${locked.other ? ` at ${locked.other.url}` : ''}.`,
      1,
    );
    return;
  }

  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.enableSandbox();
  // An overlay that is covered must go on painting for whatever captures it (obs-electron-performance 1.2).
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
  app.commandLine.appendSwitch('disable-renderer-backgrounding');
  app.commandLine.appendSwitch('disable-features', 'CalculateNativeWinOcclusion');

  const links = watchPassLinks(app, parts.links);
  let livedeck: LivedeckConsole | undefined;
  let window: BrowserWindow | undefined;
  const overlayOrigin = () => livedeck?.overlayOrigin();
  guardApp(app, {
    origins: () => [APP_ORIGIN, ...(overlayOrigin() === undefined ? [] : [overlayOrigin() ?? APP_ORIGIN])],
    openExternal: (address) => void shell.openExternal(address),
  });

  const openWindow = (ipc: ReturnType<typeof createPanelIpc>) => {
    window = openPanelWindow({ Window: electron.BrowserWindow, preload: join(bundles, 'preload/panel.cjs') });
    ipc.add(window.webContents);
  };

  const ready = async () => {
    const log = openLog(dataDir);
    denyPermissions(session.defaultSession);
    const seal = await createSafeSeal(electron.safeStorage, process.platform);
    const started = await createConsole(
      desktopPorts({ app, fork: utilityProcess.fork, bundles, dataDir, log, seal }),
      {
        frameAncestors: () => [APP_ORIGIN],
      },
    );
    livedeck = started;
    protocol.handle('app', createAppProtocol(join(bundles, 'panel'), overlayOrigin));
    const ipc = createPanelIpc(ipcMain, () => started.router);
    started.onEvent(ipc.publish);
    openWindow(ipc);
    links.connect(started.offerPass);
    app.on('second-instance', () => toFront(window));
    app.on('activate', () =>
      window === undefined || window.isDestroyed() ? openWindow(ipc) : toFront(window),
    );
    if (options.rehearse !== undefined) await started.rehearse(options.rehearse, options.seed);
    if (!options.json) return;
    const line = {
      event: 'ready',
      host: 'desktop',
      url: `${APP_ORIGIN}/`,
      overlayUrl: started.overlayUrl(),
      rehearsal: started.rehearsalAddresses(),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };

  let ended = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    // Quitting waits until every child process and file is closed.
    event.preventDefault();
    ended = true;
    void (livedeck?.dispose() ?? Promise.resolve()).finally(() => {
      locked.lock.release();
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  app.whenReady().then(ready, (error: unknown) => stop(`Livedeck could not start: ${String(error)}`, 1));
};
