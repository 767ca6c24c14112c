import { expect, test } from 'vitest';
import type { Result } from '../../../main/contract/result.ts';
import type { AdminError } from '../../../main/core/im-admin/admin-error.ts';
import { type Behaviour, behave, createRestFaultServer } from '../../support/rest-fault-server.ts';
import { connectTo } from './connect.ts';

const mute = { roomId: 'room_1001', userIds: ['viewer7'], seconds: 600 };
const hello = { roomId: 'room_1001', elements: [{ type: 'text', text: 'hello' } as const] };
const notice = { roomId: 'room_1001', text: 'The show begins' };

const errorOf = (result: Result<unknown, AdminError>): AdminError | undefined =>
  result.ok ? undefined : result.error;

test('a mute goes out as one POST with the query that the service asks for', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  const result = await client.admin.forbidSendMsg(mute);
  expect(result).toEqual({ ok: true, value: [{ item: 'viewer7', result: { ok: true, value: null } }] });
  const [request] = server.seen;
  expect(request?.method).toBe('POST');
  expect(request?.path).toBe('group_open_http_svc/forbid_send_msg');
  expect(request?.body).toEqual({ GroupId: 'room_1001', Members_Account: ['viewer7'], MuteTime: 600 });
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    sdkappid: '1400000000',
    identifier: 'administrator',
    usersig: 'eJw-a-signature-of-the-admin-account-that-nobody-may-ever-see*',
    random: expect.stringMatching(/^\d{1,10}$/),
    contenttype: 'json',
  });
});

/** Faults after which the service may or may not have acted. */
const lostAnswers: readonly (readonly [string, Behaviour])[] = [
  ['hangs up before it acts', behave.hangUp(false)],
  ['hangs up after it acted', behave.hangUp(true)],
  ['breaks off in the middle of its answer', behave.breakOff()],
  ['answers half of its JSON', behave.halfJson()],
  ['answers through a gateway with 502', behave.status(502)],
  ['acts, and its gateway answers 504', behave.status(504, true)],
  ['answers a page of the network', behave.htmlPage()],
  ['answers something that is not UTF-8', behave.notUtf8()],
  ['answers JSON without an envelope', behave.noEnvelope()],
  ['acts, and its gateway times out (60008)', behave.gatewayTimeOut()],
];

/** Refusals that a retry may overcome: the service said that it did nothing. */
const passing: readonly (readonly [string, Behaviour])[] = [
  ['has an internal fault (10002)', behave.refuse(10002)],
  ['is called too often (60007)', behave.refuse(60007)],
  ['is overloaded (60022)', behave.refuse(60022)],
  ['says that the app calls too often (60011)', behave.refuse(60011)],
];

test.each([...lostAnswers, ...passing])(
  'a mute is done and reported as done when the service %s',
  async (_, fault) => {
    await using server = await createRestFaultServer();
    using client = connectTo(server.url);
    server.next('forbid_send_msg', fault);
    expect(await client.admin.forbidSendMsg(mute)).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(2);
    expect(server.acted.length).toBeGreaterThanOrEqual(1);
  },
);

test.each([...lostAnswers, ...passing])(
  'a message is sent once and reported as sent when the service %s',
  async (_, fault) => {
    await using server = await createRestFaultServer();
    using client = connectTo(server.url);
    server.next('send_group_msg', fault, fault);
    expect(await client.admin.sendGroupMsg(hello)).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(3);
    expect(new Set(server.seen.map(({ body }) => body.Random)).size).toBe(1);
    expect(new Set(server.seen.map(({ query }) => query.get('random'))).size).toBe(3);
    expect(server.acted).toHaveLength(1);
  },
);

test.each(lostAnswers)(
  'a notice is never sent twice, and is not called failed or sent, when the service %s',
  async (_, fault) => {
    await using server = await createRestFaultServer();
    using client = connectTo(server.url);
    server.next('send_group_system_notification', fault);
    const error = errorOf(await client.admin.sendGroupSystemNotification(notice));
    expect(error?.outcome).toBe('unknown');
    expect(error?.remedy?.en).toContain('may have been done');
    expect(server.seen).toHaveLength(1);
  },
);

test.each(passing)('a notice is sent once and reported as sent when the service %s', async (_, fault) => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('send_group_system_notification', fault, fault);
  expect(await client.admin.sendGroupSystemNotification(notice)).toEqual({ ok: true, value: null });
  expect(server.acted).toHaveLength(1);
});

test.each([10004, 10007, 10010, 10016, 10017, 60010, 60020, 70009, 80001, 10061])(
  'a refusal with %i is reported at once with its code and not tried again',
  async (code) => {
    await using server = await createRestFaultServer();
    using client = connectTo(server.url);
    server.always('send_group_msg', behave.refuse(code, 'the words of the service'));
    const error = errorOf(await client.admin.sendGroupMsg(hello));
    expect(error).toMatchObject({
      outcome: 'not-done',
      vendor: { code, info: 'the words of the service' },
      retryable: false,
    });
    expect(server.seen).toHaveLength(1);
  },
);

test.each([
  ['always hangs up', behave.hangUp(false), 'unavailable', 'unknown'],
  ['always answers 500', behave.status(500), 'unavailable', 'unknown'],
  ['is always over its rate', behave.refuse(60007), 'rate-limited', 'not-done'],
] as const)('a call gives up after four tries when the service %s', async (_, fault, code, outcome) => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('forbid_send_msg', fault);
  expect(errorOf(await client.admin.forbidSendMsg(mute))).toMatchObject({ code, outcome, retryable: true });
  expect(server.seen).toHaveLength(4);
});

test('the pauses between tries grow, and no two consoles need come back together', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('forbid_send_msg', behave.status(503));
  await client.admin.forbidSendMsg(mute);
  const pauses = client.clock.asked.filter((ms) => ms !== 5_000);
  expect(pauses).toHaveLength(3);
  for (const [index, full] of [300, 600, 1200].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(full / 2);
    expect(pauses[index]).toBeLessThanOrEqual(full);
  }
});

test('a silent service is waited for five seconds, longer than its own three, and then asked again', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('forbid_send_msg', behave.silence(true));
  const result = client.admin.forbidSendMsg(mute);
  await server.reached(1);
  client.clock.advance(4_999);
  expect(server.seen).toHaveLength(1);
  client.clock.advance(1);
  expect(await result).toMatchObject({ ok: true });
  expect(server.seen).toHaveLength(2);
});

test('a silent service leaves a notice in doubt', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('send_group_system_notification', behave.silence(true));
  const result = client.admin.sendGroupSystemNotification(notice);
  await server.reached(1);
  client.clock.advance(5_000);
  expect(errorOf(await result)).toMatchObject({ code: 'timeout', outcome: 'unknown' });
});

test.each([
  ['pours without end', behave.flood()],
  ['announces 64 MB', behave.announceHuge()],
])('an answer that %s is dropped at 4 MB and not asked for again', async (_, fault) => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('get_group_info', fault);
  const error = errorOf(await client.admin.getGroupInfo({ roomIds: ['room_1001'] }));
  expect(error).toMatchObject({ code: 'damaged', text: { en: expect.stringContaining('4 MB') } });
  expect(server.seen).toHaveLength(1);
});

test('an answer that points elsewhere is not followed, so the signature stays here', async () => {
  await using server = await createRestFaultServer();
  await using elsewhere = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always(
    'forbid_send_msg',
    behave.redirect(`${elsewhere.url}/v4/group_open_http_svc/forbid_send_msg`),
  );
  expect(errorOf(await client.admin.forbidSendMsg(mute))).toMatchObject({
    code: 'unavailable',
    outcome: 'not-done',
  });
  expect(elsewhere.seen).toEqual([]);
});

test('a service that is not there is called unreachable, and nothing is left in doubt', async () => {
  const server = await createRestFaultServer();
  await server[Symbol.asyncDispose]();
  using client = connectTo(server.url);
  expect(errorOf(await client.admin.forbidSendMsg(mute))).toMatchObject({
    code: 'unavailable',
    outcome: 'not-done',
    text: { en: 'The service cannot be reached (ECONNREFUSED).' },
  });
});

test('an unsafe address is refused before a signature is made', async () => {
  let signed = 0;
  using client = connectTo('http://console.tim.qq.com', {
    userSig: () => {
      signed += 1;
      return 'signature';
    },
  });
  expect(errorOf(await client.admin.forbidSendMsg(mute))).toMatchObject({ code: 'invalid-input' });
  expect(signed).toBe(0);
});

test('a message that the service takes and drops for the room’s rate is not reported as sent', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next(
    'send_group_msg',
    behave.well({ MsgSeq: 7, MsgTime: 1_700_000_000, MsgDropReason: 'FrequencyLimit' }),
  );
  expect(errorOf(await client.admin.sendGroupMsg(hello))).toMatchObject({
    code: 'rate-limited',
    outcome: 'not-done',
    retryable: true,
  });
  expect(server.seen).toHaveLength(1);
});

test('unknown fields of newer servers are no trouble', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next(
    'send_group_msg',
    behave.well({ MsgSeq: 77, MsgTime: 1_700_000_100, RequestId: 'x', New: { a: [1] } }),
  );
  expect(await client.admin.sendGroupMsg(hello)).toEqual({
    ok: true,
    value: { seq: 77, at: 1_700_000_100_000 },
  });
});

test('a message whose answer lacks its number was sent all the same', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  expect(await client.admin.sendGroupMsg(hello)).toEqual({ ok: true, value: {} });
});
