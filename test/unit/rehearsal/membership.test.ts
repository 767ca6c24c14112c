import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from '../../../main/rehearsal/clock.ts';
import { createWorld } from '../../../main/rehearsal/create-world.ts';
import { joinRoom, leaveRoom, readmit, seen, sweepSilent } from '../../../main/rehearsal/rooms/membership.ts';
import { banMembers, unbanMembers } from '../../../main/rehearsal/rooms/moderation.ts';
import { seedRooms } from '../../../main/rehearsal/seed-rooms.ts';
import type { Room } from '../../../main/rehearsal/state/room.ts';
import type { World } from '../../../main/rehearsal/world.ts';

const worlds: World[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) {
    world.delivery.dispose();
    world.metrics.dispose();
  }
});

const setUp = (settings = {}) => {
  const time = { ms: 0 };
  const clock = createClock(
    () => 1_795_000_000_000 + time.ms,
    () => time.ms,
  );
  const world = createWorld({ clock, identity: { seed: 1 }, settings, v1PublicKeys: [] });
  worlds.push(world);
  const [first, second] = seedRooms(world, 2).map((id) => world.rooms.get(id));
  if (first === undefined || second === undefined) throw new Error('no rooms');
  const person = (userId: string) => world.accounts.ensure(userId, 0);
  return { world, time, first, second, person };
};

const tips = (room: Room): readonly number[] =>
  room.log
    .after(0, 0)
    .map((entry) => (JSON.parse(entry.json) as { MsgBody: { OpType: number } }).MsgBody.OpType);

describe('someone in a room', () => {
  test('who says nothing for ninety seconds is counted out, and let in again at the next poll', () => {
    const { world, time, first, person } = setUp();
    joinRoom(world, first, person('ann'), 'poll');
    time.ms = 89_999;
    sweepSilent(world);
    expect(first.members.has('ann')).toBe(true);
    time.ms = 90_001;
    sweepSilent(world);
    expect(first.members.has('ann')).toBe(false);
    expect(readmit(world, first, 'ann')).toBe(true);
    expect(first.members.has('ann')).toBe(true);
    time.ms = 92_000;
    expect(tips(first)).toEqual([1, 2, 1]);
  });

  test('who gives any sign of life stays', () => {
    const { world, time, first, person } = setUp();
    joinRoom(world, first, person('ann'), 'poll');
    time.ms = 60_000;
    seen(world, 'ann');
    time.ms = 120_000;
    sweepSilent(world);
    expect(first.members.has('ann')).toBe(true);
  });

  test('who lives on pushes stays as long as the line is open', () => {
    const { world, time, first, person } = setUp();
    const link = { userId: 'ann', instId: 1, since: 0, push: () => undefined };
    world.links.add(link);
    joinRoom(world, first, person('ann'), 'push');
    time.ms = 500_000;
    sweepSilent(world);
    expect(first.members.has('ann')).toBe(true);
    world.links.remove(link);
    sweepSilent(world);
    expect(first.members.has('ann')).toBe(false);
  });

  test('who left or was banned is not let in by an old key, but is after the ban', () => {
    const { world, first, person } = setUp();
    joinRoom(world, first, person('ann'), 'poll');
    leaveRoom(world, first, 'ann', true);
    expect(readmit(world, first, 'ann')).toBe(false);
    joinRoom(world, first, person('bob'), 'poll');
    banMembers(world, first, 'administrator', ['bob'], { seconds: 60, reason: '' });
    expect(readmit(world, first, 'bob')).toBe(false);
    expect(joinRoom(world, first, person('bob'), 'poll')).toBe('banned');
    unbanMembers(world, first, 'administrator', ['bob']);
    expect(joinRoom(world, first, person('bob'), 'poll')).toBe('joined');
  });

  test('may come back by themselves when the ban is over', () => {
    const { world, time, first, person } = setUp();
    banMembers(world, first, 'administrator', ['bob'], { seconds: 60, reason: '' });
    time.ms = 59_000;
    expect(joinRoom(world, first, person('bob'), 'poll')).toBe('banned');
    time.ms = 60_000;
    expect(joinRoom(world, first, person('bob'), 'poll')).toBe('joined');
  });

  test('leaves the room before, where the policy is one room a user; not so an owner, nor the audience', () => {
    const { world, first, second, person } = setUp({ policy: 'strict' });
    joinRoom(world, first, person('ann'), 'poll');
    joinRoom(world, second, person('ann'), 'poll');
    expect([first.members.has('ann'), second.members.has('ann')]).toEqual([false, true]);
    joinRoom(world, first, person('xiaoyue'), 'poll');
    joinRoom(world, second, person('xiaoyue'), 'poll');
    expect(first.members.has('xiaoyue')).toBe(true);
    joinRoom(world, first, person('fan'), 'local');
    joinRoom(world, second, person('fan'), 'local');
    expect(first.members.has('fan')).toBe(true);
  });

  test('comes and goes without a tip where the app has tips switched off', () => {
    const { world, first, person } = setUp({ memberTips: false });
    joinRoom(world, first, person('ann'), 'poll');
    leaveRoom(world, first, 'ann', true);
    expect(tips(first)).toEqual([]);
  });

  test('tells the simulated audience when one of them is banned and let back', () => {
    const { world, first, person } = setUp();
    const heard: string[] = [];
    world.watchers.add({
      removed: (roomId, userId) => heard.push(`${userId} out of ${roomId}`),
      allowedBack: (roomId, userId) => heard.push(`${userId} back to ${roomId}`),
    });
    joinRoom(world, first, person('fan'), 'local');
    banMembers(world, first, 'administrator', ['fan'], { seconds: 60, reason: '' });
    unbanMembers(world, first, 'administrator', ['fan']);
    expect(heard).toEqual(['fan out of night-show', 'fan back to night-show']);
  });
});
