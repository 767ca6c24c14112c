import { EventEmitter } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../../main/core/ports.ts';
import { createRehearsalService } from '../../../main/core/rehearsal/rehearsal-service.ts';
import { utilityService } from '../../../main/hosts/desktop/utility-processes.ts';
import { spawnService } from '../../../main/hosts/node/child-processes.ts';
import { silentLog } from '../../support/desk-doubles.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';

const readyLine = JSON.stringify({
  event: 'ready',
  rest: 'http://127.0.0.1:4100',
  socket: 'ws://127.0.0.1:4100',
  control: 'http://127.0.0.1:4100/control',
  sdkAppId: 1400000000,
  secretKey: 'made up',
  admin: 'administrator',
  vj: 'vj',
  rooms: ['one'],
});

/** The rehearsal as the core starts it. */
const rehearsal = (startRehearsal: Ports['startRehearsal'], clock: ManualClock) =>
  createRehearsalService({
    ports: { startRehearsal, fetch, clock },
    log: silentLog,
    onLost: () => undefined,
  });

const wish = { audience: 'busy', seed: 7 } as const;
const settled = () => new Promise((done) => setImmediate(done));

/** A utility process of Electron's: no standard input, and gone when it is killed. */
const fakeFork = () => {
  const forked: { readonly args: readonly string[] }[] = [];
  const fork = (_entry: string, args: readonly string[]) => {
    const stdout = new PassThrough();
    const child = Object.assign(new EventEmitter(), {
      stdout,
      stderr: null,
      pid: 1,
      postMessage: () => undefined,
      kill: (): boolean => child.emit('exit', 0),
    });
    forked.push({ args });
    stdout.write(`${readyLine}\n`);
    return child;
  };
  return { forked, fork: fork as unknown as Parameters<typeof utilityService>[0] };
};

describe('the rehearsal service', () => {
  /** One that is ready at once, and ends when the test says so. */
  const scripted = () => {
    const clock = createManualClock();
    type Started = { readonly args: readonly string[]; end: () => void };
    const started: Started[] = [];
    const service = rehearsal((args) => {
      const one: Started = { args, end: () => undefined };
      started.push(one);
      return {
        ready: Promise.resolve(readyLine),
        onExit: (listener) => {
          one.end = () => listener(1);
        },
        stop: () => Promise.resolve(),
      };
    }, clock);
    return { clock, started, service };
  };

  it('as a utility process is not told to end with an input that it does not have', async () => {
    const { forked, fork } = fakeFork();
    const service = rehearsal((args) => utilityService(fork, 'rehearsal.cjs', args), createManualClock());
    expect((await service.start(wish)).ok).toBe(true);
    expect(forked[0]?.args).not.toContain('--with-parent');
    expect(forked[0]?.args).toEqual(['--port', '0', '--json', '--seed', '7', '--audience', 'busy']);
  });

  it('as a child of Node ends with its parent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'livedeck-'));
    const entry = join(folder, 'says-its-words.cjs');
    writeFileSync(
      entry,
      `console.log(JSON.stringify({ ...${readyLine}, rooms: process.argv.slice(2) })); process.stdin.resume();`,
    );
    const service = rehearsal((args) => spawnService(entry, args), createManualClock());
    const started = await service.start(wish);
    expect(started.ok && started.value.rooms).toContain('--with-parent');
    await service.stop();
  });

  it('that ends again and again is started at once, then after a growing pause', async () => {
    const { clock, started, service } = scripted();
    await service.start(wish);
    const end = async (pause: number) => {
      const before = started.length;
      started.at(-1)?.end();
      if (pause > 0) clock.advance(pause - 1);
      expect(started).toHaveLength(before);
      clock.advance(pause > 0 ? 1 : 0);
      expect(started).toHaveLength(before + 1);
      await settled();
    };
    await end(0);
    await end(500);
    await end(1000);
    clock.advance(60_000);
    await end(0);
    expect(started.at(-1)?.args).toContain('4100');
  });

  it('that is stopped while it waits to be started again stays stopped', async () => {
    const { clock, started, service } = scripted();
    await service.start(wish);
    started[0]?.end();
    await service.stop();
    clock.advance(60_000);
    expect(started).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });
});
