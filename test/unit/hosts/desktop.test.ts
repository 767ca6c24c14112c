import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callNames } from '../../../main/contract/calls.ts';
import { eventNames, isHeardBy } from '../../../main/contract/events.ts';
import { createRouter } from '../../../main/core/router.ts';
import { createAppProtocol } from '../../../main/hosts/desktop/app-protocol.ts';
import { guardContents, guardSession } from '../../../main/hosts/desktop/security.ts';
import { openPanelWindow } from '../../../main/hosts/desktop/windows.ts';
import { silentLog } from '../../support/desk-doubles.ts';
import { fakeContents, fakeSession, fakeWindows } from '../../support/electron-windows.ts';

describe('a panel window', () => {
  it('is sandboxed and isolated, without Node, and shows our own origin', () => {
    const { made, FakeWindow } = fakeWindows();
    const bounds = { x: 1, y: 2, width: 900, height: 700 };
    const place = { get: () => ({ bounds, maximized: false }), moved: () => undefined };
    openPanelWindow({ Window: FakeWindow, preload: '/x/panel.cjs', devTools: false, place });
    expect(made[0]).toMatchObject({
      loaded: 'app://panel/',
      options: {
        x: 1,
        width: 900,
        webPreferences: {
          devTools: false,
          plugins: false,
          safeDialogs: true,
          navigateOnDragDrop: false,
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

const guard = (opened: string[] = [], remoteImages = false, devTools = false) => ({
  overlayOrigin: () => 'http://127.0.0.1:5',
  remoteImages: () => remoteImages,
  devTools,
  openExternal: (address: string) => void opened.push(address),
});

describe('a page', () => {
  const guarded = (address = 'app://panel/') => {
    const page = fakeContents(address);
    const opened: string[] = [];
    guardContents(page.contents, guard(opened));
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

  it('of the panel may hold the overlay’s page in a frame, and nothing may take its own place', () => {
    const { isStopped } = guarded();
    expect(isStopped('will-frame-navigate', 'http://127.0.0.1:5/o/x/', false)).toBe(false);
    expect(isStopped('will-frame-navigate', 'http://127.0.0.1:6/o/x/', false)).toBe(true);
    expect(isStopped('will-navigate', 'http://127.0.0.1:5/o/x/')).toBe(true);
  });

  it('of an overlay’s window stays with the overlay server, also where that sends it on', () => {
    const page = guarded('http://127.0.0.1:5/w/main');
    expect(page.isStopped('will-redirect', 'http://127.0.0.1:5/o/x/?window')).toBe(false);
    expect(page.isStopped('will-navigate', 'app://panel/')).toBe(true);
    expect(page.isStopped('will-navigate', 'http://localhost:5/')).toBe(true);
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
  /** What is answered to a page that asks, and to one that looks whether it may. */
  const granted = (
    permission: string,
    page = 'app://panel/',
    frame: { readonly url?: string; readonly isMainFrame?: boolean } = {},
  ) => {
    const { session, handlers } = fakeSession();
    guardSession(session, guard());
    const { url = page, isMainFrame = true } = frame;
    const answers: boolean[] = [];
    const { contents } = fakeContents(page);
    const answer = (is: boolean) => void answers.push(is);
    handlers.request?.(contents, permission as 'media', answer, { requestingUrl: url, isMainFrame });
    answers.push(handlers.check?.(contents, permission as 'media', url, { isMainFrame }) ?? true);
    return answers;
  };

  it('grants no permission and no device', () => {
    for (const permission of ['media', 'notifications', 'clipboard-read', 'geolocation', 'unknown'])
      expect(granted(permission)).toEqual([false, false]);
    const { session, handlers } = fakeSession();
    guardSession(session, guard());
    expect(handlers.check?.(null, 'media', 'app://panel', {} as never)).toBe(false);
    expect(handlers.device?.({} as never)).toBe(false);
  });

  it('lets the panel write to the clipboard, and no other page or frame', () => {
    const permission = 'clipboard-sanitized-write';
    const overlay = 'http://127.0.0.1:5/o/x/';
    expect(granted(permission)).toEqual([true, true]);
    expect(granted(permission, overlay)).toEqual([false, false]);
    expect(granted(permission, 'app://panel/', { url: overlay, isMainFrame: false })).toEqual([false, false]);
    expect(granted(permission, 'app://panel/', { isMainFrame: false })).toEqual([false, false]);
  });

  it.each(['loopback-network', 'local-network', 'local-network-access'])(
    'lets the panel show the overlay’s page of this computer in a frame: %s',
    (permission) => {
      expect(granted(permission)).toEqual([true, true]);
      expect(granted(permission, 'app://panel/', { url: 'about:blank', isMainFrame: false })).toEqual([
        true,
        true,
      ]);
      expect(granted(permission, 'https://evil.test/')).toEqual([false, false]);
    },
  );
});

describe('what a page asks for', () => {
  const asked = (url: string, extra: { readonly type?: string; readonly from?: number | null } = {}) => {
    const answers: (boolean | undefined)[] = [];
    const allow = (remoteImages: boolean) => {
      const { session, handlers } = fakeSession();
      guardSession(session, guard([], remoteImages));
      const from = extra.from === null ? {} : { webContentsId: extra.from ?? 1 };
      const details = { url, resourceType: extra.type ?? 'xhr', ...from } as never;
      handlers.net?.(details, ({ cancel }) => answers.push(cancel));
    };
    allow(false);
    allow(true);
    return answers.map((cancel) => (cancel === false ? 'goes' : 'stopped')).join(', without/with pictures: ');
  };

  it.each([
    ['app://panel/assets/a.js', {}, 'goes', 'goes'],
    ['http://127.0.0.1:5/o/x/', {}, 'goes', 'goes'],
    ['ws://127.0.0.1:5/o/x/socket', { type: 'webSocket' }, 'goes', 'goes'],
    ['https://example.com/a.js', { type: 'script' }, 'stopped', 'stopped'],
    ['https://example.com/a.png', { type: 'image' }, 'stopped', 'goes'],
    ['http://example.com/a.png', { type: 'image' }, 'stopped', 'stopped'],
    ['http://127.0.0.1:6/', {}, 'stopped', 'stopped'],
    ['file:///etc/passwd', {}, 'stopped', 'stopped'],
    ['devtools://devtools/bundled/x.js', {}, 'stopped', 'stopped'],
    ['https://updates.example.com/latest.yml', { from: null }, 'goes', 'goes'],
  ] as const)('%s %o: %s without remote pictures, %s with them', (url, extra, without, withPictures) => {
    expect(asked(url, extra)).toBe(`${without}, without/with pictures: ${withPictures}`);
  });

  it('is downloaded only when the panel made it itself', () => {
    const { session, emitter } = fakeSession();
    guardSession(session, guard());
    const isStopped = (url: string) => {
      let stopped = false;
      emitter.emit('will-download', { preventDefault: () => (stopped = true) }, { getURL: () => url });
      return stopped;
    };
    expect(isStopped('blob:app://panel/3f0c')).toBe(false);
    expect(isStopped('https://example.com/x.exe')).toBe(true);
    expect(isStopped('blob:http://127.0.0.1:5/3f0c')).toBe(true);
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

describe('an overlay’s window', () => {
  it('may call nothing of the contract but its own confirmation', async () => {
    const asked: string[] = [];
    const handlers = Object.fromEntries(
      callNames.map((name) => [
        name,
        () => {
          asked.push(name);
          return { ok: true, value: {} };
        },
      ]),
    ) as never;
    const router = createRouter(handlers, silentLog);
    for (const name of callNames) await router.call('overlay', name, { overlayId: 'main', framed: true });
    expect(asked).toEqual(['overlay-window:confirm']);
  });

  it('hears nothing of the contract but its own frame', () => {
    expect(eventNames.filter((event) => isHeardBy(event, 'overlay'))).toEqual(['overlay-window:arrange']);
  });

  it('is given by its preload a way to confirm and a way to hear, under one name', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../preload/overlay.ts'), 'utf8');
    expect(
      [...text.matchAll(/ipcRenderer\.(\w+)\('([^']+)'/g)].map(([, verb, channel]) => `${verb} ${channel}`),
    ).toEqual([
      'invoke livedeck:overlay-confirm',
      'on livedeck:overlay-arrange',
      'off livedeck:overlay-arrange',
    ]);
    expect(text.match(/exposeInMainWorld/g)).toHaveLength(1);
  });
});
