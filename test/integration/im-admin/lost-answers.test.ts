import { expect, test } from 'vitest';
import { behave, createRestFaultServer } from '../../support/rest-fault-server.ts';
import { connectTo } from './connect.ts';

test('a room whose creation was answered by silence is not made twice and not called taken', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('create_group', behave.hangUp(true), behave.refuse(10025));
  const created = await client.admin.createGroup({ roomId: 'mine', name: 'N' });
  expect(created).toEqual({ ok: true, value: { roomId: 'mine' } });
  server.next('create_group', behave.refuse(10025));
  expect(await client.admin.createGroup({ roomId: 'mine', name: 'N' })).toMatchObject({
    ok: false,
    error: { code: 'conflict', outcome: 'not-done' },
  });
});

test('a room without an ID of ours is never asked for twice', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('create_group', behave.hangUp(true));
  expect(await client.admin.createGroup({ name: 'N' })).toMatchObject({
    ok: false,
    error: { outcome: 'unknown' },
  });
  expect(server.seen).toHaveLength(1);
});

test('a room dissolved by the try whose answer was lost is dissolved', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  server.next('destroy_group', behave.hangUp(true), behave.refuse(10010));
  expect(await client.admin.destroyGroup({ roomId: 'r' })).toEqual({ ok: true, value: null });
  server.next('destroy_group', behave.refuse(10010));
  expect(await client.admin.destroyGroup({ roomId: 'r' })).toMatchObject({ ok: false });
});

test('likes that may have been counted are not counted again, and setting a counter is repeated', async () => {
  await using server = await createRestFaultServer();
  using client = connectTo(server.url);
  const add = { roomId: 'r', counters: { likes: 3 } };
  server.next('update_group_counter', behave.hangUp(true));
  expect(await client.admin.updateGroupCounter({ ...add, mode: 'increase' })).toMatchObject({
    ok: false,
    error: { outcome: 'unknown' },
  });
  expect(server.seen).toHaveLength(1);
  server.next('update_group_counter', behave.hangUp(true), behave.well());
  expect(await client.admin.updateGroupCounter({ ...add, mode: 'set' })).toMatchObject({ ok: true });
});
