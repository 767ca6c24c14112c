import { expect, test } from 'vitest';
import type { Result } from '../../../main/contract/result.ts';
import type { AdminError } from '../../../main/core/im-admin/admin-error.ts';
import type { ImAdmin } from '../../../main/core/im-admin/im-admin.ts';
import { createRestFaultServer } from '../../support/rest-fault-server.ts';
import { connectTo } from './connect.ts';

test.each<[string, (admin: ImAdmin) => Promise<Result<unknown, AdminError>>]>([
  ['a room ID with Chinese letters', (admin) => admin.getOnlineMemberNum({ roomId: '直播间' })],
  ['a room ID of 49 letters', (admin) => admin.destroyGroup({ roomId: 'x'.repeat(49) })],
  [
    'a new room under the service’s own prefix',
    (admin) => admin.createGroup({ roomId: '@TGS#x', name: 'N' }),
  ],
  ['a room name of 31 bytes', (admin) => admin.createGroup({ name: '直播间直播间直播间直x' })],
  ['nobody to mute', (admin) => admin.forbidSendMsg({ roomId: 'r', userIds: [], seconds: 1 })],
  [
    'a mute of minus one second',
    (admin) => admin.forbidSendMsg({ roomId: 'r', userIds: ['a'], seconds: -1 }),
  ],
  [
    'a mute beyond for ever',
    (admin) => admin.forbidSendMsg({ roomId: 'r', userIds: ['a'], seconds: 2 ** 32 }),
  ],
  ['a ban of no time', (admin) => admin.banGroupMember({ roomId: 'r', userIds: ['a'], seconds: 0 })],
  ['a user ID of 33 bytes', (admin) => admin.kick({ userId: 'x'.repeat(33) })],
  ['an empty message', (admin) => admin.sendGroupMsg({ roomId: 'r', elements: [] })],
  [
    'a message over 12 KB',
    (admin) => admin.sendGroupMsg({ roomId: 'r', elements: [{ type: 'text', text: '字'.repeat(4096) }] }),
  ],
  [
    'two custom elements',
    (admin) =>
      admin.sendGroupMsg({
        roomId: 'r',
        elements: [
          { type: 'custom', data: '1' },
          { type: 'custom', data: '2' },
        ],
      }),
  ],
  [
    '21 counters',
    (admin) => admin.getGroupCounter({ roomId: 'r', keys: Array.from({ length: 21 }, (_, i) => `k${i}`) }),
  ],
  [
    'six room admins',
    (admin) => admin.modifyAdmin({ roomId: 'r', userIds: ['a', 'b', 'c', 'd', 'e', 'f'], appoint: true }),
  ],
  [
    'an attribute over 4000 bytes',
    (admin) => admin.modifyGroupAttr({ roomId: 'r', attributes: { k: 'x'.repeat(4001) } }),
  ],
  ['a global mute without a time', (admin) => admin.setNoSpeaking({ userId: 'a' })],
])('%s is refused before anything is sent', async (_, call) => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  expect(await call(client.admin)).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', outcome: 'not-done' },
  });
  expect(server.seen).toEqual([]);
});
