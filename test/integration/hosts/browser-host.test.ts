import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { callNames, calls } from '../../../main/contract/calls.ts';
import { type Livedeck, startAndEnd, startLivedeck, temporaryDir } from '../../support/livedeck.ts';
import { connectPanel, enter, type PanelClient } from '../../support/panel-client.ts';
import { childrenOf, stillRunning } from '../../support/processes.ts';

const dataDir = temporaryDir();
let app: Livedeck;
let panel: PanelClient;

beforeAll(async () => {
  app = await startLivedeck(['--data-dir', dataDir, '--port', '0', '--rehearse', 'calm', '--seed', '5']);
  panel = await connectPanel(app.ready.url);
});

afterAll(async () => {
  panel.close();
  await app.stop();
});

const origin = () => new URL(app.ready.url).origin;
const status = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(origin() + path, { headers, redirect: 'manual' })).status;

/** What a program that speaks raw HTTP gets, e.g. with a Host header of its own. */
const rawStatus = (host: string): Promise<number> =>
  new Promise((done, fail) => {
    get(`${origin()}/`, { headers: { host } }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    }).on('error', fail);
  });

const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ host, port });
    const end = (reached: boolean) => {
      socket.destroy();
      done(reached);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });

const upgradeStatus = (headers: Record<string, string>, from = origin()): Promise<number> =>
  new Promise((done) => {
    const socket = new WebSocket(`${origin().replace('http', 'ws')}/panel-socket`, { origin: from, headers });
    socket.on('unexpected-response', (_request, answer) => done(answer.statusCode ?? 0));
    socket.on('open', () => {
      socket.close();
      done(101);
    });
    socket.on('error', () => undefined);
  });

describe('the door of the browser host', () => {
  it('lets in nobody without the address that was printed', async () => {
    expect(await status('/')).toBe(403);
    expect(await status('/index.html')).toBe(403);
    expect(await status('/enter?key=guess')).toBe(403);
    expect(await status('/enter')).toBe(403);
  });

  it('exchanges the key for a cookie that scripts cannot read and other sites cannot use', async () => {
    const answer = await fetch(app.ready.url, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await status('/', { cookie: await enter(app.ready.url) })).toBe(200);
  });

  it('sends a strict policy with every answer', async () => {
    const answer = await fetch(`${origin()}/`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('answers to its own name only, so that no other name can be pointed at it', async () => {
    expect(await rawStatus('evil.test')).toBe(421);
    expect(await rawStatus(`evil.test:${new URL(origin()).port}`)).toBe(421);
  });

  it('serves nothing outside the panel’s own files', async () => {
    const cookie = await enter(app.ready.url);
    expect(await status('/..%2f..%2fpackage.json', { cookie })).toBeGreaterThanOrEqual(400);
    expect(await status('/%2e%2e/main/browser.cjs', { cookie })).toBeGreaterThanOrEqual(400);
  });

  it('lets a browser keep the built files and nothing else', async () => {
    const headers = { cookie: await enter(app.ready.url) };
    const page = await fetch(`${origin()}/`, { headers });
    expect(page.headers.get('cache-control')).toBe('no-store');
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    const file = await fetch(`${origin()}${script}`, { headers });
    expect(file.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const locked = await fetch(`${origin()}${script}`);
    expect([locked.status, locked.headers.get('cache-control')]).toEqual([403, 'no-store']);
  });

  it('takes no other request than those of its own page', async () => {
    const headers = { cookie: await enter(app.ready.url) };
    const asked = async (path: string, method: string) =>
      (await fetch(origin() + path, { method, headers })).status;
    expect(await asked('/', 'HEAD')).toBe(200);
    expect(await asked('/', 'POST')).toBe(404);
    expect(await asked('/assets/none.js', 'GET')).toBe(404);
    expect(await asked('/focus', 'POST')).toBe(404);
    expect(await asked('/focus', 'GET')).toBe(404);
  });

  it('opens its socket only to our own page with the cookie', async () => {
    const cookie = await enter(app.ready.url);
    expect(await upgradeStatus({ cookie })).toBe(101);
    expect(await upgradeStatus({})).toBe(403);
    expect(await upgradeStatus({ cookie: 'livedeck-1=guess' })).toBe(403);
    expect(await upgradeStatus({ cookie }, 'https://evil.test')).toBe(403);
    expect(await upgradeStatus({ cookie }, 'null')).toBe(403);
  });

  it('listens on loopback and nowhere else', async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap((one) => one ?? [])
      .filter((one) => !one.internal && one.family === 'IPv4')
      .map((one) => one.address);
    const port = Number(new URL(origin()).port);
    const reached = await Promise.all(addresses.map((host) => canConnect(host, port)));
    expect(reached).not.toContain(true);
    expect(await canConnect('127.0.0.1', port)).toBe(true);
  });
});

describe('calls over the socket', () => {
  it('answer with the state of the room that was opened', async () => {
    await panel.until((heard) =>
      heard.find(
        ({ event, payload }) => event === 'feed:batch' && (payload as { items: unknown[] }).items.length > 0,
      ),
    );
    const rooms = await panel.call('state:get', { topic: 'rooms' });
    expect(rooms).toMatchObject({
      ok: true,
      value: { value: { 'rehearsal/night-show': { connection: { state: 'live' } } } },
    });
  });

  it('tell how many people are in the room by the service’s own count', async () => {
    const count = await panel.until((heard) =>
      heard
        .filter(({ event }) => event === 'state:patch')
        .map(({ payload }) => payload as { topic: string; patch: Record<string, { online?: number } | null> })
        .map(({ topic, patch }) => (topic === 'rooms' ? patch['rehearsal/night-show']?.online : undefined))
        .findLast((online) => online !== undefined),
    );
    expect(count).toBeGreaterThan(0);
  });

  const odd = [
    undefined,
    null,
    7,
    'text',
    [],
    { extra: 1 },
    { topic: 'keys' },
    { roomKey: 5 },
    { text: 'x'.repeat(100_000) },
  ];
  it.each(odd.map((input, index) => [index, input] as const))(
    'are answered, never met with silence, whatever is put in (%i)',
    async (_index, input) => {
      for (const call of callNames.filter(
        (name) => name !== 'rehearsal:stop' && name !== 'rehearsal:start',
      )) {
        const answer = await panel.call(call, input);
        const forPanels = (calls[call].callers as readonly string[]).includes('panel');
        const codes = ['invalid-input', ...(forPanels ? ['not-found', 'not-ready'] : ['not-allowed'])];
        if (!answer.ok) expect(codes, call).toContain(answer.error?.code);
      }
    },
  );

  it('that do not exist, or frames that are no calls, are told so and the socket stays', async () => {
    expect(await panel.call('vault:get-key', {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    panel.socket.send('{ not json');
    panel.socket.send('[]');
    expect(await panel.call('state:get', { topic: 'app' })).toMatchObject({ ok: true });
  });

  it('never tell the signing key', async () => {
    const everything = JSON.stringify([
      panel.heard,
      await Promise.all(
        ['app', 'accounts', 'rehearsal', 'overlays'].map((topic) => panel.call('state:get', { topic })),
      ),
    ]);
    const { rest, sdkAppId } = app.ready.rehearsal ?? { rest: '', sdkAppId: 0 };
    expect(rest).toContain('http://127.0.0.1');
    expect(sdkAppId).toBeGreaterThan(0);
    expect(everything).not.toMatch(/secretKey|userSig|[0-9a-f]{64}/);
  });
});

describe('a start that cannot go on', () => {
  it('on a data folder in use says so, points at the first and leaves it alone', async () => {
    const second = await startAndEnd(['--data-dir', dataDir]);
    expect(second.code).toBe(0);
    expect(second.stderr).toContain('already runs on the data folder');
    expect(JSON.parse(second.stdout)).toMatchObject({ event: 'already-running' });
    await panel.until((heard) => heard.find(({ event }) => event === 'app:focus'));
  });

  it('on a taken port says which and what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const ended = await startAndEnd(['--data-dir', temporaryDir(), '--port', String(port)]);
    taken.close();
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`Port ${port} is taken`);
    expect(ended.stderr).toContain('--port');
  });

  it('on a data folder that is a file says so', async () => {
    const file = join(temporaryDir(), 'file');
    writeFileSync(file, '');
    const ended = await startAndEnd(['--data-dir', file]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('cannot be used');
    expect(ended.stderr).toContain('--data-dir');
  });

  it('with an unknown option shows the page of options', async () => {
    const ended = await startAndEnd(['--colour', 'red']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('--rehearse');
  });
});

describe('a damaged data folder', () => {
  it('is set aside, told, and Livedeck starts', async () => {
    const damaged = temporaryDir();
    mkdirSync(damaged, { recursive: true });
    for (const name of ['settings.json', 'overlays.json', 'panel-session.json', 'instance.json']) {
      writeFileSync(join(damaged, name), '{ "broken": ');
    }
    for (const name of ['history.db', 'journal.db'])
      writeFileSync(join(damaged, name), 'this is no database at all');
    const started = await startLivedeck(['--data-dir', damaged, '--port', '0']);
    const client = await connectPanel(started.ready.url);
    const state = await client.call('state:get', { topic: 'app' });
    client.close();
    await started.stop();
    const reports = JSON.stringify(state);
    for (const name of ['settings', 'overlays', 'history', 'journal']) expect(reports).toContain(name);
    const kept = readdirSync(damaged).filter((name) => name.includes('damaged'));
    expect(kept.length).toBeGreaterThanOrEqual(4);
    expect(existsSync(join(damaged, 'history.db'))).toBe(true);
  });
});

describe('ending', () => {
  it('with Ctrl-C leaves no process behind', async () => {
    const started = await startLivedeck(['--data-dir', temporaryDir(), '--port', '0', '--rehearse', 'calm']);
    const children = childrenOf(started.pid).map(({ pid }) => pid);
    expect(children.length).toBeGreaterThanOrEqual(2);
    expect(await started.controlC()).toBe(0);
    expect(stillRunning(children)).toEqual([]);
  });
});
