import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../main/contract/result.ts';
import type { AdminError } from '../../../main/core/im-admin/admin-error.ts';
import { codeOf, type KeyHolder, openKeyHolder } from './key-holder.ts';

const room = 'night-show';
let holder: KeyHolder;
beforeAll(async () => {
  holder = await openKeyHolder();
});
afterAll(() => holder.stop());

describe('the key-holder path', () => {
  test.each(['v2', 'v1'])(
    'works with a generated %s key as it would against the cloud',
    async (accountId) => {
      expect(
        await holder.vault.check(accountId, {
          userId: holder.service.admin,
          expireSeconds: 60,
          now: Date.now(),
        }),
      ).toMatchObject({
        ok: true,
        value: { signsAndVerifies: true },
      });
      const admin = holder.connect(accountId);
      const info = await admin.getGroupInfo({ roomIds: [room] });
      expect(info).toMatchObject({
        ok: true,
        value: [{ item: room, result: { ok: true, value: { type: 'AVChatRoom' } } }],
      });
    },
  );

  test('with the key of another app the service’s reason is told (70009)', async () => {
    expect(codeOf(await holder.connect('wrong').getOnlineMemberNum({ roomId: room }))).toBe(70009);
  });

  test('with an account that is no admin the service’s reason is told (60010)', async () => {
    const admin = holder.connect('v2', { adminUserId: 'viewer7' });
    expect(codeOf(await admin.getOnlineMemberNum({ roomId: room }))).toBe(60010);
  });

  test('a UserSig that the service lets expire is replaced without anybody noticing', async () => {
    const hourAgo = Date.now() - 3_600_000;
    const admin = holder.connect('v2', {
      userSig: ({ refused }) =>
        holder.vault.sign('v2', {
          userId: holder.service.admin,
          expireSeconds: 86_400,
          now: refused === undefined ? hourAgo : Date.now(),
        }),
    });
    await holder.service.controlCall('expire', { userId: holder.service.admin });
    expect(codeOf(await admin.getOnlineMemberNum({ roomId: room }))).toBe('done');
  });
});

test('the pages of the list of rooms come a second apart, and none is refused', async () => {
  const admin = holder.connect('v2');
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.getAppidGroupList({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) throw new Error(page.error.text.en);
    found.push(...page.value.roomIds);
    cursor = page.value.cursor;
  } while (cursor !== undefined);
  expect(found.sort()).toEqual([...holder.service.rooms].sort());
});

test('250 separate mutes at once are all done without one refusal for the rate', async () => {
  const admin = holder.connect('v2');
  await admin.multiaccountImport({ userIds: Array.from({ length: 250 }, (_, index) => `crowd${index}`) });
  const warned = holder.lines.filter(({ level }) => level === 'warn').length;
  const results = await Promise.all(
    Array.from({ length: 250 }, (_, index) =>
      admin.forbidSendMsg({ roomId: room, userIds: [`crowd${index}`], seconds: 60 }),
    ),
  );
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect(holder.lines.filter(({ level }) => level === 'warn')).toHaveLength(warned);
  const muted = await admin.getGroupMutedAccount({ roomId: room });
  expect(muted.ok && muted.value.filter(({ userId }) => userId.startsWith('crowd'))).toHaveLength(250);
});

/** Every other command, each with a check of what it did. */
test('accounts, profiles, admins, members, words, counters and attributes say what they did', async () => {
  const admin = holder.connect('v1');
  const value = async <T>(call: Promise<Result<T, AdminError>>): Promise<T> => {
    const result = await call;
    if (!result.ok) throw new Error(`${result.error.text.en} ${result.error.vendor?.code}`);
    return result.value;
  };
  const userIds = Array.from({ length: 130 }, (_, index) => `guest${index}`);
  await value(admin.accountImport({ userId: 'host1', nick: '主持人' }));
  await value(admin.multiaccountImport({ userIds }));
  const checked = await value(admin.accountCheck({ userIds: [...userIds, 'nobody'] }));
  expect(checked.filter(({ result }) => result.ok && result.value)).toHaveLength(130);
  await value(admin.portraitSet({ userId: 'host1', values: { Tag_Profile_IM_Nick: 'Host' } }));
  const [profile] = await value(admin.portraitGet({ userIds: ['host1'] }));
  expect(profile?.result).toMatchObject({ ok: true, value: { Tag_Profile_IM_Nick: 'Host' } });
  await value(admin.kick({ userId: 'host1' }));

  await value(admin.modifyAdmin({ roomId: room, userIds: ['host1'], appoint: true }));
  expect((await value(admin.getAdminList({ roomId: room }))).map(({ userId }) => userId)).toContain('host1');
  await value(admin.modifyAdmin({ roomId: room, userIds: ['host1'], appoint: false }));
  await holder.service.controlCall('join', { roomId: room, userId: 'guest1' });
  const { members } = await value(admin.getMembers({ roomId: room }));
  expect(members.map(({ userId }) => userId)).toContain('guest1');
  expect(await value(admin.checkMembers({ roomId: room, userIds: ['guest1', 'guest2'] }))).toMatchObject([
    { item: 'guest1', result: { value: true } },
    { item: 'guest2', result: { value: false } },
  ]);
  expect(await value(admin.getOnlineMemberNum({ roomId: room }))).toBeGreaterThanOrEqual(1);

  await value(admin.addDirtyWords({ words: ['坏词', 'bad'] }));
  expect(await value(admin.getDirtyWords())).toEqual(expect.arrayContaining(['坏词', 'bad']));
  await value(admin.deleteDirtyWords({ words: ['坏词', 'bad'] }));
  await value(admin.addLocalAuditKeywords({ words: [{ keyword: 'x+', type: 'regex' }] }));
  expect((await value(admin.getLocalAuditKeywords())).words.map(({ keyword }) => keyword)).toContain('x+');
  await value(admin.deleteLocalAuditKeywords({ words: [{ keyword: 'x+', type: 'regex' }] }));
  const [library] = (await value(admin.getCloudAuditKeywordsIds())).libraries;
  const libraryId = library?.id ?? 'no library';
  await value(admin.addCloudAuditKeywords({ libraryId, keywords: ['advert'], label: 'Ad' }));
  const cloudWords = await value(admin.getCloudAuditKeywords({ libraryId }));
  expect(cloudWords.words.map(({ keyword }) => keyword)).toContain('advert');
  await value(admin.deleteCloudAuditKeywords({ libraryId, keywords: ['advert'] }));

  await value(admin.updateGroupCounter({ roomId: room, counters: { test: 5 }, mode: 'set' }));
  await value(admin.updateGroupCounter({ roomId: room, counters: { test: 2 }, mode: 'increase' }));
  expect(await value(admin.getGroupCounter({ roomId: room, keys: ['test'] }))).toEqual({ test: 7 });
  await value(admin.deleteGroupCounter({ roomId: room, keys: ['test'] }));
  await value(admin.setGroupAttr({ roomId: room, attributes: { a: '1', b: '2' } }));
  await value(admin.modifyGroupAttr({ roomId: room, attributes: { b: '3' } }));
  expect(await value(admin.getGroupAttr({ roomId: room }))).toEqual({ a: '1', b: '3' });
  await value(admin.deleteGroupAttr({ roomId: room, keys: ['a'] }));
  expect(await value(admin.getGroupAttr({ roomId: room }))).toEqual({ b: '3' });
  await value(admin.clearGroupAttr({ roomId: room }));

  await value(admin.setNoSpeaking({ userId: 'guest3', groupSeconds: 4_294_967_295 }));
  expect(await value(admin.getNoSpeaking({ userId: 'guest3' }))).toMatchObject({
    groupSeconds: 4_294_967_295,
  });
  await value(admin.sendBroadcastMsg({ elements: [{ type: 'text', text: 'to all rooms' }] }));
});

test('no log line of all this holds the key or a signature', () => {
  const lines = holder.lines.map(({ text }) => text).join('\n');
  expect(holder.lines.length).toBeGreaterThan(270);
  expect(lines).not.toContain(holder.service.secretKey.slice(0, 20));
  expect(lines).not.toContain(holder.privateKey.split('\n')[1]?.slice(0, 20));
  expect(lines).not.toMatch(/eJ[\w*-]{30}/);
});
