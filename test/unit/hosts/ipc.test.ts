import { describe, expect, it } from 'vitest';
import { createOverlayIpc, createPanelIpc } from '../../../main/hosts/desktop/ipc.ts';
import { fakeIpc } from '../../support/electron-double.ts';
import { fakeContents } from '../../support/electron-windows.ts';

describe('calls over IPC', () => {
  const answer = { ok: true, value: 'answer' } as const;
  const rig = () => {
    const { ipcMain, call } = fakeIpc();
    const asked: unknown[] = [];
    const router = () => ({
      call: async (...args: unknown[]) => {
        asked.push(args);
        return answer;
      },
    });
    return {
      panels: createPanelIpc(ipcMain, router),
      overlays: createOverlayIpc(ipcMain, router, () => 'http://127.0.0.1:5'),
      asked,
      call: (sender: unknown, frame: unknown) =>
        call('livedeck:call', sender, frame, 'state:get', { topic: 'app' }),
      confirm: (sender: unknown, frame: unknown, ...args: unknown[]) =>
        call('livedeck:overlay-confirm', sender, frame, ...args),
    };
  };
  const refused = { ok: false, error: { code: 'not-allowed' } };

  it('reach the router from the main frame of a known panel', async () => {
    const { panels, asked, call } = rig();
    const panel = fakeContents('app://panel/');
    panels.add(panel.contents);
    expect(await call(panel.contents, panel.mainFrame)).toEqual(answer);
    expect(asked).toEqual([['panel', 'state:get', { topic: 'app' }]]);
  });

  it('are refused from unknown windows, sub-frames, foreign pages and frames that are gone', async () => {
    const { panels, asked, call } = rig();
    const panel = fakeContents('app://panel/');
    const stranger = fakeContents('app://panel/');
    const moved = fakeContents('https://evil.test/');
    panels.add(panel.contents);
    panels.add(moved.contents);
    expect(await call(stranger.contents, stranger.mainFrame)).toMatchObject(refused);
    expect(await call(panel.contents, { url: 'app://panel/' })).toMatchObject(refused);
    expect(await call(moved.contents, moved.mainFrame)).toMatchObject(refused);
    expect(await call(panel.contents, null)).toMatchObject(refused);
    expect(asked).toEqual([]);
  });

  it('of an overlay’s window confirm its own frame, and can be nothing else', async () => {
    const { overlays, asked, call, confirm } = rig();
    const page = fakeContents('http://127.0.0.1:5/o/x/');
    overlays.add('main', page.contents);
    expect(await confirm(page.contents, page.mainFrame, true)).toEqual(answer);
    await confirm(page.contents, page.mainFrame, { overlayId: 'other' }, 'moderation:act');
    expect(asked).toEqual([
      ['overlay', 'overlay-window:confirm', { overlayId: 'main', framed: true }],
      ['overlay', 'overlay-window:confirm', { overlayId: 'main', framed: { overlayId: 'other' } }],
    ]);
    expect(await call(page.contents, page.mainFrame)).toMatchObject(refused);
    const moved = fakeContents('https://evil.test/');
    overlays.add('main', moved.contents);
    expect(await confirm(moved.contents, moved.mainFrame, true)).toMatchObject(refused);
  });

  it('events go to living panels only, and an overlay hears of its own frame only', () => {
    const { panels, overlays } = rig();
    const panel = fakeContents('app://panel/');
    const page = fakeContents('http://127.0.0.1:5/o/x/');
    panels.add(panel.contents);
    overlays.add('main', page.contents);
    const tell = (...args: Parameters<typeof panels.publish>) => {
      panels.publish(...args);
      overlays.publish(...args);
    };
    tell('app:focus', {});
    tell('overlay-window:arrange', { overlayId: 'main', on: true });
    tell('overlay-window:arrange', { overlayId: 'other', on: true });
    tell('feed:batch', { roomKey: 'a/b', items: [], dropped: 0 });
    panel.destroy();
    tell('app:focus', {});
    expect(panel.sent.map(([, event]) => event)).toEqual(['app:focus', 'feed:batch']);
    expect(page.sent).toEqual([['livedeck:overlay-arrange', true]]);
  });
});
