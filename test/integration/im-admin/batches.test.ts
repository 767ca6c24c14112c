import { expect, test } from 'vitest';
import { behave, createRestFaultServer } from '../../support/rest-fault-server.ts';
import { connectTo } from './connect.ts';

const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `viewer${index}`);
const sizes = (seen: readonly { body: Readonly<Record<string, unknown>> }[], field: string): number[] =>
  seen.map(({ body }) => (Array.isArray(body[field]) ? body[field].length : -1)).sort((a, b) => b - a);

test('1200 mutes go in calls of at most 500 and bring 1200 results in the order asked', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  const userIds = people(1200);
  const result = await client.admin.forbidSendMsg({ roomId: 'r', userIds, seconds: 60 });
  expect(sizes(server.seen, 'Members_Account')).toEqual([500, 500, 200]);
  expect(result.ok && result.value.map(({ item }) => item)).toEqual(userIds);
  expect(result.ok && result.value.every((one) => one.result.ok)).toBe(true);
});

test('45 bans and unbans go in calls of at most 20', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  await client.admin.banGroupMember({ roomId: 'r', userIds: people(45), seconds: 3600, reason: 'spam' });
  await client.admin.unbanGroupMember({ roomId: 'r', userIds: people(45) });
  expect(sizes(server.seen, 'Members_Account')).toEqual([20, 20, 20, 20, 5, 5]);
});

test('accounts go in hundreds, and those that the service names have failed', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('multiaccount_import', behave.well({ FailAccounts: ['viewer3'] }), behave.well());
  const result = await client.admin.multiaccountImport({ userIds: people(150) });
  expect(sizes(server.seen, 'AccountList')).toEqual([100, 50]);
  const failed = result.ok ? result.value.filter((one) => !one.result.ok).map(({ item }) => item) : [];
  expect(failed).toEqual(['viewer3']);
});

test('when one part of a batch fails, its people have failed and the others have not', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('ban_group_member', behave.well(), behave.refuse(10005), behave.well());
  const result = await client.admin.banGroupMember({ roomId: 'r', userIds: people(50), seconds: 60 });
  expect(result.ok).toBe(true);
  const failed = result.ok ? result.value.filter((one) => !one.result.ok) : [];
  expect(failed.length === 20 || failed.length === 10).toBe(true);
  expect(failed[0]?.result).toMatchObject({ ok: false, error: { vendor: { code: 10005 } } });
});

test('a batch of which nothing was done is a failure', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('forbid_send_msg', behave.refuse(10010));
  const result = await client.admin.forbidSendMsg({ roomId: 'r', userIds: people(3000), seconds: 60 });
  expect(result).toMatchObject({ ok: false, error: { vendor: { code: 10010 } } });
  // Parts that were on their way when the first was refused are not called back; the rest is not sent.
  expect(server.seen.length).toBeLessThanOrEqual(4);
});

test('one account that does not exist does not save 99 others from their mute', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('forbid_send_msg', {
    acts: true,
    respond: (response, { body }) => {
      const known = !(body.Members_Account as readonly string[]).includes('viewer42');
      response.end(JSON.stringify({ ActionStatus: known ? 'OK' : 'FAIL', ErrorCode: known ? 0 : 10019 }));
    },
  });
  const result = await client.admin.forbidSendMsg({ roomId: 'r', userIds: people(100), seconds: 60 });
  const failed = result.ok ? result.value.filter((one) => !one.result.ok) : [];
  expect(failed.map(({ item }) => item)).toEqual(['viewer42']);
  expect(result.ok && result.value.map(({ item }) => item)).toEqual(people(100));
  expect(server.seen.length).toBeLessThanOrEqual(15);
});

test('each recalled message has a result of its own, though the service says OK to all', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  const codes = new Map([
    [3, 10030],
    [12, 10032],
    [20, 20023],
  ]);
  server.always('group_msg_recall', {
    acts: true,
    respond: (response, { body }) => {
      const list = body.MsgSeqList as readonly { MsgSeq: number }[];
      const RecallRetList = list.map(({ MsgSeq }) => ({ MsgSeq, RetCode: codes.get(MsgSeq) ?? 0 }));
      response.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', RecallRetList }));
    },
  });
  const seqs = Array.from({ length: 25 }, (_, index) => index + 1);
  const result = await client.admin.groupMsgRecall({ roomId: 'r', seqs, reason: 'spam' });
  expect(sizes(server.seen, 'MsgSeqList')).toEqual([10, 10, 5]);
  const failed = result.ok
    ? result.value.flatMap(({ item, result: one }) => (one.ok ? [] : [[item, one.error.vendor?.code]]))
    : [];
  // Number 20 was recalled already, which is what was asked for.
  expect(failed).toEqual([
    ['3', 10030],
    ['12', 10032],
  ]);
});

test('a message that is missing when a recall is repeated is not called a failure for sure', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next(
    'group_msg_recall',
    behave.hangUp(true),
    behave.well({ RecallRetList: [{ MsgSeq: 7, RetCode: 10030 }] }),
  );
  const result = await client.admin.groupMsgRecall({ roomId: 'r', seqs: [7] });
  expect(result).toMatchObject({ ok: false, error: { outcome: 'unknown', vendor: { code: 10030 } } });
});

test('a message that the answer leaves out is not called recalled', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('group_msg_recall', behave.well({ RecallRetList: [{ MsgSeq: 7, RetCode: 0 }] }));
  const result = await client.admin.groupMsgRecall({ roomId: 'r', seqs: [7, 8] });
  expect(result.ok && result.value.map(({ result: one }) => one.ok)).toEqual([true, false]);
});

test('a person named twice is asked for once', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  await client.admin.forbidSendMsg({ roomId: 'r', userIds: ['a', 'b', 'a'], seconds: 60 });
  expect(server.seen[0]?.body.Members_Account).toEqual(['a', 'b']);
});

test('a mute overtakes a bulk job whose calls hang', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('multiaccount_import', behave.silence(false));
  const controller = new AbortController();
  const jobs = Array.from({ length: 20 }, (_, index) =>
    client.admin.multiaccountImport(
      { userIds: people(1000).map((id) => `${index}-${id}`) },
      { signal: controller.signal },
    ),
  );
  await server.reached(6);
  expect(client.admin.waiting()).toBeGreaterThan(50);
  expect(await client.admin.forbidSendMsg({ roomId: 'r', userIds: ['troll'], seconds: 60 })).toMatchObject({
    ok: true,
  });
  controller.abort();
  const results = await Promise.all(jobs);
  expect(results.every((one) => !one.ok)).toBe(true);
  expect(client.admin.waiting()).toBe(0);
});

test('a call cancelled while it waits was certainly not sent', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  await client.admin.getAppidGroupList();
  const controller = new AbortController();
  const second = client.admin.getAppidGroupList({}, { signal: controller.signal });
  controller.abort();
  expect(await second).toMatchObject({ ok: false, error: { outcome: 'not-done' } });
  expect(server.seen).toHaveLength(1);
});

test('a call cancelled under way may have been done, and says so', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('forbid_send_msg', behave.silence(true));
  const controller = new AbortController();
  const input = { roomId: 'r', userIds: ['a'], seconds: 60 };
  const muting = client.admin.forbidSendMsg(input, { signal: controller.signal });
  await server.reached(1);
  controller.abort();
  expect(await muting).toMatchObject({ ok: false, error: { outcome: 'unknown' } });
  expect(server.seen).toHaveLength(1);
});

test('a closed client ends what waits and what is under way, and leaves no timer', async () => {
  await using server = await createRestFaultServer();
  const client = connectTo(server.url);
  server.always('forbid_send_msg', behave.silence(true));
  const underWay = client.admin.forbidSendMsg({ roomId: 'r', userIds: ['a'], seconds: 60 });
  await server.reached(1);
  client.admin.dispose();
  expect(await underWay).toMatchObject({ ok: false, error: { outcome: 'unknown' } });
  expect(await client.admin.getAppidGroupList()).toMatchObject({
    ok: false,
    error: { code: 'not-ready', outcome: 'not-done' },
  });
  expect(client.clock.pending()).toBe(0);
});
