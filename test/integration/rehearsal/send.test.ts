import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { failureOf, type SdkClient, type SdkMessage, signIn } from './sdk-client.ts';

let rehearsal: Rehearsal;
const clients: SdkClient[] = [];
const enter = async (userId: string, roomId: string, options = {}): Promise<SdkClient> => {
  const client = await signIn(rehearsal, userId, options);
  clients.push(client);
  await client.chat.joinGroup({ groupID: roomId });
  return client;
};
const rest = (command: string, body: Record<string, unknown>) =>
  rehearsal.restCall(`group_open_http_svc/${command}`, body);
const isTip = (type: number) => (message: SdkMessage) =>
  message.type === 'TIMGroupTipElem' && message.payload.operationType === type;
const codeOf = async (work: () => Promise<unknown>): Promise<number> => (await failureOf(work)).code;

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '20']);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

describe('a message sent with the SDK', () => {
  test('is a success with a time and a number, and reaches others with the ID it has for its sender', async () => {
    const ann = await enter('ann', 'night-show');
    const bob = await enter('bob', 'night-show');
    const sent = await ann.say('night-show', 'hello', { priority: 'Low', cloudCustomData: 'cc' });
    const got = await bob.message((message) => message.payload.text === 'hello');
    expect(sent).toMatchObject({ status: 'success', hasRiskContent: false });
    expect(got).toMatchObject({
      ID: sent.ID,
      sequence: sent.sequence,
      time: sent.time,
      from: 'ann',
      priority: 'Low',
      cloudCustomData: 'cc',
    });
  });

  test('does not come back to the instance that sent it', async () => {
    const ann = await enter('echo', 'night-show');
    await ann.say('night-show', 'my own words');
    await rehearsal.controlCall('say', { roomId: 'night-show', userId: 'next', text: 'something else' });
    await ann.message((message) => message.payload.text === 'something else');
    expect(ann.messages().filter((message) => message.payload.text === 'my own words')).toEqual([]);
  });

  test('may be custom, a face, or addressed to someone', async () => {
    const ann = await enter('maker', 'game-arena');
    const bob = await enter('taker', 'game-arena');
    const to = { to: 'game-arena', conversationType: 'GROUP' };
    await ann.chat.sendMessage(
      ann.chat.createCustomMessage({ ...to, payload: { data: '{}', description: 'gift', extension: 'x' } }),
    );
    await ann.chat.sendMessage(ann.chat.createFaceMessage({ ...to, payload: { index: 3, data: 'f3' } }));
    await ann.chat.sendMessage(
      ann.chat.createTextAtMessage({ ...to, payload: { text: '@taker hi', atUserList: ['taker'] } }),
    );
    const custom = await bob.message((message) => message.type === 'TIMCustomElem');
    expect(custom.payload).toEqual({ data: '{}', description: 'gift', extension: 'x' });
    expect((await bob.message((message) => message.type === 'TIMFaceElem')).payload).toEqual({
      index: 3,
      data: 'f3',
    });
    expect((await bob.message((message) => message.payload.text === '@taker hi')).atUserList).toEqual([
      'taker',
    ]);
  });

  test('that is sent again with resendMessage is said once', async () => {
    const ann = await enter('resender', 'flash-sale');
    const bob = await enter('hearer', 'flash-sale');
    const message = ann.text('flash-sale', 'once is enough');
    await ann.chat.sendMessage(message);
    await ann.chat.resendMessage(message);
    await ann.say('flash-sale', 'and then');
    await bob.message((each) => each.payload.text === 'and then');
    expect(bob.messages().filter((each) => each.payload.text === 'once is enough').length).toBe(1);
  });

  test('to one person reaches them', async () => {
    const ann = await enter('whisperer', 'game-arena');
    const bob = await enter('whispered', 'game-arena');
    const message = ann.chat.createTextMessage({
      to: 'whispered',
      conversationType: 'C2C',
      payload: { text: 'psst' },
    });
    await ann.chat.sendMessage(message);
    expect(await bob.message((each) => each.payload.text === 'psst')).toMatchObject({
      conversationID: 'C2Cwhisperer',
    });
  });
});

describe('a send is refused', () => {
  test('with 10017 for someone who is muted, until the mute ends, also after leaving and coming back', async () => {
    const ann = await enter('muted', 'morning-yoga');
    const mute = (MuteTime: number) =>
      rest('forbid_send_msg', { GroupId: 'morning-yoga', Members_Account: ['muted'], MuteTime });
    await mute(600);
    const tip = await ann.message(isTip(7));
    expect(tip.payload.memberList).toMatchObject([{ userID: 'muted', muteTime: 600 }]);
    const failure = await failureOf(() => ann.say('morning-yoga', 'let me'));
    expect(failure).toMatchObject({ code: 10017, data: { message: { status: 'fail' } } });
    await ann.chat.quitGroup('morning-yoga');
    await ann.chat.joinGroup({ groupID: 'morning-yoga' });
    expect(await codeOf(() => ann.say('morning-yoga', 'let me'))).toBe(10017);
    await mute(0);
    expect((await ann.say('morning-yoga', 'thanks')).status).toBe('success');
  });

  test('with 10017 again only as long as the mute lasts', async () => {
    const ann = await enter('briefly', 'morning-yoga');
    await rest('forbid_send_msg', { GroupId: 'morning-yoga', Members_Account: ['briefly'], MuteTime: 30 });
    await rehearsal.controlCall('faults', { clockSkewMs: 31_000 });
    const said = await ann.say('morning-yoga', 'over');
    await rehearsal.controlCall('faults', { clockSkewMs: 0 });
    expect(said.status).toBe('success');
  });

  test('with 10017 for someone who is muted everywhere', async () => {
    const ann = await enter('hushed', 'street-food');
    await rehearsal.restCall('openconfigsvr/setnospeaking', {
      Set_Account: 'hushed',
      GroupmsgNospeakingTime: 60,
    });
    expect(await codeOf(() => ann.say('street-food', 'x'))).toBe(10017);
    await rehearsal.restCall('openconfigsvr/setnospeaking', {
      Set_Account: 'hushed',
      GroupmsgNospeakingTime: 0,
    });
    expect((await ann.say('street-food', 'y')).status).toBe('success');
  });

  test('with 10017 for all viewers of a muted room, but not for its owner and live admins', async () => {
    const viewer = await enter('crowd', 'cat-cam');
    const admin = await enter('helper', 'cat-cam');
    await rehearsal.restCall('group_open_avchatroom_http_svc/modify_admin', {
      GroupId: 'cat-cam',
      CommandType: 1,
      Admin_Account: ['helper'],
    });
    await viewer.message(isTip(4));
    await rest('modify_group_base_info', { GroupId: 'cat-cam', MuteAllMember: 'On' });
    expect(await codeOf(() => viewer.say('cat-cam', 'x'))).toBe(10017);
    expect((await admin.say('cat-cam', 'order!')).status).toBe('success');
    await rest('modify_group_base_info', { GroupId: 'cat-cam', ShutUpAllMember: 'Off' });
    expect((await viewer.say('cat-cam', 'y')).status).toBe('success');
  });

  test('with 80001 and a risk mark for a dirty word, in texts and not in custom messages', async () => {
    const ann = await enter('potty', 'kitchen');
    await rehearsal.controlCall('settings', { dirtyWordsDelayMs: 0 });
    await rehearsal.restCall('openim_dirty_words/add', { DirtyWordsList: ['坏蛋', 'darn'] });
    const failure = await failureOf(() => ann.say('kitchen', 'you DARN fool'));
    expect(failure).toMatchObject({ code: 80001, data: { message: { hasRiskContent: true } } });
    expect(await codeOf(() => ann.say('kitchen', '你这坏蛋'))).toBe(80001);
    const to = { to: 'kitchen', conversationType: 'GROUP' };
    const custom = ann.chat.createCustomMessage({
      ...to,
      payload: { data: 'darn', description: '', extension: '' },
    });
    expect((await ann.chat.sendMessage(custom)).code).toBe(0);
    await rehearsal.restCall('openim_dirty_words/delete', { DirtyWordsList: ['坏蛋', 'darn'] });
    expect((await ann.say('kitchen', 'darn')).status).toBe('success');
  });

  test("with 10016 or a code of one's own by a webhook, or swallowed by it", async () => {
    const ann = await enter('hooked', 'talk-tech');
    const veto = (code: number) =>
      rehearsal.controlCall('vetoes', { vetoes: [{ roomId: 'talk-tech', contains: 'ad', code }] });
    await veto(10016);
    expect(await codeOf(() => ann.say('talk-tech', 'an ad'))).toBe(10016);
    await veto(10102);
    expect(await codeOf(() => ann.say('talk-tech', 'an ad'))).toBe(10102);
    await veto(0);
    const swallowed = await ann.say('talk-tech', 'an ad, unseen');
    await rehearsal.controlCall('vetoes', { vetoes: [] });
    const bob = await enter('witness', 'talk-tech');
    await ann.say('talk-tech', 'seen');
    await bob.message((message) => message.payload.text === 'seen');
    expect(swallowed.status).toBe('success');
    expect(bob.messages().filter((message) => message.payload.text === 'an ad, unseen')).toEqual([]);
  });

  test('with 80002 when it is longer than 12 KB', async () => {
    const ann = await enter('long', 'talk-tech');
    expect(await codeOf(() => ann.say('talk-tech', '长'.repeat(4_100)))).toBe(80002);
    expect((await ann.say('talk-tech', '长'.repeat(3_900))).status).toBe('success');
  });

  test('with 10010 when the room is gone, 2101 by the SDK when one is not in it', async () => {
    const ann = await enter('outsider', 'talk-tech');
    expect(await codeOf(() => ann.say('no-such-room', 'x'))).toBe(10010);
    expect(await codeOf(() => ann.say('kitchen', 'x'))).toBe(2101);
  });

  test('with any code on demand', async () => {
    const ann = await enter('demanded', 'talk-tech');
    for (const code of [10023, 60022, 20012, 120001]) {
      await rehearsal.controlCall('faults', {
        socket: [{ kind: 'code', servcmd: 'group_open_http_svc.send_group_msg', code, info: 'on demand' }],
      });
      expect(await failureOf(() => ann.say('talk-tech', 'x'))).toMatchObject({ code, message: 'on demand' });
    }
  });

  test('by the SDK itself while the service says it is overloaded', async () => {
    const ann = await enter('patient', 'talk-tech');
    await rehearsal.controlCall('overload', { userId: 'patient', seconds: 60 });
    await rehearsal.controlCall('say', { roomId: 'talk-tech', userId: 'marker', text: 'after the push' });
    await ann.message((message) => message.payload.text === 'after the push');
    expect(await codeOf(() => ann.say('talk-tech', 'x'))).toBe(60022);
  });

  test('and kept in a list that says who, where, why and what', async () => {
    const { refusals } = await rehearsal.controlCall<{ refusals: readonly Record<string, unknown>[] }>(
      'refusals',
    );
    expect(refusals.find((each) => each.userId === 'potty')).toMatchObject({
      roomId: 'kitchen',
      code: 80001,
      text: 'you DARN fool',
    });
  });
});
