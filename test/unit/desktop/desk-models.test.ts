import { describe, expect, it } from 'vitest';
import { acceleratorSchema } from '../../../main/contract/models/desktop.ts';
import type { TopicValue } from '../../../main/contract/state.ts';
import { airStateOf, isLive, wakefulnessOf } from '../../../main/core/desktop/air-state.ts';
import { deskWords } from '../../../main/core/desktop/desk-words.ts';
import type { MenuItem } from '../../../main/core/desktop/menu-item.ts';
import { applicationMenu, contextMenu } from '../../../main/core/desktop/menus.ts';
import { trayModel } from '../../../main/core/desktop/tray-model.ts';
import { plainNotes } from '../../../main/core/updates/release-notes.ts';

const page = (preview: boolean) => ({
  id: 'c',
  width: 1,
  height: 1,
  fps: 0,
  chromium: 103,
  obs: !preview,
  onScreen: 0,
  preview,
});
const overlay = (blank: boolean, ...pages: boolean[]): TopicValue<'overlays'>[string] => ({
  id: 'main',
  name: 'Main',
  clients: pages.map(page),
  blank,
  waiting: 0,
  port: 1,
});
const calm = { on: false };
const labels = (items: readonly MenuItem[]): string[] =>
  items.flatMap((item) => {
    if (item.kind === 'separator') return [];
    return item.kind === 'submenu' ? [item.label, ...labels(item.items)] : [item.label];
  });

describe('on air', () => {
  it('is what an overlay page shows; the panel’s own preview is not on air', () => {
    expect(airStateOf({ overlays: {}, panic: calm }).state).toBe('off');
    expect(airStateOf({ overlays: { main: overlay(false, true) }, panic: calm }).state).toBe('off');
    expect(airStateOf({ overlays: { main: overlay(false, true, false, false) }, panic: calm })).toEqual({
      state: 'air',
      pages: 2,
    });
    expect(airStateOf({ overlays: { main: overlay(true, false) }, panic: calm }).state).toBe('blank');
    expect(airStateOf({ overlays: { main: overlay(true, false) }, panic: { on: true } }).state).toBe('panic');
  });

  it('keeps the screen awake; a live room keeps the computer awake, a rehearsal does not', () => {
    const room = { accountId: 'a', connection: { state: 'live' } } as TopicValue<'rooms'>[string];
    const accounts = (kind: string) => ({ a: { kind } }) as unknown as TopicValue<'accounts'>;
    expect(isLive({ r: room }, accounts('key'))).toBe(true);
    expect(isLive({ r: room }, accounts('rehearsal'))).toBe(false);
    expect(wakefulnessOf({ state: 'air', pages: 1 }, false)).toBe('display');
    expect(wakefulnessOf({ state: 'off', pages: 0 }, true)).toBe('app');
    expect(wakefulnessOf({ state: 'off', pages: 0 }, false)).toBe('none');
  });
});

describe('the tray', () => {
  const facts = { air: { state: 'air', pages: 1 } as const, held: 2, blank: false, overlayWindows: [] };

  it('says what is on air and offers what cannot wait', () => {
    const tray = trayModel(facts, deskWords('en'));
    expect(tray).toMatchObject({ icon: 'air', tip: 'Livedeck · On air on 1 page' });
    expect(labels(tray.items)).toEqual([
      'On air on 1 page',
      '2 comments are held',
      'Show Livedeck',
      'Panic',
      'Blank the picture',
      'Undo the last action',
      'Quit Livedeck',
    ]);
  });

  it('speaks Chinese, ends a panic, and switches click-through while overlay windows are open', () => {
    const tray = trayModel(
      {
        ...facts,
        air: { state: 'panic', pages: 0 },
        overlayWindows: [{ open: true, clickThrough: true }],
      },
      deskWords('zh-CN'),
    );
    expect(labels(tray.items)).toContain('结束紧急状态');
    expect(tray.items).toContainEqual(
      expect.objectContaining({ command: 'clickThrough', checked: true, label: '叠加层窗口鼠标穿透' }),
    );
  });
});

describe('the menus', () => {
  it('have copy and paste, in both languages, and developer tools only where they exist', () => {
    const mac = labels(
      applicationMenu({ mac: true, devTools: false, overlayWindow: false }, deskWords('zh-CN')),
    );
    expect(mac).toEqual(expect.arrayContaining(['Livedeck', '复制', '粘贴', '退出 Livedeck']));
    expect(mac).not.toContain('开发者工具');
    const other = labels(
      applicationMenu({ mac: false, devTools: true, overlayWindow: false }, deskWords('en')),
    );
    expect(other).toEqual(expect.arrayContaining(['File', 'Copy', 'Developer tools', 'Quit Livedeck']));
  });

  it('take no key of the panel: accelerators are the system’s own habits', () => {
    const all = (items: readonly MenuItem[]): string[] =>
      items.flatMap((item) => {
        if (item.kind === 'submenu') return all(item.items);
        return item.kind === 'command' && item.accelerator !== undefined ? [item.accelerator] : [];
      });
    expect(
      all(applicationMenu({ mac: true, devTools: true, overlayWindow: false }, deskWords('en'))),
    ).toEqual(['Command+,', 'Command+Q']);
    expect(
      all(applicationMenu({ mac: false, devTools: true, overlayWindow: false }, deskWords('en'))),
    ).toEqual(['Control+Q']);
  });

  it('on macOS hide only the panel while an overlay’s window may be captured', () => {
    const hide = (overlayWindow: boolean) => {
      const [first] = applicationMenu({ mac: true, devTools: false, overlayWindow }, deskWords('en'));
      return first?.kind === 'submenu'
        ? first.items.find((item) => item.kind !== 'separator' && item.label === 'Hide Livedeck')
        : undefined;
    };
    expect(hide(false)).toMatchObject({ kind: 'role', role: 'hide' });
    expect(hide(true)).toMatchObject({ kind: 'command', command: 'hidePanel', accelerator: 'Command+H' });
  });

  it('of a right click are there for text only', () => {
    const editFlags = {
      canUndo: false,
      canRedo: false,
      canCut: true,
      canCopy: true,
      canPaste: true,
      canSelectAll: true,
    };
    const words = deskWords('en');
    expect(contextMenu({ isEditable: false, selectionText: ' ', editFlags }, words)).toEqual([]);
    expect(labels(contextMenu({ isEditable: false, selectionText: 'hi', editFlags }, words))).toEqual([
      'Copy',
    ]);
    const field = contextMenu({ isEditable: true, selectionText: '', editFlags }, words);
    expect(field[0]).toMatchObject({ role: 'undo', enabled: false });
    expect(labels(field)).toEqual(['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select all']);
  });
});

describe('a global shortcut', () => {
  it.each(['', 'F9', 'F24', 'CommandOrControl+Shift+F9', 'Alt+Escape', 'Control+Alt+K', 'Shift+num5'])(
    'may be "%s"',
    (text) => expect(acceleratorSchema.safeParse(text).success).toBe(true),
  );
  it.each(['K', 'Space', 'Ctrl+K', 'Shift', 'F25', 'CommandOrControl+', 'Alt+kk', 'Alt+K+L'])(
    'may not be "%s"',
    (text) => expect(acceleratorSchema.safeParse(text).success).toBe(false),
  );
});

describe('release notes', () => {
  it('are shown as text, whatever the feed holds', () => {
    expect(plainNotes('<h2>0.2</h2><ul><li>Faster &amp; calmer</li></ul><script>x</script>')).toBe(
      '0.2\n• Faster & calmer\nx',
    );
    expect(
      plainNotes([
        { version: '0.3', note: 'b' },
        { version: '0.2', note: null },
      ]),
    ).toBe('0.3\nb\n\n0.2');
    expect(plainNotes(null)).toBe('');
    expect(plainNotes('x'.repeat(30_000))).toHaveLength(20_000);
  });
});
