import { expect, test } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import { err, ok } from '../../../main/contract/result.ts';
import { createImAdmin } from '../../../main/core/im-admin/im-admin.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { behave, createRestFaultServer, type RestFaultServer } from '../../support/rest-fault-server.ts';
import { connectTo, createLogKeeper } from './connect.ts';

const mute = { roomId: 'room_1001', userIds: ['viewer7'], seconds: 600 };

/** The real domains of China, led to two servers on this machine. */
const connectChina = (first: string, second: string) => {
  const asked: string[] = [];
  const clock = createManualClock({ skipBelowMs: 5_000 });
  const admin = createImAdmin({
    region: 'china',
    sdkAppId: 1400000000,
    adminUserId: 'administrator',
    userSig: () => 'signature',
    fetch: (input, init) => {
      const url = new URL(String(input));
      asked.push(url.origin);
      const target = url.hostname === 'console.tim.qq.com' ? first : second;
      return fetch(`${target}${url.pathname}${url.search}`, init);
    },
    clock,
    random: () => 0.5,
    log: createLogKeeper().log,
  });
  return { admin, clock, asked, [Symbol.dispose]: admin.dispose };
};

const deadServer = async (): Promise<string> => {
  const server: RestFaultServer = await createRestFaultServer();
  await server[Symbol.asyncDispose]();
  return server.url;
};

test('when the first domain is gone the stand-by takes over, and keeps it for a while', async () => {
  await using standBy = await createRestFaultServer();
  using client = connectChina(await deadServer(), standBy.url);
  expect(await client.admin.forbidSendMsg(mute)).toMatchObject({ ok: true });
  expect(await client.admin.forbidSendMsg(mute)).toMatchObject({ ok: true });
  expect(client.asked).toEqual([
    'https://console.tim.qq.com',
    'https://adminapi.my-imcloud.com',
    'https://adminapi.my-imcloud.com',
  ]);
});

test('after a minute the first domain is tried again', async () => {
  await using first = await createRestFaultServer();
  await using standBy = await createRestFaultServer();
  using client = connectChina(first.url, standBy.url);
  first.next('forbid_send_msg', behave.status(502));
  await client.admin.forbidSendMsg(mute);
  client.clock.advance(60_000);
  await client.admin.forbidSendMsg(mute);
  expect(first.seen).toHaveLength(2);
  expect(standBy.seen).toHaveLength(1);
});

test('a refusal of the service is its answer and no reason to change the domain', async () => {
  await using first = await createRestFaultServer();
  await using standBy = await createRestFaultServer();
  using client = connectChina(first.url, standBy.url);
  first.next('forbid_send_msg', behave.refuse(10002));
  expect(await client.admin.forbidSendMsg(mute)).toMatchObject({ ok: true });
  expect(standBy.seen).toEqual([]);
});

test('a message that moves to the stand-by keeps its Random, so that it is not seen twice', async () => {
  await using first = await createRestFaultServer();
  await using standBy = await createRestFaultServer();
  using client = connectChina(first.url, standBy.url);
  first.next('send_group_msg', behave.hangUp(true));
  await client.admin.sendGroupMsg({ roomId: 'r', elements: [{ type: 'text', text: 'hello' }] });
  expect(standBy.seen[0]?.body.Random).toBe(first.seen[0]?.body.Random);
});

test.each([70001, 70052])('a signature that the service refuses with %i is made anew, once', async (code) => {
  await using server = await createRestFaultServer();
  const asked: (string | undefined)[] = [];
  using client = connectTo(server.url, {
    userSig: ({ refused }) => {
      asked.push(refused);
      return refused === undefined ? 'old' : ok('new');
    },
  });
  server.next('forbid_send_msg', behave.refuse(code));
  expect(await client.admin.forbidSendMsg(mute)).toMatchObject({ ok: true });
  expect(asked).toEqual([undefined, 'old']);
  expect(server.seen.map(({ query }) => query.get('usersig'))).toEqual(['old', 'new']);
});

test('where no other signature can be had, the service’s refusal is what is reported', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url, { userSig: async () => 'always the same' });
  server.always('forbid_send_msg', behave.refuse(70001));
  expect(await client.admin.forbidSendMsg(mute)).toMatchObject({
    ok: false,
    error: { vendor: { code: 70001 }, outcome: 'not-done' },
  });
  expect(server.seen).toHaveLength(1);
});

test('a locked key is reported as such and nothing is sent', async () => {
  await using server = await createRestFaultServer();
  const locked = appError('not-ready', { en: 'The key is locked.', 'zh-CN': '密钥已锁定。' });
  using client = connectTo(server.url, { userSig: () => err(locked) });
  expect(await client.admin.forbidSendMsg(mute)).toEqual({
    ok: false,
    error: { ...locked, outcome: 'not-done' },
  });
  expect(server.seen).toEqual([]);
});

test('what a signer throws goes no further', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url, {
    userSig: () => {
      throw new Error('the key is 5bd2850fff3ecb11');
    },
  });
  const result = await client.admin.forbidSendMsg(mute);
  expect(result).toMatchObject({ ok: false, error: { code: 'not-ready' } });
  expect(JSON.stringify([result, client.lines])).not.toContain('5bd2850fff3ecb11');
});

test('each answer tells what time it is at the service', async () => {
  await using server = await createRestFaultServer();
  const heard: number[] = [];
  using client = connectTo(server.url, { onServerTime: (at) => heard.push(at) });
  server.next(
    'forbid_send_msg',
    behave.raw('{"ActionStatus":"OK","ErrorCode":0}', { date: 'Tue, 14 Nov 2023 22:13:20 GMT' }),
  );
  await client.admin.forbidSendMsg(mute);
  expect(heard).toEqual([1_700_000_000_000]);
});
