import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { failureOf, type SdkClient, signIn } from './sdk-client.ts';

let rehearsal: Rehearsal;
const clients: SdkClient[] = [];
const enter = async (userId: string, roomId?: string): Promise<SdkClient> => {
  const client = await signIn(rehearsal, userId);
  clients.push(client);
  if (roomId !== undefined) await client.chat.joinGroup({ groupID: roomId });
  return client;
};
const faults = (patch: Record<string, unknown>) => rehearsal.controlCall('faults', patch);
const say = (roomId: string, text: string) =>
  rehearsal.controlCall('say', { roomId, userId: 'speaker', text });
const noFaults = {
  restDelayMs: 0,
  restJitterMs: 0,
  rest: [],
  refuseSockets: false,
  socketDelayMs: 0,
  socketJitterMs: 0,
  socket: [],
  duplicates: 0,
  outOfOrder: false,
  clockSkewMs: 0,
};

beforeAll(async () => {
  rehearsal = await startRehearsal(['--rooms', '12']);
});
afterEach(async () => {
  await faults(noFaults);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rehearsal.stop();
});

describe('a dropped line', () => {
  test('is noticed, is soon up again, and brings what was said meanwhile', async () => {
    const client = await enter('dropped', 'night-show');
    const down = client.event(
      'NET_STATE_CHANGE',
      (data) => (data as { state: string }).state !== 'connected',
    );
    const up = client.event('NET_STATE_CHANGE', (data) => (data as { state: string }).state === 'connected');
    expect(await rehearsal.controlCall('drop', { userId: 'dropped' })).toEqual({ dropped: 1 });
    for (let at = 0; at < 5; at += 1) await say('night-show', `meanwhile ${at}`);
    await Promise.all([down, up]);
    await client.message((message) => message.payload.text === 'meanwhile 4');
    const texts = client
      .messages()
      .filter((message) => message.from === 'speaker' && message.type === 'TIMTextElem');
    expect(texts.map((message) => message.payload.text)).toEqual(
      [0, 1, 2, 3, 4].map((at) => `meanwhile ${at}`),
    );
  });

  test('again and again loses and doubles nothing', async () => {
    const client = await enter('shaken', 'game-arena');
    for (let at = 0; at < 60; at += 1) {
      await say('game-arena', `shake ${at}`);
      if (at % 12 === 0) await rehearsal.controlCall('drop', { userId: 'shaken' });
    }
    await client.message((message) => message.payload.text === 'shake 59');
    const texts = client
      .messages()
      .filter((message) => message.from === 'speaker' && message.type === 'TIMTextElem');
    expect(texts.map((message) => message.payload.text)).toEqual(
      Array.from({ length: 60 }, (_, at) => `shake ${at}`),
    );
  });

  test('that swallowed the answer to a send leads to one message: the request comes again', async () => {
    const sender = await enter('unlucky', 'flash-sale');
    const reader = await enter('calm', 'flash-sale');
    await faults({ socket: [{ kind: 'lost-answer', servcmd: 'group_open_http_svc.send_group_msg' }] });
    const sending = sender.say('flash-sale', 'said once');
    await reader.message((message) => message.payload.text === 'said once');
    await rehearsal.controlCall('drop', { userId: 'unlucky' });
    expect((await sending).status).toBe('success');
    await sender.say('flash-sale', 'and on');
    await reader.message((message) => message.payload.text === 'and on');
    expect(reader.messages().filter((message) => message.payload.text === 'said once').length).toBe(1);
  });

  test('stays down while sockets are refused, and comes back with the next request', async () => {
    const client = await enter('locked-out', 'morning-yoga');
    await faults({ refuseSockets: true });
    await rehearsal.controlCall('drop', { userId: 'locked-out' });
    await client.event('NET_STATE_CHANGE', (data) => (data as { state: string }).state === 'disconnected');
    await say('morning-yoga', 'missed?');
    await faults({ refuseSockets: false });
    await client.chat.searchGroupByID('kitchen');
    expect((await client.message((message) => message.payload.text === 'missed?')).from).toBe('speaker');
  });
});

describe('disturbed delivery', () => {
  test('duplicates beyond the memory of the SDK come through twice, so that a product must cope', async () => {
    const client = await enter('double', 'street-food');
    await rehearsal.controlCall('settings', { roomCap: 1_000 });
    for (let at = 0; at < 150; at += 1) await say('street-food', `d ${at}`);
    await client.message((message) => message.payload.text === 'd 149');
    await faults({ duplicates: 150 });
    await say('street-food', 'the last');
    await client.message((message) => message.payload.text === 'the last');
    await rehearsal.controlCall('settings', { roomCap: 40 });
    const seen = client.messages().filter((message) => message.payload.text === 'd 0');
    expect(seen.length).toBe(2);
  });

  test('out of order: a message comes one answer late, and none is lost', async () => {
    await faults({ outOfOrder: true });
    const client = await enter('jumbled', 'talk-tech');
    for (let at = 0; at < 30; at += 1) await say('talk-tech', `j ${at}`);
    await say('talk-tech', 'end 1');
    await client.message((message) => message.payload.text === 'end 1');
    await faults({ outOfOrder: false });
    await say('talk-tech', 'end 2');
    await client.message((message) => message.payload.text === 'end 2');
    const texts = client
      .messages()
      .map((message) => String(message.payload.text))
      .filter((text) => text.startsWith('j '));
    const sorted = Array.from({ length: 30 }, (_, at) => `j ${at}`);
    expect([...texts].sort()).toEqual([...sorted].sort());
    expect(texts).not.toEqual(sorted);
  });

  test('a delay holds every frame back and keeps their order', async () => {
    const client = await enter('slow', 'cat-cam');
    await faults({ socketDelayMs: 400, socketJitterMs: 200 });
    const start = performance.now();
    const sent = [client.say('cat-cam', 'a'), client.say('cat-cam', 'b'), client.say('cat-cam', 'c')];
    const messages = await Promise.all(sent);
    expect(performance.now() - start).toBeGreaterThanOrEqual(400);
    const [a = 0, b = 0, c = 0] = messages.map((message) => message.sequence);
    expect(a < b && b < c).toBe(true);
  });

  test('a delayed command is late alone', async () => {
    const client = await enter('one-slow', 'cat-cam');
    await faults({
      socket: [{ kind: 'delay', servcmd: 'group_open_http_svc.send_group_msg', delayMs: 500 }],
    });
    const start = performance.now();
    await client.say('cat-cam', 'late');
    expect(performance.now() - start).toBeGreaterThanOrEqual(500);
  });

  test('an oversized frame is survived by the SDK', async () => {
    const client = await enter('big', 'dance-hall');
    const { frames } = await rehearsal.controlCall<{ frames: number }>('oversize', {
      userId: 'big',
      bytes: 5_000_000,
    });
    expect(frames).toBe(1);
    await say('dance-hall', 'after the flood');
    expect((await client.message((message) => message.payload.text === 'after the flood')).type).toBe(
      'TIMTextElem',
    );
  });

  test('a skewed clock shows in the time of messages and in what the SDK takes for server time', async () => {
    await faults({ clockSkewMs: -3_600_000 });
    const client = await enter('skewed', 'kitchen');
    await say('kitchen', 'an hour ago');
    const got = await client.message((message) => message.payload.text === 'an hour ago');
    expect(Math.abs(got.time - (Date.now() / 1000 - 3_600))).toBeLessThan(5);
    expect(Math.abs(client.chat.getServerTime() - (Date.now() - 3_600_000))).toBeLessThan(3_000);
  });

  test('polls that fail keep their place', async () => {
    const client = await enter('stubborn', 'book-corner');
    await faults({
      socket: [{ kind: 'code', servcmd: 'group_open_long_polling_http_svc.get_msg', code: 60008 }],
    });
    await say('book-corner', 'kept for you');
    expect((await client.message((message) => message.payload.text === 'kept for you')).from).toBe('speaker');
  });
});

describe('faults of REST', () => {
  const info = ['group_open_http_svc/get_group_info', { GroupIdList: ['night-show'] }] as const;
  const call = () => fetch(rehearsal.restUrl(info[0]), { method: 'POST', body: JSON.stringify(info[1]) });

  test('an HTTP 502 with a page that is not JSON', async () => {
    await faults({ rest: [{ kind: 'server-error' }] });
    const response = await call();
    expect(response.status).toBe(502);
    await expect(response.json()).rejects.toThrow(SyntaxError);
    expect((await rehearsal.restCall(...info)).ErrorCode).toBe(0);
  });

  test('an answer that is cut off in its JSON', async () => {
    await faults({ rest: [{ kind: 'malformed' }] });
    await expect((await call()).json()).rejects.toThrow(SyntaxError);
  });

  test('half an answer and a closed line', async () => {
    await faults({ rest: [{ kind: 'half-answer' }] });
    await expect((await call()).text()).rejects.toThrow(TypeError);
  });

  test('no answer at all', async () => {
    await faults({ rest: [{ kind: 'drop' }] });
    await expect(call()).rejects.toThrow('fetch failed');
  });

  test('a rate limit for the next calls of one command', async () => {
    await faults({ rest: [{ kind: 'rate-limit', times: 2, command: info[0] }] });
    expect(
      (await rehearsal.restCall('group_open_http_svc/get_online_member_num', { GroupId: 'kitchen' }))
        .ErrorCode,
    ).toBe(0);
    const codes = [
      await rehearsal.restCall(...info),
      await rehearsal.restCall(...info),
      await rehearsal.restCall(...info),
    ];
    expect(codes.map((answer) => answer.ErrorCode)).toEqual([60007, 60007, 0]);
  });

  test('any code', async () => {
    await faults({ rest: [{ kind: 'code', code: 10002 }] });
    expect((await rehearsal.restCall(...info)).ErrorCode).toBe(10002);
  });

  test('a delay', async () => {
    await faults({ restDelayMs: 300, restJitterMs: 50 });
    const start = performance.now();
    await rehearsal.restCall(...info);
    expect(performance.now() - start).toBeGreaterThanOrEqual(300);
  });
});

describe('a fault that does not exist', () => {
  test('is refused with words that name it', async () => {
    await expect(faults({ socketDelay: 5 })).rejects.toThrow('socketDelay');
    await expect(faults({ rest: [{ kind: 'explode' }] })).rejects.toThrow('rest.0.kind');
  });
});

test('a login can be answered with any code', async () => {
  await faults({ socket: [{ kind: 'code', servcmd: 'im_open_status.wslogin', code: 60002, info: 'no' }] });
  const failure = await failureOf(() => signIn(rehearsal, 'unwelcome'));
  expect(failure).toMatchObject({ code: 60002, message: 'no' });
});
