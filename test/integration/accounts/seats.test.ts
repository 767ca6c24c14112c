import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keyHolder } from '../../support/key-holder.ts';
import { createKeychain, type Livedeck, startCloud, startLivedeck, viewerSays } from './rig.ts';

let cloud: Awaited<ReturnType<typeof startCloud>>;
const running: Livedeck[] = [];
const start = async (options: Parameters<typeof startLivedeck>[0] = {}) => {
  const livedeck = await startLivedeck(options);
  running.push(livedeck);
  return livedeck;
};

beforeAll(async () => {
  cloud = await startCloud(['--policy', 'strict']);
});
afterEach(async () => {
  for (const livedeck of running.splice(0)) await livedeck.stop();
});
afterAll(() => cloud.stop());

/** Somebody who owns no room: owners stay in theirs, whatever else they join. */
const host = () => ({ ...keyHolder(cloud), userId: 'host', nick: 'Moon' });

const seatOf = (livedeck: Livedeck, roomKey: string) =>
  livedeck.until('rooms', (all) => {
    const room = all[roomKey];
    return room?.connection.state === 'live' && room.seat !== undefined ? room.seat.userId : undefined;
  });

describe('a service that allows one room a user', () => {
  it('gives every further room of a key holder a user of its own, and says so', async () => {
    const livedeck = await start();
    const { accountId } = await livedeck.must('account:add', host());
    await livedeck.ready(accountId);
    const [first = '', second = ''] = cloud.rooms;
    const one = await livedeck.must('room:open', { accountId, roomId: first });
    await livedeck.live(one.roomKey);
    const two = await livedeck.must('room:open', { accountId, roomId: second });

    // The service took the account's own user out of the first room when it joined the second.
    expect(await seatOf(livedeck, one.roomKey)).toBe('host-lvdk2');
    expect((await livedeck.live(two.roomKey)).seat).toBeUndefined();
    expect(livedeck.pids).toHaveLength(2);

    await viewerSays(cloud, first, 'ann', 'heard in the first');
    await viewerSays(cloud, second, 'ann', 'heard in the second');
    await livedeck.untilItem((item) => item.kind === 'comment' && item.text === 'heard in the first');
    await livedeck.untilItem((item) => item.kind === 'comment' && item.text === 'heard in the second');
    await livedeck.untilItem((item) => item.kind === 'gap' && item.cause === 'moved');

    const third = await livedeck.must('room:open', { accountId, roomId: cloud.rooms[2] ?? '' });
    expect(await seatOf(livedeck, third.roomKey)).toBe('host-lvdk3');
    await livedeck.must('room:say', { roomKey: third.roomKey, text: 'said from a further seat' });
    await livedeck.untilItem(
      (item) => item.kind === 'comment' && item.own && item.text.includes('further seat'),
    );
  });

  it('has its seats ready at the next start, without losing a room first', async () => {
    const seal = createKeychain();
    const before = await start({ seal });
    const { accountId } = await before.must('account:add', { ...host(), protection: { by: 'os' } });
    await before.ready(accountId);
    for (const roomId of cloud.rooms.slice(0, 2)) {
      const { roomKey } = await before.must('room:open', { accountId, roomId });
      await before.live(roomKey);
    }
    await seatOf(before, `${accountId}/${cloud.rooms[0]}`);
    running.splice(running.indexOf(before), 1);
    await before.stop();

    const after = await start({ seal, dataDir: before.dataDir });
    const seats = await Promise.all(
      cloud.rooms.slice(0, 2).map((roomId) => after.live(`${accountId}/${roomId}`)),
    );
    expect(seats.map((room) => room.seat?.userId)).toEqual([undefined, 'host-lvdk2']);
    expect(after.pids).toHaveLength(2);
  });
});
