import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../main/contract/calls.ts';
import { keyHolder } from '../../support/key-holder.ts';
import { type Livedeck, startCloud, startLivedeck, viewerSays } from './rig.ts';

const passphrase = 'blue kettle seven';
const mine = 'night-show';
const other = 'game-arena';
const moderator = 'mod-lan';

let cloud: Awaited<ReturnType<typeof startCloud>>;
let holder: Livedeck;
let desk: Livedeck;
let holderId: string;

beforeAll(async () => {
  cloud = await startCloud();
  holder = await startLivedeck();
  desk = await startLivedeck();
  holderId = (await holder.must('account:add', keyHolder(cloud))).accountId;
  await holder.ready(holderId);
});
afterAll(async () => {
  await desk.stop();
  await holder.stop();
  await cloud.stop();
});

const issue = (changes: object = {}): Promise<CallOutput<'pass:issue'>> =>
  holder.must('pass:issue', {
    accountId: holderId,
    userId: moderator,
    nick: 'Lan',
    rooms: [mine, other],
    may: ['say', 'mute', 'mute-all', 'recall', 'ban'],
    expiresInSeconds: 3600,
    passphrase,
    makeAdmin: false,
    ...changes,
  });

const enter = async (livedeck: Livedeck, accountId: string, roomId: string) => {
  const { roomKey } = await livedeck.must('room:open', { accountId, roomId });
  await livedeck.live(roomKey);
  return roomKey;
};

const act = (
  livedeck: Livedeck,
  rooms: string[],
  action: Parameters<typeof livedeck.must<'moderation:act'>>[1]['action'],
) => livedeck.must('moderation:act', { action, rooms });

describe('a moderator with a pass', () => {
  it('sees what it allows, takes it, and reads and writes without any key', async () => {
    const { text, qr, expiresAt } = await issue();
    expect(text).toMatch(/^LDP1\.[\w-]+\.[0-9a-f]{8}$/);
    expect(qr).toMatch(/^<svg /);
    const wrapped = `livedeck://pass/${text.slice(0, 76)}\r\n ${text.slice(76)}\n`;
    const view = await desk.must('pass:inspect', { text: wrapped, passphrase });
    expect(view).toMatchObject({ userId: moderator, rooms: [mine, other], expiresAt, expired: false });
    expect(await desk.state('accounts')).toEqual({});
    const { accountId } = await desk.must('pass:take', { text: wrapped, passphrase, protection: 'memory' });
    expect(await desk.ready(accountId)).toMatchObject({ kind: 'pass', admin: false, nick: 'Lan' });
    const roomKey = await enter(desk, accountId, mine);
    await viewerSays(cloud, mine, 'viewer-1', 'hello moderator');
    await desk.untilItem((item) => item.kind === 'comment' && item.text === 'hello moderator');
    await desk.must('room:say', { roomKey, text: 'hello room' });
  });

  it('acts in a room that made them admin, and is told exactly why not elsewhere', async () => {
    const accountId = Object.keys(await desk.state('accounts'))[0] ?? '';
    await holder.must('rooms:admins', { accountId: holderId, roomId: mine, appoint: [moderator] });
    const rooms = [await enter(desk, accountId, mine), await enter(desk, accountId, other)];
    const muted = await act(desk, rooms, {
      type: 'mute',
      userId: 'viewer-1',
      nick: 'viewer-1',
      seconds: 600,
    });
    expect(muted.entries).toMatchObject([
      { status: 'done' },
      {
        status: 'failed',
        error: {
          vendor: { code: 10007 },
          text: {
            en: expect.stringContaining(`${moderator} is neither owner nor admin of the room ${other}`),
          },
          remedy: { en: expect.stringContaining('make mod-lan an admin') },
        },
      },
    ]);
    expect(await viewerSays(cloud, mine, 'viewer-1', 'again')).toMatchObject({ ErrorCode: 10017 });
    expect(await viewerSays(cloud, other, 'viewer-1', 'elsewhere')).toMatchObject({ ErrorCode: 0 });
  });

  it('mutes all, bans and recalls there, and is told what only the key holder can do', async () => {
    const accountId = Object.keys(await desk.state('accounts'))[0] ?? '';
    const roomKey = await enter(desk, accountId, mine);
    const sent = await viewerSays(cloud, mine, 'viewer-2', 'take this back');
    const person = { userId: 'viewer-2', nick: 'viewer-2' };
    const statusOf = async (action: Parameters<typeof act>[2]) =>
      (await act(desk, [roomKey], action)).entries[0];
    const seq = Number(sent.MsgSeq);
    expect(await statusOf({ type: 'recall', ...person, itemId: 'x', seq })).toMatchObject({ status: 'done' });
    expect(await statusOf({ type: 'mute-all' })).toMatchObject({ status: 'done' });
    await desk.until('rooms', (seen) => (seen[roomKey]?.muteAll ? true : undefined));
    expect(await statusOf({ type: 'unmute-all' })).toMatchObject({ status: 'done' });
    expect(await statusOf({ type: 'ban', ...person, seconds: 600 })).toMatchObject({ status: 'done' });
    for (const action of [
      { type: 'unban', ...person },
      { type: 'notice', text: 'hi' },
    ] as const)
      expect(await statusOf(action)).toMatchObject({ status: 'failed', error: { code: 'not-allowed' } });
  });

  it('may do no more than the pass says, and enter no other room', async () => {
    const { text } = await issue({ userId: 'mod-reader', may: [], rooms: [mine] });
    const { accountId } = await desk.must('pass:take', { text, passphrase, protection: 'memory' });
    await desk.ready(accountId);
    const roomKey = await enter(desk, accountId, mine);
    const { entries } = await act(desk, [roomKey], {
      type: 'mute',
      userId: 'viewer-3',
      nick: '',
      seconds: 60,
    });
    expect(entries).toMatchObject([{ status: 'failed', error: { code: 'not-allowed' } }]);
    expect(await desk.call('room:say', { roomKey, text: 'hi' })).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await desk.call('room:open', { accountId, roomId: other })).toMatchObject({
      error: { code: 'not-allowed' },
    });
    for (const call of ['rooms:list', 'rooms:admins'] as const)
      expect(await desk.call(call, { accountId, roomId: mine } as never)).toMatchObject({ ok: false });
    await desk.must('account:remove', { accountId });
  });

  it('keeps it behind its own passphrase over a restart where wished', async () => {
    const first = await startLivedeck();
    const { text } = await issue({ userId: 'mod-kept' });
    const { accountId } = await first.must('pass:take', { text, passphrase, protection: 'passphrase' });
    await first.ready(accountId);
    await first.stop();
    const second = await startLivedeck({ dataDir: first.dataDir });
    expect((await second.state('accounts'))[accountId]?.session).toEqual({
      state: 'locked',
      needs: 'passphrase',
    });
    await second.must('account:unlock', { accountId, passphrase });
    await second.ready(accountId);
    await second.live(`${accountId}/${mine}`);
    const { items } = await second.must('account:test', { accountId });
    expect(items.find(({ id }) => id === 'rest')).toMatchObject({ state: 'skipped' });
    expect(items.find(({ id }) => id === 'room')).toMatchObject({ state: 'ok' });
    await second.stop();
  });

  it('is out at once when it is revoked, and the pass opens no door again', async () => {
    const { id, text } = await issue({ userId: 'mod-gone', makeAdmin: true });
    const { accountId } = await desk.must('pass:take', { text, passphrase, protection: 'memory' });
    await desk.ready(accountId);
    const roomKey = await enter(desk, accountId, mine);
    const shown = (await holder.state('accounts'))[holderId]?.passes ?? [];
    expect(shown.map((pass) => pass.userId)).toContain('mod-gone');
    expect(await holder.must('pass:revoke', { accountId: holderId, passId: id })).toEqual({ failed: [] });
    const failed = () =>
      desk.until('accounts', (seen) => {
        const session = seen[accountId]?.session;
        return session?.state === 'failed' ? session.error : undefined;
      });
    const thrownOut = await failed();
    expect(thrownOut).toMatchObject({ code: expect.stringMatching(/not-allowed|conflict|refused/) });
    const { connection } = (await desk.state('rooms'))[roomKey] ?? {};
    expect(connection).toMatchObject({ state: 'failed', error: thrownOut });
    await desk.must('account:close', { accountId });
    await desk.must('account:open', { accountId });
    expect((await failed()).text.en).toContain('revoked');
    const { admins } = await holder.must('rooms:admins', { accountId: holderId, roomId: mine });
    expect(admins.map(({ userId }) => userId)).toEqual([moderator]);
    expect((await holder.state('accounts'))[holderId]?.passes?.map((pass) => pass.userId)).not.toContain(
      'mod-gone',
    );
  });
});

describe('a pass that is not good', () => {
  const tryTake = async (text: string, phrase = passphrase) => {
    const before = await desk.state('accounts');
    const answer = await desk.call('pass:take', { text, passphrase: phrase, protection: 'memory' });
    expect(await desk.state('accounts')).toEqual(before);
    return answer;
  };

  it('because its time is over is told so and not taken', async () => {
    const { text } = await issue({ userId: 'mod-late', expiresInSeconds: 60 });
    const later = await startLivedeck({ aheadMs: 61_000 });
    expect(await later.call('pass:take', { text, passphrase, protection: 'memory' })).toMatchObject({
      error: { text: { en: expect.stringContaining('time of this pass is over') } },
    });
    expect(await later.state('accounts')).toEqual({});
    expect(await later.must('pass:inspect', { text, passphrase })).toMatchObject({ expired: true });
    await later.stop();
  });

  it('because of the passphrase, a changed letter, a cut or something else is told which', async () => {
    const { text } = await issue({ userId: 'mod-bad' });
    expect(await tryTake(text, 'blue kettle eight')).toMatchObject({ error: { code: 'not-allowed' } });
    const changed = text.slice(0, 40) + (text[40] === 'A' ? 'B' : 'A') + text.slice(41);
    expect(await tryTake(changed)).toMatchObject({ error: { code: 'damaged' } });
    expect(await tryTake(text.slice(0, -20))).toMatchObject({ error: { code: 'damaged' } });
    expect(await tryTake('hello')).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await tryTake(text.replace('LDP1', 'LDP2'))).toMatchObject({
      error: { text: { en: expect.stringContaining('newer') } },
    });
  });

  it('cannot be made for the admin, for oneself or with a weak passphrase', async () => {
    const base = { accountId: holderId, rooms: [mine], may: [], expiresInSeconds: 600, passphrase };
    for (const input of [
      { ...base, userId: 'administrator' },
      { ...base, userId: cloud.vj },
      { ...base, userId: 'mod-weak', passphrase: 'short' },
    ])
      expect(await holder.call('pass:issue', input)).toMatchObject({ error: { code: 'invalid-input' } });
  });
});
