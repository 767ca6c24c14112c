import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Livedeck, startCloud, startLivedeck, viewerSays } from './rig.ts';

const token = 'Bearer 9f3b-backend-token';
const reader = 'host-endpoint';

let cloud: Awaited<ReturnType<typeof startCloud>>;
let livedeck: Livedeck;
let accountId: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: { readonly url: string; readonly auth: string | undefined }[] = [];
const backend = createServer((request, response) => {
  asked.push({ url: request.url ?? '', auth: request.headers.authorization });
  answer(request, response);
});

const json =
  (value: unknown, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
const url = () => `http://127.0.0.1:${(backend.address() as AddressInfo).port}/sig`;
const endpoint = (changes: object = {}) => ({
  kind: 'usersig-endpoint' as const,
  sdkAppId: cloud.sdkAppId,
  userId: reader,
  address: cloud.address,
  protection: { by: 'memory' as const },
  url: url(),
  header: { name: 'Authorization', value: token },
  ...changes,
});

beforeAll(async () => {
  await new Promise<void>((done) => backend.listen(0, '127.0.0.1', done));
  cloud = await startCloud();
  livedeck = await startLivedeck();
  answer = json({ userSig: cloud.userSig(reader) });
});
afterAll(async () => {
  await livedeck.stop();
  await cloud.stop();
  backend.closeAllConnections();
  backend.close();
});

it('an account of a UserSig server signs in with what it answers and needs no key', async () => {
  accountId = (await livedeck.must('account:add', endpoint())).accountId;
  expect(await livedeck.ready(accountId)).toMatchObject({ kind: 'usersig-endpoint', admin: false });
  expect(asked[0]).toEqual({ url: `/sig?userId=${reader}&sdkAppId=${cloud.sdkAppId}`, auth: token });
  const { roomKey } = await livedeck.must('room:open', { accountId, roomId: 'night-show' });
  await livedeck.live(roomKey);
  await viewerSays(cloud, 'night-show', 'viewer', 'hello endpoint');
  await livedeck.untilItem((item) => item.kind === 'comment' && item.text === 'hello endpoint');
});

it('its header is told to nobody else and lies nowhere in the data folder in the clear', async () => {
  expect(livedeck.frames.join('\n')).not.toContain(token);
  const files = readdirSync(livedeck.dataDir).filter((name) => /\.(json|log|db)$/.test(name));
  expect(files).toContain('accounts.json');
  for (const name of files)
    expect(readFileSync(join(livedeck.dataDir, name), 'latin1').includes(token)).toBe(false);
});

it.each([
  ['{"userSig"}', () => ({ userSig: cloud.userSig(reader) })],
  ['{"data":{"usersig"}}', () => ({ code: 0, data: { usersig: cloud.userSig(reader) } })],
  ['a JSON string', () => cloud.userSig(reader)],
])('it reads %s', async (_name, make) => {
  answer = json(make());
  const { items } = await livedeck.must('account:test', { accountId });
  expect(items[0]).toMatchObject({ id: 'signature', state: 'ok' });
});

it('it fills the user into the address where there is a place for it', async () => {
  answer = json({ userSig: cloud.userSig('who@x') });
  const added = await livedeck.must('account:add', {
    ...endpoint({ userId: 'who@x', header: undefined }),
    url: url().replace('/sig', '/apps/{sdkAppId}/users/{userId}'),
  });
  await livedeck.ready(added.accountId);
  expect(asked.at(-1)).toEqual({ url: `/apps/${cloud.sdkAppId}/users/who%40x`, auth: undefined });
  await livedeck.must('account:remove', { accountId: added.accountId });
});

it('it is told without what may be secret, and keeps its address when its header is given again', async () => {
  answer = json({ userSig: cloud.userSig('keeper') });
  const first = endpoint({ userId: 'keeper', url: `${url()}?team=night-9` });
  const { accountId: id } = await livedeck.must('account:add', first);
  const shown = (await livedeck.state('accounts'))[id];
  expect(shown).toMatchObject({
    address: cloud.address,
    endpoint: { address: url(), headerName: 'Authorization' },
  });
  expect(livedeck.frames.join('\n')).not.toContain('night-9');
  await livedeck.must('account:add', { ...endpoint({ userId: 'keeper', url: undefined }), accountId: id });
  await livedeck.ready(id);
  expect(asked.at(-1)?.url).toContain('team=night-9');
  await livedeck.must('account:remove', { accountId: id });
  const withoutAny = await livedeck.call('account:add', endpoint({ userId: 'other', url: undefined }));
  expect(withoutAny).toMatchObject({ error: { code: 'invalid-input' } });
});

it.each<[string, () => typeof answer, string]>([
  ['a page', () => (_request, response) => response.end('<html>sign in</html>'), 'not a UserSig'],
  ['nothing', () => (_request, response) => response.end(), 'not a UserSig'],
  ['a megabyte', () => (_request, response) => response.end('x'.repeat(1_000_000)), 'far too long'],
  ['another user’s', () => json({ userSig: cloud.userSig('somebody') }), 'another user'],
  ['an old one', () => json({ userSig: cloud.userSig(reader, 60, Date.now() - 120_000) }), 'time is over'],
  ['401', () => json({ error: 'no' }, 401), 'HTTP 401'],
  [
    'a way to another address',
    () => (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'does not follow it',
  ],
  ['a cut line', () => (request) => request.socket.destroy(), 'cannot be reached'],
])('a UserSig server that answers %s is told so', async (_name, make, text) => {
  answer = make();
  const { items } = await livedeck.must('account:test', { accountId });
  expect(items[0]).toMatchObject({
    id: 'signature',
    state: 'fail',
    text: { en: expect.stringContaining(text) },
  });
  expect(items.slice(1).every(({ state }) => state === 'skipped')).toBe(true);
});

it('an address that is not encrypted, or a header that cannot be sent, is refused before anything is asked', async () => {
  const before = asked.length;
  for (const changes of [
    { url: 'http://example.test/sig' },
    { url: 'https://name:word@example.test/sig' },
    { url: 'ftp://127.0.0.1/sig' },
    { url: 'sig' },
    { header: { name: 'Bad Name', value: 'x' } },
    { header: { name: 'X-Token', value: 'a\r\nHost: evil' } },
    { address: { socket: 'ws://example.test' } },
    { address: { rest: 'http://example.test', socket: 'wss://example.test' } },
  ])
    expect(await livedeck.call('account:add', endpoint({ userId: 'another', ...changes }))).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  expect(asked).toHaveLength(before);
  expect(Object.keys(await livedeck.state('accounts'))).toEqual([accountId]);
});
