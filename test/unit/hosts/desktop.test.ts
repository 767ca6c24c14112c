import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { createAppProtocol } from '../../../main/hosts/desktop/app-protocol.ts';
import { createPanelIpc } from '../../../main/hosts/desktop/ipc.ts';
import { denyPermissions, guardContents } from '../../../main/hosts/desktop/security.ts';
import { openPanelWindow } from '../../../main/hosts/desktop/windows.ts';
import { fakeContents, fakeSession, fakeWindows } from '../../support/electron-double.ts';

describe('a panel window', () => {
  it('is sandboxed and isolated, without Node, and shows our own origin', () => {
    const { made, FakeWindow } = fakeWindows();
    const Window = FakeWindow as unknown as Parameters<typeof openPanelWindow>[0]['Window'];
    openPanelWindow({ Window, preload: '/x/panel.cjs' });
    expect(made[0]).toMatchObject({
      loaded: 'app://panel/',
      options: {
        webPreferences: {
          preload: '/x/panel.cjs',
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          allowRunningInsecureContent: false,
          experimentalFeatures: false,
          webviewTag: false,
        },
      },
    });
  });
});

describe('a page', () => {
  const guarded = () => {
    const page = fakeContents('app://panel/');
    const opened: string[] = [];
    guardContents(page.contents, {
      origins: () => ['app://panel'],
      openExternal: (address) => opened.push(address),
    });
    return { ...page, opened };
  };

  it('may not go anywhere but to our own pages', () => {
    const { isStopped } = guarded();
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(isStopped(event, 'https://evil.test/')).toBe(true);
      expect(isStopped(event, 'app://panel.evil.test/')).toBe(true);
      expect(isStopped(event, 'file:///etc/passwd')).toBe(true);
      expect(isStopped(event, 'not an address')).toBe(true);
      expect(isStopped(event, 'app://panel/index.html')).toBe(false);
    }
  });

  it('opens no window; https links go to the system’s browser, other schemes nowhere', () => {
    const { open, opened } = guarded();
    expect(open('https://example.com/')).toEqual({ action: 'deny' });
    expect(open('file:///etc/passwd')).toEqual({ action: 'deny' });
    expect(open('smb://server/share')).toEqual({ action: 'deny' });
    expect(open('javascript:alert(1)')).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://example.com/']);
  });

  it('may hold no webview', () => {
    expect(guarded().isStopped('will-attach-webview', 'https://evil.test/')).toBe(true);
  });
});

describe('the session', () => {
  it('grants no permission and no device', () => {
    const { session, handlers } = fakeSession();
    denyPermissions(session);
    const answers: boolean[] = [];
    const page = fakeContents('app://panel/').contents;
    handlers.request?.(page, 'media', (granted) => answers.push(granted), {
      requestingUrl: '',
      isMainFrame: true,
    });
    expect(answers).toEqual([false]);
    expect(handlers.check?.(page, 'media', 'app://panel', {} as never)).toBe(false);
    expect(handlers.device?.({} as never)).toBe(false);
  });
});

describe('app://panel', () => {
  const root = mkdtempSync(join(tmpdir(), 'livedeck-app-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<p>panel</p>');
  writeFileSync(join(root, 'assets/a.js'), '1');
  writeFileSync(join(root, '..', 'outside.html'), 'secret');
  const serve = createAppProtocol(root, () => 'http://127.0.0.1:5');
  const get = (url: string, method = 'GET') => serve({ url, method });

  it('serves the panel with a strict policy as a header', async () => {
    const answer = await get('app://panel/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<p>panel</p>');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect((await get('app://panel/assets/a.js')).headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    'app://panel/../outside.html',
    'app://panel/%2e%2e/outside.html',
    'app://panel/..%2foutside.html',
    'app://panel/..%5coutside.html',
    'app://panel/%00',
    'app://panel/%zz',
    'app://other/index.html',
    'app://panel/assets',
    'app://panel/missing.js',
  ])('serves nothing for %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it('answers GET only', async () => {
    expect((await get('app://panel/', 'POST')).status).toBe(404);
  });
});

describe('calls over IPC', () => {
  type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;
  const rig = () => {
    let handler: Handler | undefined;
    const asked: unknown[] = [];
    const ipc = createPanelIpc(
      {
        handle: (_channel, listener) => {
          handler = listener as Handler;
        },
      },
      () => ({
        call: async (caller, name, input) => {
          asked.push([caller, name, input]);
          return { ok: true, value: 'answer' };
        },
      }),
    );
    const call = (sender: unknown, senderFrame: unknown) =>
      handler?.({ sender, senderFrame } as unknown as IpcMainInvokeEvent, 'state:get', { topic: 'app' });
    return { ipc, asked, call };
  };

  it('reach the router from the main frame of a known panel', async () => {
    const { ipc, asked, call } = rig();
    const panel = fakeContents('app://panel/');
    ipc.add(panel.contents);
    expect(await call(panel.contents, panel.mainFrame)).toEqual({ ok: true, value: 'answer' });
    expect(asked).toEqual([['panel', 'state:get', { topic: 'app' }]]);
  });

  it('are refused from unknown windows, sub-frames, foreign pages and frames that are gone', async () => {
    const { ipc, asked, call } = rig();
    const panel = fakeContents('app://panel/');
    const stranger = fakeContents('app://panel/');
    const moved = fakeContents('https://evil.test/');
    ipc.add(panel.contents);
    ipc.add(moved.contents);
    const refused = { ok: false, error: { code: 'not-allowed' } };
    expect(await call(stranger.contents, stranger.mainFrame)).toMatchObject(refused);
    expect(await call(panel.contents, { url: 'app://panel/' })).toMatchObject(refused);
    expect(await call(moved.contents, moved.mainFrame)).toMatchObject(refused);
    expect(await call(panel.contents, null)).toMatchObject(refused);
    expect(asked).toEqual([]);
  });

  it('events go to living panels only', () => {
    const { ipc } = rig();
    const panel = fakeContents('app://panel/');
    ipc.add(panel.contents);
    ipc.publish('app:focus', {});
    panel.destroy();
    ipc.publish('app:focus', {});
    expect(panel.sent).toEqual([['livedeck:event', 'app:focus', {}]]);
  });
});
