import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDesktopPort } from '../../../main/hosts/desktop/desktop-port.ts';
import { iconPaths } from '../../../main/hosts/desktop/icons.ts';
import { createPanel } from '../../../main/hosts/desktop/panel.ts';
import { overlayWindowSpec as spec } from '../../support/desk-doubles.ts';
import { fakeElectron } from '../../support/electron-double.ts';

const double = () => fakeElectron({ userData: mkdtempSync(join(tmpdir(), 'livedeck-')), appPath: '/app' });

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

  it('brings the panel to front by a click on the tray’s icon, except on macOS, where that opens the menu', () => {
    const onWindows = rig();
    const onMac = rig('darwin');
    for (const { port, said } of [onWindows, onMac]) {
      port.setTray({ icon: 'off', tip: '', items: [] });
      said.tray.click();
    }
    expect([onWindows.ran, onMac.ran]).toEqual([['show'], []]);
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

  it('hides the panel alone, out of full screen first', () => {
    const { port, panel, windows } = rig('darwin');
    panel.show();
    const [window] = windows;
    if (window === undefined) throw new Error('No window was made.');
    port.hidePanel();
    expect(window.shown).toBe('no');
    panel.show();
    window.fullScreen = true;
    const left: string[] = [];
    window.window.once('leave-full-screen', () => left.push(window.shown));
    port.hidePanel();
    expect(left).toEqual(['yes']);
    expect(window.shown).toBe('no');
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
