import { describe, expect, it } from 'vitest';
import { createUpdaterPort, type Updater, updateHindrance } from '../../../main/hosts/desktop/updater.ts';

describe('electron-updater', () => {
  const published = 'provider: generic\nurl: https://updates.example.com\npublisherName:\n  - Livedeck\n';
  const copy = { packaged: true, platform: 'win32', portable: false, feed: published } as const;

  it('is used by installed, signed copies only', () => {
    expect(updateHindrance(copy)).toBeUndefined();
    expect(updateHindrance({ ...copy, platform: 'darwin' })).toBeUndefined();
    expect(updateHindrance({ ...copy, packaged: false })).toBe('from-sources');
    expect(updateHindrance({ ...copy, feed: '' })).toBe('from-sources');
    expect(updateHindrance({ ...copy, portable: true })).toBe('portable');
    expect(updateHindrance({ ...copy, platform: 'linux' })).toBe('no-signature');
    // Without a publisher, electron-updater would check no signature and say nothing.
    const { feed } = copy;
    expect(updateHindrance({ ...copy, feed: feed.slice(0, feed.indexOf('publisherName')) })).toBe(
      'no-signature',
    );
    expect(updateHindrance({ ...copy, feed: feed.replace('https', 'http') })).toBe('no-signature');
  });

  const rig = (isUpdateAvailable: boolean) => {
    const done: string[] = [];
    let fail: (() => void) | undefined;
    const updateInfo = { version: '2.0.0', releaseNotes: '<p>Calmer</p>', releaseDate: '2026-11-28' };
    const updater = {
      checkForUpdates: async () => ({ isUpdateAvailable, updateInfo }),
      downloadUpdate: async () => [],
      quitAndInstall: (...args: unknown[]) => done.push(`install ${args.join()}`),
      on: (event: string, listener: (progress: { percent: number }) => void) => {
        done.push(event);
        listener({ percent: 50 });
      },
      off: () => done.push('off'),
      once: (event: string, listener: () => void) => {
        fail = event === 'error' ? listener : undefined;
      },
    } as unknown as Updater;
    const port = createUpdaterPort({
      hindrance: undefined,
      load: async () => updater,
      quitThen: (run) => {
        done.push('quit');
        run();
      },
      startAgain: () => void done.push('start again'),
    });
    return { updater, port, done, fail: () => fail?.() };
  };

  it('takes, installs and downgrades nothing by itself', async () => {
    const { updater, port } = rig(false);
    expect(await port.check()).toBeNull();
    expect(updater).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
      allowPrerelease: false,
    });
  });

  it('is asked, fetched with progress, and started after an orderly end', async () => {
    const { port, done } = rig(true);
    expect(await port.check()).toEqual({
      version: '2.0.0',
      notes: 'Calmer',
      releasedAt: Date.parse('2026-11-28'),
    });
    const percents: number[] = [];
    await port.download((percent) => percents.push(percent));
    expect(percents).toEqual([50]);
    port.install();
    await new Promise((go) => setImmediate(go));
    expect(done).toEqual(['download-progress', 'off', 'quit', 'install false,true']);
  });

  it('that fails after everything was closed leaves no dead program: it is started again', async () => {
    const { port, done, fail } = rig(true);
    await port.check();
    port.install();
    await new Promise((go) => setImmediate(go));
    fail();
    expect(done).toEqual(['quit', 'install false,true', 'start again']);
  });
});
