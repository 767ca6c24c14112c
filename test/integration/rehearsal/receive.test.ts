import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { type SdkClient, signIn } from './sdk-client.ts';

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
const textElement = (Text: string) => ({ MsgType: 'TIMTextElem', MsgContent: { Text } });

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '20']);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

describe('a message of a viewer', () => {
  test('comes with who said it, their face and their level', async () => {
    const client = await enter('r1', 'night-show');
    const names = [
      { Tag: 'Tag_Profile_IM_Nick', Value: '小雨' },
      { Tag: 'Tag_Profile_IM_Image', Value: 'https://x.example.com/r.png' },
      { Tag: 'Tag_Profile_IM_Level', Value: 7 },
    ];
    await rehearsal.restCall('im_open_login_svc/account_import', { UserID: 'rain' });
    await rehearsal.restCall('profile/portrait_set', { From_Account: 'rain', ProfileItem: names });
    const { seq } = await rehearsal.controlCall<{ seq: number }>('say', {
      roomId: 'night-show',
      userId: 'rain',
      text: '来了来了',
      priority: 'High',
    });
    const got = await client.message((message) => message.from === 'rain' && message.type === 'TIMTextElem');
    expect(got).toMatchObject({
      payload: { text: '来了来了' },
      nick: '小雨',
      avatar: 'https://x.example.com/r.png',
      level: 7,
      priority: 'High',
      flow: 'in',
      to: 'night-show',
      conversationID: 'GROUPnight-show',
      sequence: seq,
    });
    expect(got.ID).toMatch(/^144115\d{12}-\d+-\d+$/);
    expect(Math.abs(got.time - Date.now() / 1000)).toBeLessThan(5);
  });

  test.each([
    [
      'custom',
      'TIMCustomElem',
      { Data: '{"a":1}', Desc: 'd', Ext: 'e' },
      { data: '{"a":1}', description: 'd', extension: 'e' },
    ],
    ['face', 'TIMFaceElem', { Index: 4, Data: 'tt04' }, { index: 4, data: 'tt04' }],
    [
      'location',
      'TIMLocationElem',
      { Desc: 'here', Latitude: 1.5, Longitude: 2.5 },
      { description: 'here', latitude: 1.5, longitude: 2.5 },
    ],
  ])('may be a %s element', async (name, MsgType, MsgContent, payload) => {
    const client = await enter(`element-${name}`, 'game-arena');
    const elements = [{ MsgType, MsgContent }];
    await rehearsal.controlCall('say', { roomId: 'game-arena', userId: `maker-${name}`, elements });
    const got = await client.message(
      (message) => message.from === `maker-${name}` && message.type === MsgType,
    );
    expect(got.payload).toMatchObject(payload);
  });

  test('may be an image', async () => {
    const client = await enter('element-image', 'game-arena');
    const image = { Type: 1, Size: 10, Width: 2, Height: 3, URL: 'https://x.example.com/1.png' };
    const MsgContent = {
      UUID: 'u1',
      ImageFormat: 1,
      ImageInfoArray: [image, { ...image, Type: 2 }, { ...image, Type: 3 }],
    };
    const elements = [{ MsgType: 'TIMImageElem', MsgContent }];
    await rehearsal.controlCall('say', { roomId: 'game-arena', userId: 'painter', elements });
    const got = await client.message((message) => message.type === 'TIMImageElem');
    expect(got.payload).toMatchObject({ uuid: 'u1' });
  });

  test('may have several elements', async () => {
    const client = await enter('several', 'game-arena');
    const elements = [textElement('look'), { MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: 'x' } }];
    await rehearsal.controlCall('say', { roomId: 'game-arena', userId: 'multi', elements });
    const got = await client.message((message) => message.from === 'multi' && message.type === 'TIMTextElem');
    expect(got).toMatchObject({ _elements: [{ type: 'TIMTextElem' }, { type: 'TIMFaceElem' }] });
  });

  test('comes once and in order, however many there are', async () => {
    const client = await enter('order', 'morning-yoga');
    for (let at = 0; at < 60; at += 1) {
      await rehearsal.controlCall('say', { roomId: 'morning-yoga', userId: 'metronome', text: `${at}` });
    }
    await client.message((message) => message.payload.text === '59');
    const texts = client
      .messages()
      .filter((message) => message.from === 'metronome' && message.type === 'TIMTextElem');
    expect(texts.map((message) => message.payload.text)).toEqual(
      Array.from({ length: 60 }, (_, at) => `${at}`),
    );
  });

  test('reaches every room of a client that is in several', async () => {
    const client = await enter('many', 'cat-cam');
    await client.chat.joinGroup({ groupID: 'chess-cafe' });
    await rehearsal.controlCall('say', { roomId: 'cat-cam', userId: 'cat', text: 'meow' });
    await rehearsal.controlCall('say', { roomId: 'chess-cafe', userId: 'rook', text: 'check' });
    expect(
      (await client.message((message) => message.from === 'cat' && message.type === 'TIMTextElem')).to,
    ).toBe('cat-cam');
    expect(
      (await client.message((message) => message.from === 'rook' && message.type === 'TIMTextElem')).to,
    ).toBe('chess-cafe');
  });
});

describe('what the admin says over REST', () => {
  test('comes as a message of the admin, or of the account it speaks for', async () => {
    const client = await enter('hears', 'street-food');
    await rest('send_group_msg', {
      GroupId: 'street-food',
      Random: 1,
      MsgBody: [textElement('from the admin')],
      CloudCustomData: 'tag',
    });
    await rest('send_group_msg', {
      GroupId: 'street-food',
      Random: 2,
      From_Account: 'xiaoyue',
      MsgBody: [textElement('from the VJ')],
    });
    const admin = await client.message((message) => message.payload.text === 'from the admin');
    expect(admin).toMatchObject({ from: 'administrator', cloudCustomData: 'tag', flow: 'in' });
    const vj = await client.message((message) => message.payload.text === 'from the VJ');
    expect(vj).toMatchObject({ from: 'xiaoyue', nick: '小月 Yue' });
  });

  test('in the name of the one who listens comes as an outgoing message', async () => {
    const client = await enter('myself', 'street-food');
    await rest('send_group_msg', {
      GroupId: 'street-food',
      Random: 3,
      From_Account: 'myself',
      MsgBody: [textElement('in my name')],
    });
    expect(await client.message((message) => message.payload.text === 'in my name')).toMatchObject({
      flow: 'out',
    });
  });

  test('with the same Random and content is said once', async () => {
    const client = await enter('twice-heard', 'kitchen');
    const message = { GroupId: 'kitchen', Random: 77, MsgBody: [textElement('only once')] };
    const first = await rest('send_group_msg', message);
    const second = await rest('send_group_msg', message);
    expect(second.MsgSeq).toBe(first.MsgSeq);
    await rest('send_group_msg', { ...message, Random: 78, MsgBody: [textElement('then this')] });
    await client.message((each) => each.payload.text === 'then this');
    expect(client.messages().filter((each) => each.payload.text === 'only once').length).toBe(1);
  });

  test('as a notice comes as a system notice with its text', async () => {
    const client = await enter('noticed', 'flash-sale');
    await rest('send_group_system_notification', { GroupId: 'flash-sale', Content: '还有五分钟' });
    const notice = await client.message((message) => message.type === 'TIMGroupSystemNoticeElem');
    expect(notice.payload).toMatchObject({ operationType: 255, userDefinedField: '还有五分钟' });
  });

  test('as a broadcast reaches all rooms, marked as such', async () => {
    const client = await enter('tuned', 'fitness');
    // Broadcasts have a position of their own, which the first poll gives.
    await rehearsal.controlCall('say', { roomId: 'fitness', userId: 'coach', text: 'ready?' });
    await client.message((message) => message.payload.text === 'ready?');
    await rest('send_broadcast_msg', { Random: 5, MsgBody: [textElement('to everyone')] });
    const got = await client.message((message) => message.payload.text === 'to everyone');
    expect(got).toMatchObject({ isBroadcastMessage: true, from: 'administrator' });
  });

  test('to one person comes as a one-to-one message, also when they were away', async () => {
    await rehearsal.restCall('im_open_login_svc/account_import', { UserID: 'private' });
    const message = (MsgRandom: number, text: string) => ({
      To_Account: 'private',
      MsgRandom,
      MsgBody: [textElement(text)],
    });
    await rehearsal.restCall('openim/sendmsg', message(1, 'while you were away'));
    const client = await enter('private', 'fitness');
    await rehearsal.restCall('openim/sendmsg', message(2, 'now'));
    const now = await client.message((each) => each.payload.text === 'now');
    expect(now).toMatchObject({ conversationID: 'C2Cadministrator', from: 'administrator' });
    expect(await client.message((each) => each.payload.text === 'while you were away')).toMatchObject({
      flow: 'in',
    });
  });
});
