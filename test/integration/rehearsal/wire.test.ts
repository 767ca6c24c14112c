import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { type Body, openRawClient, type RawClient } from './raw-client.ts';

/** What the SDK does not show of itself: single frames, by hand (sdk-wire 2 to 8). */

let rehearsal: Rehearsal;
const clients: RawClient[] = [];
const open = async (path?: string): Promise<RawClient> => {
  const client = await openRawClient(rehearsal, path);
  clients.push(client);
  return client;
};
const enter = async (userId: string, roomId = 'night-show') => {
  const client = await open();
  const login = await client.login(userId);
  const join = await client.ask('group_open_http_svc.apply_join_group', { GroupId: roomId, WebPushFlag: 1 });
  return { client, login, join };
};
const getMsg = 'group_open_long_polling_http_svc.get_msg';
const poll = (client: RawClient, join: Body, StartSeq: unknown = join.StartSeq) =>
  client.ask(getMsg, { USP: 1, StartSeq, HoldTime: 90, Key: join.LongPollingKey, DownsizeFlag: 0 });
const say = (text: string, roomId = 'night-show') =>
  rehearsal.controlCall<{ seq: number }>('say', { roomId, userId: 'sayer', text });
const itemsOf = (answer: Body) => answer.RspMsgList as readonly Body[];

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '6']);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => rehearsal.stop());

describe('a poll', () => {
  test('is answered at once, empty, with its place, when nothing happened', async () => {
    const { client, join } = await enter('p-empty', 'game-arena');
    expect(await poll(client, join)).toMatchObject({
      ErrorCode: 0,
      Key: join.LongPollingKey,
      NextSeq: join.StartSeq,
      RspMsgList: [],
    });
  });

  test('repeated with the same place gives the same answer', async () => {
    const { client, join } = await enter('p-same', 'flash-sale');
    await say('once', 'flash-sale');
    const first = await poll(client, join);
    expect(await poll(client, join)).toEqual(first);
    expect((await poll(client, join, first.NextSeq)).RspMsgList).toEqual([]);
  });

  test('carries every field of a message that the SDK reads', async () => {
    const { client, join } = await enter('p-fields');
    await say('fields');
    const item = itemsOf(await poll(client, join)).find((each) => each.Event === 3);
    expect(item).toEqual({
      Event: 3,
      ToGroupId: 'night-show',
      From_Account: 'sayer',
      TinyId: expect.stringMatching(/^144115\d{12}$/),
      MsgSeq: expect.any(Number),
      MsgRandom: expect.any(Number),
      MsgTimeStamp: expect.any(Number),
      MsgClientTime: expect.any(Number),
      MsgPriority: 'Normal',
      IsSystemMsg: 0,
      CloudCustomData: '',
      GroupInfo: {
        GroupId: 'night-show',
        GroupName: '深夜电台 Night show',
        GroupType: 'AVChatRoom',
        From_AccountNick: '',
        From_AccountHeadurl: '',
        From_AccountLevel: 0,
      },
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'fields' } }],
    });
  });

  test('with a place from the far future goes on from now', async () => {
    const { client, join } = await enter('p-future', 'game-arena');
    const answer = await poll(client, join, 9e15);
    await say('hello', 'game-arena');
    expect(itemsOf(await poll(client, join, answer.NextSeq)).map((item) => item.From_Account)).toContain(
      'sayer',
    );
  });

  test('with a place of 0 begins at the join, not at the beginning of time', async () => {
    await say('long ago', 'morning-yoga');
    const { client, join } = await enter('p-zero', 'morning-yoga');
    await say('just now', 'morning-yoga');
    const texts = itemsOf(await poll(client, join, 0)).flatMap((item) =>
      item.Event === 3 ? [JSON.stringify(item.MsgBody)] : [],
    );
    expect(texts).toEqual([expect.stringContaining('just now')]);
  });

  test('with the key of someone else, or with none, is refused', async () => {
    const { join } = await enter('p-owner');
    const { client } = await enter('p-thief');
    expect(await poll(client, join)).toMatchObject({ ErrorCode: 10004 });
    expect(await client.ask(getMsg, { StartSeq: 0, Key: 'made.up' })).toMatchObject({ ErrorCode: 10004 });
  });

  test('after leaving is refused, and after a ban', async () => {
    const { client, join } = await enter('p-left');
    await client.ask('group_open_http_svc.quit_group', { GroupId: 'night-show' });
    expect(await poll(client, join)).toMatchObject({ ErrorCode: 10007 });
    const banned = await enter('p-banned');
    await rehearsal.restCall('group_open_http_svc/ban_group_member', {
      GroupId: 'night-show',
      Members_Account: ['p-banned'],
      Duration: 60,
    });
    expect(await poll(banned.client, banned.join)).toMatchObject({ ErrorCode: 10007 });
  });

  test('of a room that is gone is refused with 10010', async () => {
    await rehearsal.restCall('group_open_http_svc/create_group', {
      Type: 'AVChatRoom',
      Name: 'x',
      GroupId: 'doomed',
    });
    const { client, join } = await enter('p-doomed', 'doomed');
    await rehearsal.restCall('group_open_http_svc/destroy_group', { GroupId: 'doomed' });
    expect(await poll(client, join)).toMatchObject({ ErrorCode: 10010 });
  });

  test('that is held ends with the next message, or when its time is over', async () => {
    await rehearsal.controlCall('settings', { holdMs: 300, gatherMs: 50 });
    const { client, join } = await enter('p-held', 'street-food');
    const first = poll(client, join);
    await say('wake up', 'street-food');
    const answer = await first;
    expect(itemsOf(answer).some((item) => item.From_Account === 'sayer')).toBe(true);
    const start = performance.now();
    const empty = await poll(client, join, answer.NextSeq);
    await rehearsal.controlCall('settings', { holdMs: 0, gatherMs: 0 });
    expect(empty.RspMsgList).toEqual([]);
    expect(performance.now() - start).toBeGreaterThanOrEqual(299);
  });
});

describe('a login by hand', () => {
  test('gives a key that is good on another socket, before any login there', async () => {
    const { client, login } = await enter('l-again');
    client.close();
    const next = await open();
    const head = { a2: login.A2Key };
    expect(
      await next.ask('profile.portrait_get_all', { UserItem: [{ To_Account: 'l-again' }] }, head),
    ).toMatchObject({ ErrorCode: 0 });
    expect(await next.ask('im_open_status.wslogin', {}, head)).toMatchObject({
      ErrorCode: 0,
      A2Key: login.A2Key,
      InstId: login.InstId,
    });
  });

  test('that was replaced hears so by push, and by the answer to wshello', async () => {
    const first = await enter('l-twice');
    await enter('l-twice');
    const kick = await first.client.push('im_open_status.stat_forceoffline');
    expect(kick).toMatchObject({
      EventArray: [{ C2cNotifyMsgArray: [{ KickoutMsgNotify: { KickType: 1 } }] }],
    });
    expect(await first.client.ask('im_open_status.wshello', {})).toMatchObject({
      ErrorCode: 1002,
      KickType: 1,
    });
    const back = await open();
    expect(await back.ask('im_open_status.wslogin', {}, { a2: first.login.A2Key })).toMatchObject({
      ErrorCode: 0,
    });
    expect(await back.push('im_open_status.stat_forceoffline')).toMatchObject({
      EventArray: [{ Event: 10 }],
    });
  });

  test('is refused for names that cannot be', async () => {
    const client = await open();
    for (const identifier of ['', 'x'.repeat(33), '@anonymous#1']) {
      const head = { identifier, usersig: rehearsal.userSig('ann'), sdkappid: rehearsal.sdkAppId };
      expect(await client.ask('im_open_status.wslogin', {}, head)).toMatchObject({ ErrorCode: 70402 });
    }
  });

  test('of a deleted account is over', async () => {
    const { client } = await enter('l-deleted');
    await rehearsal.controlCall('settings', { edition: 'trial' });
    await rehearsal.restCall('im_open_login_svc/account_delete', { DeleteItem: [{ UserID: 'l-deleted' }] });
    await rehearsal.controlCall('settings', { edition: 'pro' });
    expect(await client.ask('im_open_status.wshello', {})).toMatchObject({ ErrorCode: 70001 });
  });
});

describe('the service', () => {
  test('answers a request that it does not know with success, and remembers its name', async () => {
    const client = await open();
    expect(await client.ask('openim.dance', {})).toMatchObject({ ErrorCode: 0 });
    expect(await rehearsal.controlCall('unknown-commands')).toEqual({ servcmds: ['openim.dance'] });
  });

  test('lets nobody send into a room they are not in', async () => {
    const client = await open();
    await client.login('w-outside');
    const MsgBody = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }];
    const send = { GroupId: 'night-show', Random: 1, MsgBody };
    expect(await client.ask('group_open_http_svc.send_group_msg', send)).toMatchObject({ ErrorCode: 10007 });
    expect(await client.ask('group_open_http_svc.send_group_msg', { ...send, MsgBody: 'x' })).toMatchObject({
      ErrorCode: 10004,
    });
  });

  test('cannot recall a tip', async () => {
    const { client, join } = await enter('w-tips');
    await rehearsal.controlCall('join', { roomId: 'night-show', userId: 'w-joiner' });
    const tip = itemsOf(await poll(client, join)).find((item) => item.Event === 4);
    const { RecallRetList } = await rehearsal.restCall('group_open_http_svc/group_msg_recall', {
      GroupId: 'night-show',
      MsgSeqList: [{ MsgSeq: tip?.MsgSeq }],
    });
    expect(RecallRetList).toMatchObject([{ RetCode: 10032 }]);
  });

  test('speaks text frames on /info and binary ones on /binfo', async () => {
    const text = await open('/info');
    expect(await text.ask('heartbeat.alive', {})).toMatchObject({ ErrorCode: 0 });
  });
});
