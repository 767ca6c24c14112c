import { join } from 'node:path';
import { createConsole, type LivedeckConsole } from '../../core/console.ts';
import type { StartOptions } from '../../launch/options.ts';
import { prepareDataDir } from '../node/data-dir.ts';
import { type DataLock, lockDataDir } from '../node/data-lock.ts';
import { openLog } from '../node/log.ts';
import { survive } from '../node/survive.ts';
import { createAppProtocol } from './app-protocol.ts';
import { desktopPorts } from './desktop-ports.ts';
import type { ElectronParts } from './electron-parts.ts';
import { openDesktopParts } from './open-desktop-parts.ts';
import { watchPassLinks } from './pass-links.ts';
import { watchQuit } from './quit.ts';
import { createSafeSeal } from './safe-seal.ts';
import { APP_ORIGIN, guardApp } from './security.ts';
import { didNotStart, runsAlready, runsInBrowser, type Stop } from './start-failures.ts';

type Start = {
  readonly electron: ElectronParts;
  readonly options: StartOptions;
  readonly bundles: string;
  /** The command line's words that are passes. */
  readonly links: readonly string[];
  /** Ends a start that failed, and says why. */
  readonly stop: Stop;
};

/** The windows' name for notifications on Windows; that of the installer's shortcut (electron-builder.yml, appId). */
const APP_ID = 'live.livedeck.console';

/** The data folder for this program alone, or `undefined` when it is somebody else's; then that was said. */
const claimDataDir = ({ electron, options, stop }: Start): { path: string; lock: DataLock } | undefined => {
  const { app } = electron;
  const folder = prepareDataDir(options.dataDir ?? app.getPath('userData'));
  if (!folder.ok) return void stop(folder.text, 1);
  const { path } = folder;
  // Electron's own single-instance lock belongs to this folder, so the folder is set first.
  app.setPath('userData', path);
  if (!app.requestSingleInstanceLock()) return void stop(runsAlready(path), 0);
  const locked = lockDataDir(path);
  return locked.held ? { path, lock: locked.lock } : void stop(runsInBrowser(path, locked.other), 1);
};

/** What must be settled before Chromium starts. */
const prepareChromium = ({ app, protocol }: ElectronParts) => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  // An overlay that is covered must go on painting for whatever captures it (obs-electron-performance 1.2).
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
  app.commandLine.appendSwitch('disable-renderer-backgrounding');
  app.commandLine.appendSwitch('disable-features', 'CalculateNativeWinOcclusion');
};

const sayReady = (livedeck: LivedeckConsole) => {
  const line = {
    event: 'ready',
    host: 'desktop',
    url: `${APP_ORIGIN}/`,
    overlayUrl: livedeck.overlayUrl(),
    rehearsal: livedeck.rehearsalAddresses(),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Runs the main process under Electron: one instance, the panel's window, the overlays', everything else in the core. */
export const startDesktopHost = (start: Start): void => {
  const { electron, options, bundles, stop } = start;
  const { app, protocol, shell, utilityProcess } = electron;
  const data = claimDataDir(start);
  if (data === undefined) return;
  prepareChromium(electron);

  const log = openLog(data.path);
  survive(log);
  const links = watchPassLinks(app, start.links);
  const devTools = !app.isPackaged;
  let livedeck: LivedeckConsole | undefined;
  const overlayOrigin = () => livedeck?.overlayOrigin();
  guardApp(app, {
    overlayOrigin,
    remoteImages: () => livedeck?.settings().remoteImages === true,
    devTools,
    openExternal: (address) => void shell.openExternal(address),
  });
  const quitting = watchQuit({
    app,
    hide: () => parts.panel.hide(),
    end: async () => {
      await livedeck?.dispose();
      data.lock.release();
    },
  });
  const parts = openDesktopParts({
    electron,
    bundles,
    devTools,
    quitting,
    livedeck: () => livedeck,
    overlayOrigin,
  });

  const ready = async () => {
    const seal = await createSafeSeal(electron.safeStorage, process.platform);
    const { ports, publish } = parts.open();
    livedeck = await createConsole(
      {
        ...desktopPorts({ app, fork: utilityProcess.fork, bundles, dataDir: data.path, log, seal }),
        ...ports,
      },
      { frameAncestors: () => [APP_ORIGIN], onEvent: publish },
    );
    protocol.handle('app', createAppProtocol(join(bundles, 'panel'), overlayOrigin));
    parts.panel.show();
    links.connect(livedeck.offerPass);
    app.on('second-instance', () => parts.panel.show());
    app.on('activate', () => parts.panel.show());
    app.on('child-process-gone', (_event, { type, reason, name = '' }) =>
      livedeck?.desktop()?.panel.childGone({ type, reason, name }),
    );
    if (options.rehearse !== undefined) await livedeck.rehearse(options.rehearse, options.seed);
    if (options.json) sayReady(livedeck);
  };

  const failed = (error: unknown) => {
    log.error('could not start', { error: error instanceof Error ? (error.stack ?? '') : String(error) });
    stop(didNotStart(error, data.path), 1);
  };
  app.whenReady().then(ready).catch(failed);
};
