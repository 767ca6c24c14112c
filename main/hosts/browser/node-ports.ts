import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OverlayWindows, type Ports, systemClock } from '../../core/ports.ts';
import { threadCheckpointer } from '../node/checkpointer.ts';
import { forkChannel, spawnService } from '../node/child-processes.ts';
import type { HostLog } from '../node/log.ts';
import { noSeal } from '../node/no-seal.ts';
import { confDocument } from './conf-document.ts';

const versionOf = (root: string): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
};

/** The core's ports under plain Node. */
export const nodePorts = (options: {
  readonly root: string;
  readonly dataDir: string;
  readonly log: HostLog;
  readonly overlayWindows: OverlayWindows;
}): Ports => {
  const { root, dataDir, log } = options;
  const bundle = (name: string) => join(root, 'dist/main', `${name}.cjs`);
  return {
    clock: systemClock,
    log,
    recentLog: log.recent,
    info: { version: versionOf(root), host: 'browser', platform: process.platform },
    randomBytes,
    fetch,
    seal: noSeal,
    dataDir,
    overlayAssets: join(root, 'dist/overlay'),
    openDocument: (name) => confDocument(dataDir, name),
    startFeedProcess: () => forkChannel(bundle('feed-process')),
    overlayWindows: options.overlayWindows,
    startCheckpointer: threadCheckpointer(bundle('checkpoint-thread'), log),
    startRehearsal: (args) => spawnService(bundle('rehearsal'), args),
    systemLanguages: () => [Intl.DateTimeFormat().resolvedOptions().locale],
  };
};
