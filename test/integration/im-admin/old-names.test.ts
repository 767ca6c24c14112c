import { expect, test } from 'vitest';
import type { Result } from '../../../main/contract/result.ts';
import type { AdminError } from '../../../main/core/im-admin/admin-error.ts';
import type { ImAdmin } from '../../../main/core/im-admin/im-admin.ts';
import { behave, createRestFaultServer } from '../../support/rest-fault-server.ts';
import { connectTo } from './connect.ts';

test('a server that knows the old field names only is spoken to in them, from then on at once', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('forbid_send_msg', behave.refuse(10004), behave.well(), behave.well());
  const mute = { roomId: 'r', userIds: ['a'], seconds: 60 };
  expect(await client.admin.forbidSendMsg(mute)).toMatchObject({ ok: true });
  expect(await client.admin.forbidSendMsg(mute)).toMatchObject({ ok: true });
  expect(server.seen.map(({ body }) => Object.keys(body)[2])).toEqual([
    'MuteTime',
    'ShutUpTime',
    'ShutUpTime',
  ]);
});

test.each<[string, string, (admin: ImAdmin) => Promise<Result<unknown, AdminError>>, string, string]>([
  [
    'mute-all',
    'modify_group_base_info',
    (admin) => admin.modifyGroupBaseInfo({ roomId: 'r', muteAll: false }),
    'MuteAllMember',
    'ShutUpAllMember',
  ],
  ['kick', 'kick', (admin) => admin.kick({ userId: 'a' }), 'UserID', 'Identifier'],
  ['an import', 'account_import', (admin) => admin.accountImport({ userId: 'a' }), 'UserID', 'Identifier'],
])('%s falls back to the old name of its field', async (_, command, call, newName, oldName) => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next(command, behave.refuse(command === 'modify_group_base_info' ? 10004 : 70402), behave.well());
  expect(await call(client.admin)).toEqual({ ok: true, value: null });
  expect(Object.keys(server.seen[0]?.body ?? {})).toContain(newName);
  expect(Object.keys(server.seen[1]?.body ?? {})).toContain(oldName);
});

test('a server without the new command for the muted is asked with the old one', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.always('get_group_muted_account', behave.refuse(60009));
  expect(await client.admin.getGroupMutedAccount({ roomId: 'r' })).toEqual({ ok: true, value: [] });
  expect(server.seen[1]?.path).toBe('group_open_http_svc/get_group_shutted_uin');
});

test('where neither name is taken, the refusal of the new one is reported', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('forbid_send_msg', behave.refuse(10004, 'new'), behave.refuse(10004, 'old'));
  const result = await client.admin.forbidSendMsg({ roomId: 'r', userIds: ['a'], seconds: 60 });
  expect(result).toMatchObject({ ok: false, error: { vendor: { code: 10004, info: 'new' } } });
});
