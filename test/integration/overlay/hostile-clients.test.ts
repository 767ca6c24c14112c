import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { comment, roomKey, startOverlays } from './overlay-rig.ts';
import { connectPage, ready } from './page-double.ts';

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

const assets = new Map([
  ['', { body: Buffer.from('<!doctype html><title>page</title>'), type: 'text/html; charset=utf-8' }],
  ['assets/a.js', { body: Buffer.from('1'), type: 'text/javascript; charset=utf-8' }],
]);

let rig: Awaited<ReturnType<typeof startOverlays>>;
let path: string;
let secret: string;

beforeAll(async () => {
  rig = await startOverlays({ assets, extra: { frameAncestors: () => ['http://127.0.0.1:9'] } });
  path = new URL(rig.url).pathname;
  secret = path.split('/')[2] ?? '';
});
afterAll(() => rig.overlays.dispose());

const ask = (
  target: string,
  more: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: rig.port,
        path: target,
        method: more.method ?? 'GET',
        headers: more.headers ?? {},
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });

const upgrade = (target: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { origin, ...rest } = headers;
    const socket = new WebSocket(`ws://127.0.0.1:${rig.port}${target}`, {
      ...(origin === undefined ? {} : { origin }),
      headers: rest,
    });
    socket.on('unexpected-response', (_, response) => {
      socket.terminate();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', (error) => {
      if (!error.message.includes('before the connection was established')) reject(error);
    });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
  });

const own = () => ({ origin: `http://127.0.0.1:${rig.port}` });

describe('the overlay server towards whoever asks', () => {
  it('serves the page with headers that allow nothing but the page itself', async () => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(body).toContain('<title>Livedeck overlay main</title>');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`connect-src ws://127.0.0.1:${rig.port};`);
    expect(policy).toContain('frame-ancestors http://127.0.0.1:9');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('serves the page’s own files and nothing beside them', async () => {
    expect((await ask(`${path}assets/a.js`)).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask(`${path}assets/b.js`)).status).toBe(404);
    expect((await ask(`${path}socket`)).status).toBe(404);
  });

  it('answers the page under both names of this computer', async () => {
    const { status, headers } = await ask(path, { headers: { host: `localhost:${rig.port}` } });
    expect(status).toBe(200);
    expect(String(headers['content-security-policy'])).toContain(`connect-src ws://localhost:${rig.port};`);
  });

  it.each(['evil.test', 'evil.test:80', '127.0.0.1', 'localhost', '127.0.0.1:1', '[::1]:80'])(
    'refuses the host name "%s", so that a rebound name gets nothing',
    async (host) => {
      expect((await ask(path, { headers: { host } })).status).toBe(421);
    },
  );

  it.each(['/', '/o/', '/o/short/', `/o/${'A'.repeat(32)}/`, '/index.html', '/favicon.ico', '/o//'])(
    'knows nothing at %s',
    async (target) => {
      expect((await ask(target)).status).toBe(404);
    },
  );

  it.each([
    '../../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/etc/passwd',
    'assets/../../../../etc/passwd',
    '..\\..\\package.json',
    'assets/a.js%00.html',
    './',
    '//etc/passwd',
  ])('has no way out of the page’s folder by %s', async (climb) => {
    const { status, body } = await ask(`${path}${climb}`);
    expect(status).toBe(404);
    expect(body).not.toContain('root:');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])('does nothing for %s', async (method) => {
    const { status, headers } = await ask(path, { method });
    expect([status, headers.allow]).toEqual([405, 'GET']);
  });

  it('listens on this computer only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (!outside) return;
    const reached = await new Promise<string>((resolve) => {
      const socket = connect({ host: outside.address, port: rig.port, timeout: 2000 });
      socket.on('connect', () => resolve('connected'));
      socket.on('timeout', () => resolve('nothing'));
      socket.on('error', () => resolve('nothing'));
    });
    expect(reached).toBe('nothing');
  });

  it('refuses a request that is too big', async () => {
    expect((await ask(path, { headers: { 'x-big': 'x'.repeat(20_000) } })).status).toBe(431);
  });
});

describe('the overlay socket towards whoever connects', () => {
  it('opens for the page’s own origin', async () => {
    expect(await upgrade(`${path}socket`, own())).toBe(101);
  });

  it.each([
    ['another site', { origin: 'http://evil.test' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a secure site', { origin: 'https://127.0.0.1' }],
    ['a program that names none', {}],
  ])('stays shut for %s', async (_, headers) => {
    expect(await upgrade(`${path}socket`, headers as Record<string, string>)).toBe(403);
  });

  it('stays shut under another host name, without the secret, and at any other path', async () => {
    expect(await upgrade(`${path}socket`, { ...own(), host: 'evil.test' })).toBe(421);
    expect(await upgrade(`/o/${'A'.repeat(32)}/socket`, own())).toBe(404);
    expect(await upgrade(`${path}`, own())).toBe(404);
    expect(await upgrade('/socket', own())).toBe(404);
  });

  it.each([
    ['text that is no JSON', 'hello'],
    ['a frame of another kind', { type: 'show', items: [] }],
    ['a frame with more than it should have', { ...ready, secret: 'x' }],
    ['figures before it said what it is', { type: 'frames', fps: 60, onScreen: 1 }],
    ['a number where text belongs', { ...ready, obs: 1 }],
    ['a giant where a size belongs', { ...ready, width: 1e9 }],
  ])('drops a page that sends %s', async (_, frame) => {
    const page = await connectPage(rig.url);
    page.send(frame as object);
    expect(await page.closed).toBeGreaterThanOrEqual(1006);
  });

  it('drops a page that sends a huge frame or a binary one', async () => {
    const huge = await connectPage(rig.url);
    huge.send(ready);
    huge.send('x'.repeat(20_000));
    expect(await huge.closed).toBeGreaterThanOrEqual(1006);
    const binary = await connectPage(rig.url);
    binary.socket.send(Buffer.from([1, 2, 3]));
    expect(await binary.closed).toBeGreaterThanOrEqual(1006);
  });

  it('drops a page that floods it', async () => {
    const page = await connectPage(rig.url);
    page.send(ready);
    for (let index = 0; index < 500; index += 1) page.send({ type: 'frames', fps: 60, onScreen: 1 });
    expect(await page.closed).toBeGreaterThanOrEqual(1006);
  });

  it('lets in sixteen pages and no more, and the next one when one has left', async () => {
    const pages = await Promise.all(Array.from({ length: 16 }, () => connectPage(rig.url)));
    expect(await upgrade(`${path}socket`, own())).toBe(503);
    await pages[0]?.close();
    await expect.poll(() => upgrade(`${path}socket`, own())).toBe(101);
    await Promise.all(pages.map(({ close }) => close()));
  });

  it('still serves its own page after all that', async () => {
    const page = await connectPage(rig.url);
    page.send(ready);
    await page.frame('hello');
    rig.overlays.show(roomKey, [comment('still here')]);
    expect((await page.frame('show')).items).toMatchObject([{ text: 'still here' }]);
    await page.close();
  });

  it('leads a window to its page once, for a minute, and by nothing but its own one-time address', async () => {
    const request = rig.overlays.windowRequest('main');
    const address = new URL(request.ok ? request.value.address : '');
    expect(address.href).not.toContain(secret);
    const target = `${address.pathname}${address.search}`;
    expect((await ask(`/w/other${address.search}`)).status).toBe(404);
    expect((await ask('/w/main?')).status).toBe(404);
    expect(await ask(target)).toMatchObject({ status: 303, headers: { location: `${path}?window` } });
    expect((await ask(target)).status).toBe(404);
    expect(await upgrade(target, { origin: `http://127.0.0.1:${rig.port}` })).toBe(404);
  });

  it('slows down a program that guesses at secrets', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 6; round += 1) {
      const guesses = await Promise.all(Array.from({ length: 60 }, () => ask(`/o/${'B'.repeat(32)}/`)));
      for (const { status } of guesses) statuses.add(status);
    }
    expect([...statuses].sort()).toEqual([404, 429]);
    expect(secret).toHaveLength(32);
  });
});
