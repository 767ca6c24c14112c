import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import { globalKeysSchema } from '../../../main/contract/models/desktop.ts';
import { defaultSettings, type Settings } from '../../../main/contract/models/settings.ts';
import { openDesktop } from '../../../main/core/desktop/open-desktop.ts';
import type { Ports } from '../../../main/core/ports.ts';
import type { Publish } from '../../../main/core/state/mirror.ts';
import { createMirror } from '../../../main/core/state/mirror.ts';
import { desktopDouble, overlayWindowDouble, reportsDouble, silentLog } from '../../support/desk-doubles.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { emptyValues, newRoom } from '../../support/panel-host/world.ts';

const refusal = appError('not-found', { en: 'There is nothing to undo.', 'zh-CN': '没有可撤销的操作。' });

const rig = (change: Partial<Settings> = {}, platform = 'win32') => {
  const clock = createManualClock();
  const double = desktopDouble();
  const listeners = new Set<Publish>();
  const published: unknown[][] = [];
  const publish: Publish = (event, payload) => {
    published.push([event, payload]);
    for (const listener of listeners) listener(event, payload);
  };
  const settings = { ...defaultSettings, ...change };
  const mirror = createMirror({ ...emptyValues(), settings }, publish);
  const calls: unknown[][] = [];
  const followed: string[] = [];
  const onAir: boolean[] = [];
  const { reports, report } = reportsDouble();
  const stored: Record<string, unknown>[] = [];
  const desktop = openDesktop({
    ports: {
      clock: { ...clock, setInterval, clearInterval },
      log: silentLog,
      info: { version: '1', host: 'desktop', platform },
      desktop: double.port,
      overlayWindows: { transparent: true, placed: overlayWindowDouble().port },
      openDocument: () => ({
        path: '/x',
        read: () => ({}),
        write: (value: Record<string, unknown>) => stored.push(value),
      }),
    } as unknown as Ports,
    mirror,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish,
    call: async (name, input) => {
      calls.push([name, input]);
      return name === 'moderation:undo' ? { ok: false, error: refusal } : { ok: true, value: {} };
    },
    language: () => mirror.get('settings').language ?? 'en',
    overlayWindows: {
      follow: (id: string) => void followed.push(id),
      toggleClickThrough: () => void followed.push('toggle'),
    } as never,
    updates: { setOnAir: (on: boolean) => void onAir.push(on), followWish: () => undefined } as never,
    report,
  });
  /** State changes, and the desktop has had the time to follow. */
  const patch = (...[topic, value]: Parameters<typeof mirror.patch>) => {
    mirror.patch(topic, value);
    clock.advance(200);
  };
  return { ...double, clock, mirror, patch, calls, followed, onAir, reports, published, stored, desktop };
};

const overlay = (blank = false) => ({
  id: 'main',
  name: 'Main',
  blank,
  waiting: 0,
  port: 1,
  clients: [{ id: 'c', width: 1, height: 1, fps: 0, chromium: 103, obs: true, onScreen: 0, preview: false }],
});

describe('the desktop around the panel', () => {
  it('follows what is on air: tray, sleep, and whether an update may be installed', () => {
    const r = rig();
    expect(r.shown).toMatchObject({ awake: 'none', tray: { icon: 'off' } });
    r.patch('overlays', { main: overlay() });
    expect(r.shown).toMatchObject({ awake: 'display', tray: { icon: 'air' } });
    expect(r.onAir.at(-1)).toBe(true);
    expect(r.followed).toEqual(['main']);
    r.patch('panic', { on: true });
    expect(r.shown.tray?.icon).toBe('panic');
  });

  it('follows the language while it runs', () => {
    const r = rig();
    expect(r.shown.tray?.tip).toContain('Nothing is on air');
    r.patch('settings', { language: 'zh-CN' });
    expect(r.shown.tray?.tip).toContain('画面上没有内容');
    expect(r.done.filter((line) => line.startsWith('menu'))).toHaveLength(2);
  });

  it('replaces only what changed, so that an open menu stays open', () => {
    const r = rig();
    const before = [...r.done];
    r.patch('held', { h1: {} } as never);
    expect(r.shown.badge).toBe(1);
    expect(r.done).toEqual(before);
  });

  it('hides the panel and nothing else', () => {
    const r = rig({}, 'darwin');
    r.desktop.host?.run('hidePanel');
    expect(r.done).toContain('hide');
  });

  it('shows how many comments are held, and says so when nobody is looking', () => {
    const r = rig();
    const held = { h1: {}, h2: {} } as never;
    r.patch('held', held);
    expect(r.shown.badge).toBe(2);
    expect(r.notes).toEqual([{ title: '2 comments are held', body: expect.any(String) }]);
    r.patch('held', { h3: {} } as never);
    expect(r.notes).toHaveLength(1);
  });

  it('says nothing while a window has the focus or notifications are off', () => {
    const focused = rig();
    focused.state.focus = true;
    focused.patch('held', { h1: {} } as never);
    const off = rig({ notifications: false });
    off.patch('held', { h1: {} } as never);
    expect([...focused.notes, ...off.notes]).toEqual([]);
  });

  it('tells of a lost connection only when it does not mend itself', () => {
    const r = rig();
    const room = newRoom('night-show', 0);
    const lost = { ...room, connection: { state: 'reconnecting', since: 0, attempt: 1 } as const };
    r.patch('rooms', { [room.key]: room });
    r.patch('rooms', { [room.key]: lost });
    r.clock.advance(3000);
    r.patch('rooms', { [room.key]: room });
    r.clock.advance(10_000);
    expect(r.notes).toEqual([]);
    r.patch('rooms', { [room.key]: lost });
    r.clock.advance(6000);
    expect(r.notes.map(({ title }) => title)).toEqual(['Night show: connection lost']);
  });

  it('takes the chosen keys and says which ones it could not have', () => {
    const keys = globalKeysSchema.parse({ panic: 'F9', blank: 'F10', freeze: 'F9', undo: 'Alt+Home' });
    const r = rig();
    expect(r.mirror.get('desktop').keys).toMatchObject({ panic: 'off', blank: 'off' });
    r.state.taken.add('F10');
    r.state.unknown.add('Alt+Home');
    r.patch('settings', { globalKeys: keys });
    expect(r.mirror.get('desktop').keys).toEqual({
      panic: 'on',
      blank: 'taken',
      freeze: 'double',
      undo: 'refused',
      clickThrough: 'off',
    });
    r.keys.get('F9')?.();
    expect(r.calls).toEqual([['panic:set', { on: true }]]);
    r.patch('settings', { globalKeys: globalKeysSchema.parse({ freeze: 'F9' }) });
    r.keys.get('F9')?.();
    expect(r.published).toContainEqual(['app:key', { key: 'freeze' }]);
    r.desktop.dispose();
    expect(r.keys.size).toBe(0);
  });

  it('says what could not be done', async () => {
    const r = rig();
    r.desktop.host?.run('undo');
    await Promise.resolve();
    await Promise.resolve();
    expect(r.notes[0]).toEqual({
      title: 'Undo the last action: not done',
      body: 'There is nothing to undo.',
    });
  });

  it('opens a panel that stopped again, says so, and asks when it stops again and again', async () => {
    const r = rig();
    for (let times = 0; times < 3; times += 1) r.desktop.host?.panel.gone('crashed');
    expect(r.done.filter((line) => line === 'reload')).toHaveLength(3);
    expect(r.reports[0]?.en).toContain('Nothing was lost');
    r.state.answer = 1;
    r.desktop.host?.panel.gone('crashed');
    await Promise.resolve();
    await Promise.resolve();
    expect(r.done).toContain('quit');
  });

  it('ends a panel that hangs for ten seconds, so that it is opened again', () => {
    const r = rig();
    r.desktop.host?.panel.hung(true);
    r.clock.advance(5000);
    r.desktop.host?.panel.hung(false);
    r.clock.advance(20_000);
    expect(r.done).not.toContain('kill');
    r.desktop.host?.panel.hung(true);
    r.clock.advance(10_000);
    expect(r.done).toContain('kill');
  });

  it('ends with its window, unless something is on air or the system is macOS', () => {
    const r = rig();
    expect(r.desktop.host?.panel.closed()).toBe('quit');
    r.patch('overlays', { main: overlay() });
    expect(r.desktop.host?.panel.closed()).toBe('stay');
    expect(r.notes.at(-1)?.title).toBe('Livedeck is still on air');
    expect(rig({}, 'darwin').desktop.host?.panel.closed()).toBe('stay');
  });

  it('keeps the place of the panel’s window', () => {
    const r = rig();
    const bounds = { x: 1, y: 2, width: 900, height: 700 };
    r.desktop.host?.place.moved(bounds, false);
    r.clock.advance(500);
    expect(r.stored.at(-1)).toMatchObject({ bounds, maximized: false });
    expect(r.desktop.host?.place.get().bounds).toEqual(bounds);
  });
});
