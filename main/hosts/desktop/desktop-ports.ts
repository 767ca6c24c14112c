import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { App, utilityProcess } from 'electron';
import type { SealPort } from '../../core/accounts/sealing.ts';
import { type Ports, systemClock } from '../../core/ports.ts';
import { threadCheckpointer } from '../node/checkpointer.ts';
import type { HostLog } from '../node/log.ts';
import { storeDocument } from './store-document.ts';
import { utilityChannel, utilityService } from './utility-processes.ts';

/** The core's ports under Electron. `bundles` is the folder that holds `main/`, `panel/` and `overlay/`. */
export const desktopPorts = (options: {
  readonly app: Pick<App, 'getVersion' | 'getPreferredSystemLanguages'>;
  readonly fork: (typeof utilityProcess)['fork'];
  readonly bundles: string;
  readonly dataDir: string;
  readonly log: HostLog;
  readonly seal: SealPort;
}): Omit<Ports, 'overlayWindows' | 'desktop' | 'updater'> => {
  const { app, fork, bundles, dataDir, log } = options;
  const bundle = (name: string) => join(bundles, 'main', `${name}.cjs`);
  return {
    clock: systemClock,
    log,
    recentLog: log.recent,
    info: { version: app.getVersion(), host: 'desktop', platform: process.platform },
    randomBytes,
    fetch,
    seal: options.seal,
    dataDir,
    overlayAssets: join(bundles, 'overlay'),
    openDocument: (name) => storeDocument(dataDir, name),
    startFeedProcess: () => utilityChannel(fork, bundle('feed-process')),
    startCheckpointer: threadCheckpointer(bundle('checkpoint-thread'), log),
    startRehearsal: (args) => utilityService(fork, bundle('rehearsal'), args),
    systemLanguages: () => app.getPreferredSystemLanguages(),
  };
};
