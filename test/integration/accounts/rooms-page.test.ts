import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyHolder } from '../../support/key-holder.ts';
import { type Livedeck, startCloud, startLivedeck } from './rig.ts';

let cloud: Awaited<ReturnType<typeof startCloud>>;
let livedeck: Livedeck;
let accountId: string;

beforeAll(async () => {
  cloud = await startCloud();
  livedeck = await startLivedeck();
  accountId = (await livedeck.must('account:add', { ...keyHolder(cloud), userId: 'fresh-host' })).accountId;
  await livedeck.ready(accountId);
});
afterAll(async () => {
  await livedeck.stop();
  await cloud.stop();
});

it('the app’s rooms come in pages, each with what is known of it', async () => {
  const first = await livedeck.must('rooms:list', { accountId, limit: 2 });
  expect(first.rooms).toHaveLength(2);
  expect(first.total).toBe(3);
  const second = await livedeck.must('rooms:list', { accountId, limit: 2, cursor: first.cursor ?? '' });
  expect(second.rooms).toHaveLength(1);
  expect(second.cursor).toBe(undefined);
  const ids = [...first.rooms, ...second.rooms].map(({ roomId }) => roomId);
  expect(ids.sort()).toEqual([...cloud.rooms].sort());
  expect(first.rooms[0]).toMatchObject({
    info: { name: expect.any(String), ownerId: cloud.vj, muteAll: false },
  });
});

it('a room is made for an owner that the app did not know, edited, and dissolved only by its own name', async () => {
  const made = await livedeck.must('rooms:create', {
    accountId,
    roomId: 'late-show',
    name: '夜谈',
    notice: 'hi',
  });
  expect(made).toEqual({ roomId: 'late-show' });
  const { roomKey } = await livedeck.must('room:open', { accountId, roomId: 'late-show' });
  expect(await livedeck.live(roomKey)).toMatchObject({ name: '夜谈', ownerId: 'fresh-host' });
  const { room } = await livedeck.must('rooms:edit', {
    accountId,
    roomId: 'late-show',
    name: '早谈',
    muteAll: true,
  });
  expect(room).toMatchObject({ name: '早谈', notice: 'hi', muteAll: true });
  expect(
    await livedeck.call('rooms:dissolve', { accountId, roomId: 'late-show', confirm: 'Late-show' }),
  ).toMatchObject({ error: { code: 'invalid-input' } });
  await livedeck.must('rooms:dissolve', { accountId, roomId: 'late-show', confirm: 'late-show' });
  expect(Object.keys(await livedeck.state('rooms'))).toEqual([]);
  expect((await livedeck.must('rooms:list', { accountId })).total).toBe(3);
});

it('room admins are appointed and dismissed; a sixth is refused in the service’s own words', async () => {
  const roomId = 'night-show';
  const five = ['a1', 'a2', 'a3', 'a4', 'a5'];
  const { admins } = await livedeck.must('rooms:admins', { accountId, roomId, appoint: five });
  expect(admins.map(({ userId }) => userId).sort()).toEqual(five);
  expect(await livedeck.call('rooms:admins', { accountId, roomId, appoint: ['a6'] })).toMatchObject({
    ok: false,
  });
  const left = await livedeck.must('rooms:admins', { accountId, roomId, appoint: ['a6'], dismiss: five });
  expect(left.admins).toEqual([{ userId: 'a6', nick: 'a6' }]);
});

it('a room with an ID that is taken is told so', async () => {
  const taken = await livedeck.call('rooms:create', { accountId, roomId: 'night-show', name: 'x' });
  expect(taken).toMatchObject({ ok: false, error: { vendor: { code: 10021 } } });
});
