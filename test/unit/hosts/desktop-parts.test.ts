import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlacedWindow } from '../../../main/core/ports.ts';
import { createDesktopPort } from '../../../main/hosts/desktop/desktop-port.ts';
import { iconPaths } from '../../../main/hosts/desktop/icons.ts';
import { createOverlayWindowPort } from '../../../main/hosts/desktop/overlay-windows.ts';
import { createPanel } from '../../../main/hosts/desktop/panel.ts';
import { watchQuit } from '../../../main/hosts/desktop/quit.ts';
import { createUpdaterPort, type Updater, updateHindrance } from '../../../main/hosts/desktop/updater.ts';
import { fakeElectron } from '../../support/electron-double.ts';

const double = () => fakeElectron({ userData: mkdtempSync(join(tmpdir(), 'livedeck-')), appPath: '/app' });

const spec: PlacedWindow = {
  overlayId: 'main',
  title: 'Livedeck overlay main',
  url: 'http://127.0.0.1:5/w/main?x',
  bounds: { x: 10, y: 20, width: 1920, height: 1080 },
  alwaysOnTop: false,
  clickThrough: true,
  keyColour: null,
};

describe('an overlay’s window under Electron', () => {
  const rig = () => {
    const { electron, windows } = double();
    const heard: unknown[][] = [];
    const port = createOverlayWindowPort({
      Window: electron.BrowserWindow,
      screen: electron.screen,
      preload: '/app/dist/preload/overlay.cjs',
      devTools: false,
      onPage: (overlayId) => void heard.push(['page', overlayId]),
    });
    port.listen({
      moved: (...what) => void heard.push(['moved', ...what]),
      closed: (id) => void heard.push(['closed', id]),
      gone: (id) => void heard.push(['gone', id]),
      hung: (...what) => void heard.push(['hung', ...what]),
      displays: () => void heard.push(['displays']),
    });
    port.open(spec);
    const [window] = windows;
    if (window === undefined) throw new Error('No window was made.');
    return { port, window, heard };
  };

  it('is made as capture tools need it', () => {
    const { window } = rig();
    expect(window.options).toMatchObject({
      title: 'Livedeck overlay main',
      ...spec.bounds,
      useContentSize: true,
      frame: false,
      transparent: true,
      backgroundColor: '#00000000',
      hasShadow: false,
      roundedCorners: false,
      thickFrame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      show: false,
      webPreferences: {
        partition: 'livedeck-overlays',
        backgroundThrottling: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
      },
    });
    // OBS leaves tool windows and children of other windows off its list.
    expect(window.options).not.toHaveProperty('type');
    expect(window.options).not.toHaveProperty('parent');
    expect(window.loaded).toBe(spec.url);
    expect(window.shown).toBe('no');
    window.window.emit('ready-to-show');
    expect(window.shown).toBe('inactive');
  });

  it('is filled with the key colour where one is to be keyed out', () => {
    const { port } = rig();
    const { electron, windows } = double();
    port.close('main');
    createOverlayWindowPort({
      Window: electron.BrowserWindow,
      screen: electron.screen,
      preload: '/x',
      devTools: false,
      onPage: () => undefined,
    }).open({ ...spec, keyColour: '#00ff00' });
    expect(windows[0]?.options).toMatchObject({ transparent: false, backgroundColor: '#00ff00' });
  });

  it('keeps its title, is never minimised, and its page may not move it', () => {
    const { window } = rig();
    let stopped = 0;
    const event = { preventDefault: () => (stopped += 1) };
    window.window.emit('page-title-updated', event, 'Something else');
    window.page.emitter.emit('content-bounds-updated', event, {});
    window.window.emit('minimize');
    expect(stopped).toBe(2);
    expect(window.done).toContainEqual(['restore']);
  });

  it('lets the mouse through, stays on top above the taskbar, and is moved, as it is told', () => {
    const { port, window, heard } = rig();
    expect(window.done).toContainEqual(['mouse', true, { forward: true }]);
    port.change('main', { clickThrough: false, alwaysOnTop: true, bounds: { ...spec.bounds, x: 99 } });
    expect(window.done).toEqual(
      expect.arrayContaining([
        ['mouse', false],
        ['on top', true, 'screen-saver'],
        ['bounds', { ...spec.bounds, x: 99 }],
      ]),
    );
    window.window.emit('move');
    expect(heard).toContainEqual(['moved', 'main', { ...spec.bounds, x: 99 }]);
  });

  it('tells when its page crashes or hangs, and when somebody else closes it', () => {
    const { port, window, heard } = rig();
    window.page.emitter.emit('render-process-gone', {}, { reason: 'crashed' });
    window.page.emitter.emit('render-process-gone', {}, { reason: 'clean-exit' });
    window.window.emit('unresponsive');
    port.kill('main');
    port.reload('main');
    expect(window.page.done).toEqual(['crash', 'reload']);
    window.window.emit('closed');
    expect(heard).toEqual([
      ['page', 'main'],
      ['gone', 'main'],
      ['hung', 'main', true],
      ['closed', 'main'],
    ]);
    expect(port.displays()[0]).toMatchObject({ id: '1', primary: true });
  });

  it('that Livedeck closes is not told as closed by somebody', () => {
    const { port, heard } = rig();
    port.close('main');
    expect(heard).toEqual([['page', 'main']]);
  });
});

describe('the desktop under Electron', () => {
  const rig = (platform: NodeJS.Platform = 'win32') => {
    const fake = double();
    const ran: string[] = [];
    const desk = {
      panel: {
        closed: () => 'quit' as const,
        hung: () => undefined,
        gone: (why: string) => void ran.push(why),
      },
      place: { get: () => ({ bounds: spec.bounds, maximized: true }), moved: () => undefined },
      contextMenu: () => [],
    };
    const panel = createPanel({
      Window: fake.electron.BrowserWindow,
      preload: '/x',
      devTools: false,
      icon: '/icon.png',
      host: () => desk as never,
      popup: () => undefined,
      onPage: () => void ran.push('page'),
      isQuitting: () => false,
      quit: () => void ran.push('quit'),
    });
    const port = createDesktopPort({
      electron: fake.electron,
      icons: iconPaths('/app'),
      platform,
      devTools: false,
      panel,
      run: (command) => void ran.push(command),
      quit: () => void ran.push('quit'),
    });
    return { ...fake, port, panel, ran };
  };

  it('shows one icon in the tray, whatever happens to it', () => {
    const { port, said, ran } = rig();
    port.setTray({ icon: 'off', tip: 'quiet', items: [] });
    port.setTray({
      icon: 'air',
      tip: 'on air',
      items: [{ kind: 'command', command: 'panic', label: 'Panic', checked: false }],
    });
    expect(said.tray).toMatchObject({ made: 1, tip: 'on air' });
    expect(said.tray.image).toBe('/app/main/hosts/desktop/icons/tray-air.png');
    expect(said.tray.items[0]).toMatchObject({ label: 'Panic', type: 'checkbox', checked: false });
    said.tray.items[0]?.click?.({} as never, undefined, {} as never);
    expect(ran).toEqual(['panic']);
  });

  it('has template pictures in macOS’s menu bar', () => {
    const { port, said } = rig('darwin');
    port.setTray({ icon: 'panic', tip: '', items: [] });
    expect(said.tray.image).toMatch(/tray-panicTemplate\.png$/);
  });

  it('takes global keys, and says which are taken or unknown to the system', () => {
    const { port, said } = rig();
    said.taken.add('F9');
    said.unknown.add('Super+num9');
    const take = (key: string) => port.takeKey(key, () => undefined);
    expect([take('F8'), take('F9'), take('Super+num9')]).toEqual(['on', 'taken', 'refused']);
  });

  it('keeps the computer awake by one blocker at a time', () => {
    const { port, said } = rig();
    port.keepAwake('app');
    port.keepAwake('display');
    port.keepAwake('none');
    port.keepAwake('none');
    expect(said.done).toEqual([
      ['awake', 'prevent-app-suspension'],
      ['asleep', 7],
      ['awake', 'prevent-display-sleep'],
      ['asleep', 7],
    ]);
  });

  it('numbers the taskbar’s button on Windows, also that of a window opened later, and the Dock’s elsewhere', () => {
    const { port, panel, windows } = rig();
    port.setBadge(3, '3 comments are held');
    panel.show();
    expect(windows[0]?.done).toContainEqual(['badge', 'image', '3 comments are held']);
    port.setBadge(0, '');
    expect(windows[0]?.done).toContainEqual(['badge', null, '']);
    const mac = rig('darwin');
    mac.port.setBadge(3, 'x');
    expect(mac.said.done).toContainEqual(['badge', 3]);
  });

  it('brings the panel to front by a click on a notification', () => {
    const { port, said, ran } = rig();
    port.notify({ title: 'Held', body: 'x' });
    said.notes[0]?.click();
    expect(ran).toEqual(['show']);
  });

  it('opens one panel, where it was, tells of its end, and quits with it', () => {
    const { panel, windows, ran } = rig();
    panel.hideFromCapture(true);
    panel.show();
    panel.show();
    expect(windows).toHaveLength(1);
    expect(windows[0]?.done).toEqual(expect.arrayContaining([['maximize'], ['protect', true]]));
    windows[0]?.page.emitter.emit('render-process-gone', {}, { reason: 'oom' });
    windows[0]?.window.emit('closed');
    expect(ran).toEqual(['page', 'oom', 'quit']);
    panel.show();
    expect(windows).toHaveLength(2);
  });
});

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
    } as unknown as Updater;
    const port = createUpdaterPort({
      hindrance: undefined,
      load: async () => updater,
      quitThen: (run) => {
        done.push('quit');
        run();
      },
    });
    return { updater, port, done };
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
});
