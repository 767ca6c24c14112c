import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { type SdkClient, type SdkMessage, signIn } from './sdk-client.ts';

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

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '20']);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

describe('a recall', () => {
  test('names the messages that are gone by the ID the client has', async () => {
    const client = await enter('recalled', 'talk-tech');
    const { seq } = await rehearsal.controlCall<{ seq: number }>('say', {
      roomId: 'talk-tech',
      userId: 'rude',
      text: 'bad',
    });
    const got = await client.message((message) => message.payload.text === 'bad');
    await rest('group_msg_recall', { GroupId: 'talk-tech', MsgSeqList: [{ MsgSeq: seq }], Reason: 'rude' });
    const { data } = await client.event('MESSAGE_REVOKED');
    expect(data).toMatchObject([
      {
        ID: got.ID,
        sequence: got.sequence,
        conversationID: 'GROUPtalk-tech',
        revoker: 'administrator',
        revokeReason: 'rude',
      },
    ]);
  });

  test('by the SDK works for the owner on others, for a viewer on their own, and for nobody else', async () => {
    const owner = await enter('xiaoyue', 'book-corner');
    const viewer = await enter('bookworm', 'book-corner');
    const said = await viewer.say('book-corner', 'oops');
    const kept = await viewer.say('book-corner', 'keep');
    const heard = await owner.message((message) => message.payload.text === 'keep');
    await viewer.chat.revokeMessage(said);
    await owner.event('MESSAGE_REVOKED', (data) =>
      (data as SdkMessage[]).some((each) => each.ID === said.ID),
    );
    const stranger = await enter('stranger', 'book-corner');
    const others = await stranger.message((message) => message.payload.text === 'keep');
    await expect(stranger.chat.revokeMessage(others)).rejects.toMatchObject({ code: 10007 });
    await owner.chat.revokeMessage(heard);
    await viewer.event('MESSAGE_REVOKED', (data) =>
      (data as SdkMessage[]).some((each) => each.ID === kept.ID),
    );
  });

  test('takes a message out of the history of those who join later', async () => {
    const say = (text: string) =>
      rehearsal.controlCall<{ seq: number }>('say', { roomId: 'study-room', userId: 's', text });
    const gone = await say('gone');
    await say('stays');
    await rest('group_msg_recall', { GroupId: 'study-room', MsgSeqList: [{ MsgSeq: gone.seq }] });
    const client = await enter('newcomer', 'study-room');
    await client.message((message) => message.payload.text === 'stays');
    expect(client.messages().filter((message) => message.payload.text === 'gone')).toEqual([]);
  });
});

describe('silent news of a room', () => {
  test('counters: everyone hears the new total of each key', async () => {
    const listener = await enter('listener', 'dance-hall');
    const liker = await enter('liker', 'dance-hall');
    await liker.chat.setGroupCounters({ groupID: 'dance-hall', counters: { like: 10, gift: 1 } });
    const more = await liker.chat.increaseGroupCounter({ groupID: 'dance-hall', key: 'like', value: 5 });
    expect(more.data.counters).toEqual({ like: 15 });
    await listener.event('GROUP_COUNTER_UPDATED', (data) => (data as { value: number }).value === 15);
    const less = await liker.chat.decreaseGroupCounter({ groupID: 'dance-hall', key: 'gift', value: 1 });
    expect(less.data.counters).toEqual({ gift: 0 });
    const late = await enter('late-liker', 'dance-hall');
    expect((await late.chat.getGroupCounters({ groupID: 'dance-hall' })).data.counters).toEqual({
      like: 15,
      gift: 0,
    });
  });

  test('attributes: everyone hears what was set, changed and deleted', async () => {
    const listener = await enter('attr-listener', 'language-bar');
    const writer = await enter('attr-writer', 'language-bar');
    await writer.chat.initGroupAttributes({
      groupID: 'language-bar',
      groupAttributes: { topic: 'tea', mood: 'calm' },
    });
    const first = await listener.event('GROUP_ATTRIBUTES_UPDATED');
    expect(first.data).toMatchObject({
      groupID: 'language-bar',
      groupAttributes: { topic: 'tea', mood: 'calm' },
    });
    await writer.chat.setGroupAttributes({ groupID: 'language-bar', groupAttributes: { topic: 'coffee' } });
    await listener.event(
      'GROUP_ATTRIBUTES_UPDATED',
      (data) => (data as { groupAttributes: { topic: string } }).groupAttributes.topic === 'coffee',
    );
    await writer.chat.deleteGroupAttributes({ groupID: 'language-bar', keyList: ['mood'] });
    const late = await enter('attr-late', 'language-bar');
    expect((await late.chat.getGroupAttributes({ groupID: 'language-bar', keyList: [] })).data).toMatchObject(
      { groupAttributes: { topic: 'coffee' } },
    );
  });

  test('attributes: a write on top of a change that one has not seen is a conflict', async () => {
    const one = await enter('race-1', 'travel-diary');
    await one.chat.initGroupAttributes({ groupID: 'travel-diary', groupAttributes: { place: 'Chengdu' } });
    await rest('modify_group_attr', {
      GroupId: 'travel-diary',
      GroupAttr: [{ key: 'place', value: 'Lhasa' }],
    });
    const write = one.chat.setGroupAttributes({
      groupID: 'travel-diary',
      groupAttributes: { place: 'Kunming' },
    });
    await expect(write).rejects.toMatchObject({ code: 10056 });
  });
});

describe('ways of delivery', () => {
  const say = (text: string) =>
    rehearsal.controlCall('say', { roomId: 'paint-along', userId: 'painter', text });

  test('held polls bring a message within a fraction of the polling pause', async () => {
    await rehearsal.controlCall('settings', { holdMs: 10_000, pollingIntervalMs: 0 });
    const client = await enter('held', 'paint-along');
    await say('one');
    await client.message((message) => message.payload.text === 'one');
    const start = performance.now();
    await say('two');
    await client.message((message) => message.payload.text === 'two');
    const took = performance.now() - start;
    await rehearsal.controlCall('settings', { holdMs: 0, pollingIntervalMs: 300 });
    expect(took).toBeLessThan(250);
  });

  test('pushes bring all kinds when rooms are joined without a polling key', async () => {
    await rehearsal.controlCall('settings', { delivery: 'push' });
    const client = await enter('pushed', 'makeup-room');
    await rehearsal.controlCall('settings', { delivery: 'poll' });
    const { seq } = await rehearsal.controlCall<{ seq: number }>('say', {
      roomId: 'makeup-room',
      userId: 'mua',
      text: 'push me',
    });
    const got = await client.message((message) => message.payload.text === 'push me');
    await rest('forbid_send_msg', { GroupId: 'makeup-room', Members_Account: ['mua'], MuteTime: 60 });
    await rest('send_group_system_notification', { GroupId: 'makeup-room', Content: 'note' });
    await rest('group_msg_recall', { GroupId: 'makeup-room', MsgSeqList: [{ MsgSeq: seq }] });
    await rest('update_group_counter', {
      GroupId: 'makeup-room',
      Mode: 'Increase',
      GroupCounter: [{ Key: 'like', Value: 3 }],
    });
    await client.message(isTip(7));
    await client.message((message) => message.type === 'TIMGroupSystemNoticeElem');
    await client.event('GROUP_COUNTER_UPDATED', (data) => (data as { value: number }).value === 3);
    const revoked = await client.event('MESSAGE_REVOKED');
    expect(revoked.data).toMatchObject([{ ID: got.ID }]);
  });

  test('a batch limit spreads messages over answers and loses none', async () => {
    await rehearsal.controlCall('settings', { batchLimit: 3, roomCap: 1_000 });
    const client = await enter('sipping', 'paint-along');
    for (let at = 0; at < 20; at += 1) await say(`sip ${at}`);
    await client.message((message) => message.payload.text === 'sip 19');
    await rehearsal.controlCall('settings', { batchLimit: 0, roomCap: 40 });
    const sips = client.messages().filter((message) => String(message.payload.text).startsWith('sip'));
    expect(sips.map((message) => message.payload.text)).toEqual(
      Array.from({ length: 20 }, (_, at) => `sip ${at}`),
    );
  });
});
