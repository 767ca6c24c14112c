import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf } from '../support/processes.ts';
import type { Stage } from './stage.ts';

/** One thing that goes wrong. The VJ acts between `start` and `end`; then everything must come right by itself. */
export type Fault = {
  readonly name: string;
  /** What the panel must say while it lasts. */
  readonly says?: RegExp;
  /** What the panel must say when it is over. */
  readonly reports?: RegExp;
  /** The service forgets who was muted and banned, so its state proves nothing about earlier deeds. */
  readonly forgets?: true;
  readonly needsDisk?: true;
  /** The journal cannot be written; then nothing may be sent, and the panel says so. */
  readonly unrecorded?: true;
  readonly start: (stage: Stage) => Promise<void>;
  readonly end: (stage: Stage) => Promise<void>;
};

const nothing = async () => undefined;

const set = (stage: Stage, faults: Readonly<Record<string, unknown>>) =>
  stage.parts.service.controlCall('faults', faults);

/** A fault that the service plays by itself, from one setting to its opposite. */
const played = (
  name: string,
  on: Readonly<Record<string, unknown>>,
  off: Readonly<Record<string, unknown>>,
): Fault => ({
  name,
  start: async (stage) => void (await set(stage, on)),
  end: async (stage) => void (await set(stage, off)),
});

const rest = (name: string, kind: string, times: number): Fault =>
  played(name, { rest: [{ kind, times }] }, { rest: [] });

const told = (name: string, route: string, body: (stage: Stage) => unknown): Fault => ({
  name,
  start: async (stage) => void (await stage.parts.service.controlCall(route, body(stage))),
  end: nothing,
});

const drop = (stage: Stage) => stage.parts.service.controlCall('drop', {});

/** Ends a process as the system does when memory runs out: it cannot say goodbye. */
const kill = (pid: number) => process.kill(pid, 'SIGKILL');

const feedProcessOf = (stage: Stage): number => {
  const found = childrenOf(stage.parts.app.pid).find(({ command }) => command.includes('feed-process'));
  if (found === undefined) throw new Error('no feed process is running');
  return found.pid;
};

/** Overwrites a part of a file, as a failing disk does. */
const damage = (file: string, at: number, length: number) => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, at);
  closeSync(handle);
};

const serviceFaults: readonly Fault[] = [
  { ...told('socket cut', 'drop', () => ({})) },
  {
    name: 'long outage',
    says: /Reconnecting|Blind for/,
    start: async (stage) => {
      await set(stage, { refuseSockets: true });
      await drop(stage);
    },
    end: async (stage) => void (await set(stage, { refuseSockets: false })),
  },
  rest('REST answers 502', 'server-error', 3),
  rest('REST answers no JSON', 'malformed', 3),
  rest('REST answers half', 'half-answer', 2),
  rest('REST connection cut', 'drop', 3),
  rest('REST rate limit', 'rate-limit', 3),
  played('REST slower than the time-out', { restDelayMs: 7_000 }, { restDelayMs: 0 }),
  played(
    'slow socket',
    { socketDelayMs: 1_500, socketJitterMs: 1_000 },
    { socketDelayMs: 0, socketJitterMs: 0 },
  ),
  told('UserSig expires while live', 'expire', () => ({})),
  played('service clock 10 min ahead', { clockSkewMs: 600_000 }, { clockSkewMs: 0 }),
  played('service clock 10 min behind', { clockSkewMs: -600_000 }, { clockSkewMs: 0 }),
  played('duplicates', { duplicates: 5 }, { duplicates: 0 }),
  played('out of order', { outOfOrder: true }, { outOfOrder: false }),
];

const processFaults: readonly Fault[] = [
  {
    name: 'feed process killed',
    start: async (stage) => {
      kill(feedProcessOf(stage));
    },
    end: nothing,
  },
  {
    name: 'service killed',
    says: /Reconnecting|Blind for/,
    forgets: true,
    start: async (stage) => {
      kill(stage.parts.service.pid);
    },
    end: (stage) => stage.reviveService(),
  },
  {
    // Slow answers, so that the kill falls between the journal and the answer.
    name: 'main process killed between journal and answer',
    start: async (stage) => void (await set(stage, { restDelayMs: 2_500 })),
    end: async (stage) => {
      await stage.killApp();
      await set(stage, { restDelayMs: 0 });
      await stage.startAgain();
    },
  },
  {
    name: 'panel browser killed',
    start: nothing,
    end: async (stage) => {
      await stage.parts.panelBrowser.close();
      await stage.reopenPanel();
    },
  },
  {
    name: 'overlay restarted',
    start: nothing,
    end: async (stage) => {
      await stage.parts.overlayBrowser.close();
      await stage.reopenOverlay();
    },
  },
];

const restarted = (name: string, reports: RegExp, harm: (dataDir: string) => void): Fault => ({
  name,
  reports,
  start: nothing,
  end: async (stage) => {
    await stage.killApp();
    harm(stage.dataDir);
    await stage.startAgain();
  },
});

const diskFaults: readonly Fault[] = [
  {
    name: 'disk full',
    says: /disk is full/i,
    needsDisk: true,
    unrecorded: true,
    start: async (stage) => stage.disk?.fill(),
    end: async (stage) => stage.disk?.empty(),
  },
  restarted('history damaged', /history\.db was damaged/, (dataDir) => {
    damage(join(dataDir, 'history.db'), 0, 4096);
    // The log of a killed process still holds whole pages, which would mend the file.
    damage(join(dataDir, 'history.db-wal'), 0, 4096);
  }),
  restarted('settings damaged', /settings/i, (dataDir) =>
    writeFileSync(join(dataDir, 'settings.json'), '{"theme": "li'),
  ),
];

export const faults: readonly Fault[] = [...serviceFaults, ...processFaults, ...diskFaults];
