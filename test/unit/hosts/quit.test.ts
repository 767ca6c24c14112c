import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { watchQuit } from '../../../main/hosts/desktop/quit.ts';
import { fakeElectron } from '../../support/electron-double.ts';

const double = () => fakeElectron({ userData: mkdtempSync(join(tmpdir(), 'livedeck-')), appPath: '/app' });

describe('quitting', () => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  afterEach(() => {
    for (const signal of signals)
      for (const listener of process.listeners(signal))
        if (!before.get(signal)?.includes(listener)) process.off(signal, listener);
  });

  it('waits until everything is closed, once, and then does what was asked last', async () => {
    const { electron, said, quit } = double();
    let ends = 0;
    let finish: () => void = () => undefined;
    const quitting = watchQuit({
      app: electron.app,
      hide: () => said.done.push(['hide']),
      end: () => {
        ends += 1;
        return new Promise((done) => {
          finish = done;
        });
      },
    });
    quit();
    quit();
    expect(said.done).toEqual([['hide']]);
    expect(quitting.isQuitting()).toBe(true);
    finish();
    await new Promise((done) => setImmediate(done));
    expect(said.done).toEqual([['hide'], ['quit']]);
    expect(ends).toBe(1);
  });

  it('for an update starts its installer at the very end', async () => {
    const { electron, said } = double();
    const done: string[] = [];
    const quitting = watchQuit({
      app: electron.app,
      hide: () => undefined,
      end: async () => void done.push('ended'),
    });
    quitting.quitThen(() => done.push('install'));
    await new Promise((go) => setImmediate(go));
    expect(done).toEqual(['ended', 'install']);
    expect(said.done).toEqual([]);
  });
});
