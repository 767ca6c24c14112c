import type { Account } from '../state/accounts.ts';
import { activeBan, type Member, type Room } from '../state/room.ts';
import type { World } from '../world.ts';
import { postTip, tipTypes } from './tips.ts';

type JoinResult = 'joined' | 'already' | 'banned';

const addMember = (world: World, room: Room, userId: string, via: Member['via']): void => {
  room.lastJoinOrder = Math.max(Math.floor(world.clock.wall() * 1000), room.lastJoinOrder + 1);
  room.left.delete(userId);
  room.members.set(userId, {
    userId,
    joinedAt: world.clock.seconds(),
    joinOrder: room.lastJoinOrder,
    marks: new Set(),
    via,
    lastSeen: world.clock.monotonic(),
  });
};

const tellJoined = (world: World, room: Room, userId: string): void => {
  if (!world.settings.memberTips) return;
  postTip(world, room, 'Lowest', { type: tipTypes.joined, operatorId: userId, userIds: [userId] });
};

/** Takes someone out of a room; `tip` tells the others. */
export const leaveRoom = (world: World, room: Room, userId: string, tip: boolean): boolean => {
  const member = room.members.get(userId);
  if (member === undefined) return false;
  room.members.delete(userId);
  if (member.via !== 'local') room.left.add(userId);
  if (tip && member.via !== 'anonymous' && world.settings.memberTips) {
    postTip(world, room, 'Lowest', { type: tipTypes.quit, operatorId: userId, userIds: [userId] });
  }
  return true;
};

/** One room a user, where the policy says so: the one before is left. */
const leaveOthers = (world: World, room: Room, userId: string): void => {
  if (world.settings.policy === 'multi') return;
  for (const other of world.rooms.values()) {
    if (other !== room && other.profile.ownerId !== userId) leaveRoom(world, other, userId, true);
  }
};

export const joinRoom = (world: World, room: Room, account: Account, via: Member['via']): JoinResult => {
  const { userId } = account;
  if (activeBan(room, userId, world.clock.seconds()) !== undefined) return 'banned';
  const present = room.members.get(userId);
  if (present?.via === via) {
    present.lastSeen = world.clock.monotonic();
    return 'already';
  }
  if (via !== 'local') leaveOthers(world, room, userId);
  room.members.delete(userId);
  addMember(world, room, userId, via);
  if (present === undefined) tellJoined(world, room, userId);
  return present === undefined ? 'joined' : 'already';
};

export const joinAnonymously = (world: World, room: Room, userId: string): void => {
  addMember(world, room, userId, 'anonymous');
};

/**
 * A poll with a key of this service, from someone who is not in the room: after a restart, or after a long silence.
 * Membership survives the socket (sdk-wire 5.2), so they are let in again unless they quit, were removed or banned.
 */
export const readmit = (world: World, room: Room, userId: string): boolean => {
  if (room.left.has(userId) || activeBan(room, userId, world.clock.seconds()) !== undefined) return false;
  const anonymous = userId.startsWith(anonymousPrefix);
  addMember(world, room, userId, anonymous ? 'anonymous' : 'poll');
  if (!anonymous) tellJoined(world, room, userId);
  return true;
};

/** No UserID starts like this, for the service makes none and a login with it is refused. */
export const anonymousPrefix = '@anonymous#';

/** "a lost connection leaves after ~90 s without heart-beat" (tencent-im C6). */
const silenceMs = 90_000;

/** Counts people out who have not been heard of; `left` stays clear, so that they may come back by polling. */
export const sweepSilent = (world: World): void => {
  const oldest = world.clock.monotonic() - silenceMs;
  for (const room of world.rooms.values()) {
    for (const member of [...room.members.values()]) {
      // In push mode a client that hears enough says nothing: its open line speaks for it.
      const isConnected = member.via === 'push' && world.links.of(member.userId).length > 0;
      if (member.via === 'local' || isConnected || member.lastSeen >= oldest) continue;
      leaveRoom(world, room, member.userId, true);
      room.left.delete(member.userId);
    }
  }
};

/** A sign of life of a user, whatever they asked: they are still in their rooms. */
export const seen = (world: World, userId: string): void => {
  const now = world.clock.monotonic();
  for (const room of world.rooms.values()) {
    const member = room.members.get(userId);
    if (member !== undefined) member.lastSeen = now;
  }
};
