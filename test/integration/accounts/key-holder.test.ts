import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keyHolder } from '../../support/key-holder.ts';
import { stillRunning } from '../../support/processes.ts';
import { makeZip, secret } from '../../unit/accounts/keys.ts';
import { createKeychain, type Livedeck, startCloud, startLivedeck, viewerSays } from './rig.ts';

let cloud: Awaited<ReturnType<typeof startCloud>>;
const running: Livedeck[] = [];
const start = async (options: Parameters<typeof startLivedeck>[0] = {}) => {
  const livedeck = await startLivedeck(options);
  running.push(livedeck);
  return livedeck;
};

beforeAll(async () => {
  cloud = await startCloud();
});
afterEach(async () => {
  for (const livedeck of running.splice(0)) await livedeck.stop();
});
afterAll(() => cloud.stop());

const room = 'night-show';
const zipOf = (pem: { readonly privateKey: string; readonly publicKey: string }) =>
  Buffer.from(makeZip({ private_key: pem.privateKey, public_key: pem.publicKey })).toString('base64');

describe('a key holder', () => {
  it.each(['v2', 'v1', 'v1 zip'] as const)(
    'with a %s key opens a room, reads it live and mutes',
    async (kind) => {
      const livedeck = await start();
      const keys = {
        v2: { text: cloud.secretKey },
        v1: { text: cloud.pem.privateKey },
        'v1 zip': { fileBase64: zipOf(cloud.pem) },
      };
      const { accountId } = await livedeck.must('account:add', keyHolder(cloud, keys[kind]));
      const account = await livedeck.ready(accountId);
      expect(account).toMatchObject({
        kind: 'key-holder',
        admin: true,
        keptBy: 'memory',
        key: { version: kind.slice(0, 2) },
      });
      const { roomKey } = await livedeck.must('room:open', { accountId, roomId: room });
      await livedeck.live(roomKey);
      const viewer = `viewer-${kind.replace(' ', '-')}`;
      await viewerSays(cloud, room, viewer, `hello from ${kind}`);
      await livedeck.untilItem((item) => item.kind === 'comment' && item.text === `hello from ${kind}`);
      const { entries } = await livedeck.must('moderation:act', {
        action: { type: 'mute', userId: viewer, nick: viewer, seconds: 600 },
        rooms: [roomKey],
      });
      expect(entries).toMatchObject([{ status: 'done', confirmed: true }]);
      expect(await viewerSays(cloud, room, viewer, 'again')).toMatchObject({ ErrorCode: 10017 });
    },
  );

  it('of two apps has both open at once, each with a feed process of its own', async () => {
    const other = await startCloud(['--sdkappid', '1400777777']);
    const livedeck = await start();
    const first = await livedeck.must('account:add', keyHolder(cloud));
    const second = await livedeck.must('account:add', keyHolder(other));
    await livedeck.ready(first.accountId);
    await livedeck.ready(second.accountId);
    expect(new Set(livedeck.pids).size).toBe(2);
    await livedeck.stop();
    running.splice(0);
    await other.stop();
  });

  it('who is thrown out by another login is told so in the room, and is back in it after signing in', async () => {
    const livedeck = await start();
    const { accountId } = await livedeck.must('account:add', keyHolder(cloud));
    await livedeck.ready(accountId);
    const { roomKey } = await livedeck.must('room:open', { accountId, roomId: room });
    await livedeck.live(roomKey);
    await cloud.controlCall('kick', { userId: cloud.vj, kind: 'multipleAccount' });
    const error = await livedeck.until('rooms', (rooms) => {
      const { connection } = rooms[roomKey] ?? {};
      return connection?.state === 'failed' ? connection.error : undefined;
    });
    expect(error.text.en).toContain('signed in in another window');
    expect((await livedeck.state('accounts'))[accountId]?.session.state).toBe('failed');
    await livedeck.must('account:open', { accountId });
    await livedeck.live(roomKey);
    await livedeck.untilItem((item) => item.kind === 'gap' && item.cause === 'signed-out');
    await cloud.controlCall('say', { roomId: room, userId: 'after-kick', text: 'back again' });
    await livedeck.untilItem((item) => item.kind === 'comment' && item.text === 'back again');
  });

  it('whose UserSigs the service calls expired signs new ones, acts and reads on', async () => {
    // Its clock is slow, so that what it signed first is certainly older than the moment of expiry.
    const livedeck = await start({ aheadMs: -5000 });
    const { accountId } = await livedeck.must('account:add', keyHolder(cloud));
    await livedeck.ready(accountId);
    const { roomKey } = await livedeck.must('room:open', { accountId, roomId: room });
    const { since } = (await livedeck.live(roomKey)).connection;
    await cloud.controlCall('expire', {});
    await cloud.controlCall('drop', { userId: cloud.vj });
    const { entries } = await livedeck.must('moderation:act', {
      action: { type: 'mute', userId: cloud.admin, nick: '', seconds: 60 },
      rooms: [roomKey],
    });
    expect(entries).toMatchObject([{ status: 'done' }]);
    await livedeck.until('rooms', (rooms) => {
      const { connection } = rooms[roomKey] ?? {};
      return connection?.state === 'live' && connection.since > since ? true : undefined;
    });
    await cloud.controlCall('say', { roomId: room, userId: 'after-expiry', text: 'still here' });
    await livedeck.untilItem((item) => item.kind === 'comment' && item.text === 'still here');
  });

  it('cannot be added twice as the same user of the same app', async () => {
    const livedeck = await start();
    await livedeck.must('account:add', keyHolder(cloud));
    expect(await livedeck.call('account:add', keyHolder(cloud))).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(Object.keys(await livedeck.state('accounts'))).toHaveLength(1);
  });

  it('whose key is of another app is told so by what the service says', async () => {
    const livedeck = await start();
    const { accountId } = await livedeck.must('account:add', keyHolder(cloud, { text: secret }));
    const error = await livedeck.until('accounts', (accounts) => {
      const session = accounts[accountId]?.session;
      return session?.state === 'failed' ? session.error : undefined;
    });
    expect(error.vendor?.code).toBeGreaterThanOrEqual(70001);
    const { items } = await livedeck.must('account:test', { accountId });
    expect(items.find(({ id }) => id === 'admin')).toMatchObject({ state: 'fail', vendor: error.vendor });
    expect(items.find(({ id }) => id === 'socket')).toMatchObject({ state: 'fail', vendor: error.vendor });
  });
});

describe('what is remembered', () => {
  it('by the system’s keychain is open again after a restart, with its rooms', async () => {
    const seal = createKeychain();
    const first = await start({ seal });
    expect(await first.state('app')).toMatchObject({ keyProtection: 'os', firstStart: true });
    const { accountId } = await first.must('account:add', {
      ...keyHolder(cloud),
      protection: { by: 'os' },
    });
    await first.ready(accountId);
    await first.must('room:open', { accountId, roomId: room });
    await first.stop();
    running.splice(0);
    const second = await start({ seal, dataDir: first.dataDir });
    await second.ready(accountId);
    await second.live(`${accountId}/${room}`);
    expect(await second.state('app')).toMatchObject({ firstStart: false });
    await second.must('account:close', { accountId });
    expect(await second.state('rooms')).toEqual({});
    await second.stop();
    running.splice(0);
    const third = await start({ seal, dataDir: first.dataDir });
    expect((await third.state('accounts'))[accountId]?.session).toEqual({ state: 'closed' });
  });

  it('behind a passphrase is locked until it is given, and a wrong one changes nothing', async () => {
    const passphrase = 'correct horse battery';
    const first = await start();
    const { accountId } = await first.must('account:add', {
      ...keyHolder(cloud),
      protection: { by: 'passphrase', passphrase },
    });
    await first.ready(accountId);
    await first.stop();
    running.splice(0);
    const second = await start({ dataDir: first.dataDir });
    const session = async () => (await second.state('accounts'))[accountId]?.session;
    expect(await session()).toEqual({ state: 'locked', needs: 'passphrase' });
    expect(await second.call('account:open', { accountId })).toMatchObject({
      ok: false,
      error: { code: 'not-ready' },
    });
    const wrong = await second.call('account:unlock', { accountId, passphrase: 'correct horse batterx' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await session()).toEqual({ state: 'locked', needs: 'passphrase' });
    await second.must('account:unlock', { accountId, passphrase });
    await second.ready(accountId);
  });

  it('only for a run wants its key again, and takes it in the same place', async () => {
    const first = await start();
    const { accountId } = await first.must('account:add', keyHolder(cloud));
    await first.ready(accountId);
    await first.stop();
    running.splice(0);
    const second = await start({ dataDir: first.dataDir });
    expect((await second.state('accounts'))[accountId]?.session).toEqual({
      state: 'locked',
      needs: 'secret',
    });
    expect((await second.state('accounts'))[accountId]?.address).toEqual(cloud.address);
    await second.must('account:add', { ...keyHolder(cloud), accountId });
    await second.ready(accountId);
    await second.must('account:remove', { accountId });
    expect(await second.state('accounts')).toEqual({});
    expect(await second.call('account:open', { accountId })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('by a keychain that is not there is refused, and nothing is stored', async () => {
    const livedeck = await start();
    expect(await livedeck.state('app')).toMatchObject({ keyProtection: 'none' });
    const refused = await livedeck.call('account:add', { ...keyHolder(cloud), protection: { by: 'os' } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await livedeck.state('accounts')).toEqual({});
  });
});

describe('the connection test', () => {
  it('of an open account finds everything in order', async () => {
    const livedeck = await start();
    const { accountId } = await livedeck.must('account:add', keyHolder(cloud));
    await livedeck.ready(accountId);
    const { roomKey } = await livedeck.must('room:open', { accountId, roomId: room });
    await livedeck.live(roomKey);
    const { items } = await livedeck.must('account:test', { accountId });
    expect(items.map(({ id }) => id)).toEqual([
      ...['signature', 'rest', 'admin', 'clock', 'ban', 'counters', 'members', 'keywords', 'socket', 'room'],
    ]);
    expect(items.filter(({ state }) => state !== 'ok')).toEqual([]);
  });

  it('of a closed account signs in by itself and leaves nothing running', async () => {
    const livedeck = await start();
    const { accountId } = await livedeck.must('account:add', keyHolder(cloud));
    await livedeck.must('account:close', { accountId });
    const { items } = await livedeck.must('account:test', { accountId });
    expect(items.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect((await livedeck.state('accounts'))[accountId]?.session).toEqual({ state: 'closed' });
    expect(livedeck.pids).toHaveLength(2);
    expect(stillRunning(livedeck.pids)).toEqual([]);
  });

  it('names the features that an edition lacks, as warnings, and an account that is no admin', async () => {
    const trial = await startCloud(['--edition', 'trial']);
    const livedeck = await start();
    const { accountId } = await livedeck.must('account:add', keyHolder(trial));
    const { items } = await livedeck.must('account:test', { accountId, roomId: room });
    expect(items.find(({ id }) => id === 'ban')).toMatchObject({ state: 'warn' });
    const other = await livedeck.must('account:add', {
      ...keyHolder(trial),
      userId: 'somebody',
      adminUserId: 'somebody',
    });
    await livedeck.ready(other.accountId);
    const noAdmin = await livedeck.must('account:test', { accountId: other.accountId });
    expect(noAdmin.items.find(({ id }) => id === 'rest')).toMatchObject({ state: 'ok' });
    expect(noAdmin.items.find(({ id }) => id === 'admin')).toMatchObject({
      state: 'fail',
      vendor: { code: 60010 },
    });
    await livedeck.stop();
    running.splice(0);
    await trial.stop();
  });
});
