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

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '20']);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

describe('beyond the cap of a room', () => {
  // A low cap: what is dropped must not depend on how fast this machine sends.
  beforeAll(() => rehearsal.controlCall('settings', { roomCap: 8 }));
  afterAll(() => rehearsal.controlCall('settings', { roomCap: 40 }));

  const flood = async (client: SdkClient, roomId: string, count: number, priority: string) =>
    Promise.allSettled(
      Array.from({ length: count }, (_, at) => client.say(roomId, `${priority} ${at}`, { priority })),
    );

  test('likes give way and gifts survive; senders see success', async () => {
    const sender = await enter('flooder', 'esports');
    const reader = await enter('counter', 'esports');
    const [low, high] = await Promise.all([
      flood(sender, 'esports', 200, 'Low'),
      flood(sender, 'esports', 5, 'High'),
    ]);
    expect([...low, ...high].filter((result) => result.status === 'rejected')).toEqual([]);
    await rehearsal.controlCall('say', {
      roomId: 'esports',
      userId: 'end',
      text: 'the end',
      priority: 'High',
    });
    await reader.message((message) => message.payload.text === 'the end');
    const heard = reader
      .messages()
      .filter((message) => message.from === 'flooder' && message.type === 'TIMTextElem');
    expect(heard.filter((message) => message.priority === 'High').length).toBe(5);
    expect(heard.filter((message) => message.priority === 'Low').length).toBeLessThan(100);
  });

  test('the sender may be told with a code instead', async () => {
    await rehearsal.controlCall('settings', { dropCode: 10023 });
    const sender = await enter('told', 'paint-along');
    const results = await flood(sender, 'paint-along', 100, 'Normal');
    await rehearsal.controlCall('settings', { dropCode: 0 });
    const codes = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: number }).code] : [],
    );
    expect(codes.length).toBeGreaterThan(40);
    expect(new Set(codes)).toEqual(new Set([10023]));
  });

  test('REST says MsgDropReason', async () => {
    const send = (Random: number) =>
      rest('send_group_msg', {
        GroupId: 'dance-hall',
        Random,
        MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: `${Random}` } }],
      });
    const answers = await Promise.all(Array.from({ length: 120 }, (_, at) => send(at)));
    const droppedOnes = answers.filter((answer) => answer.MsgDropReason !== undefined);
    expect(new Set(answers.map((answer) => answer.ErrorCode))).toEqual(new Set([0]));
    expect(droppedOnes.length).toBeGreaterThan(40);
    expect(droppedOnes[0]?.MsgDropReason).toBe('MsgFreqCtrl');
  });
});
