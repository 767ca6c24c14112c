import { type Action, MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Room } from '../../../../main/contract/models/room.ts';

/** An action that was begun here and is not answered yet; the screen shows it as done meanwhile. */
export type Pending = {
  readonly id: number;
  readonly action: Action;
  readonly rooms: readonly RoomKey[];
  readonly at: number;
};

/** When a mute ends, ms since the epoch; `null` = for ever; `undefined` = not muted. */
export type MutedUntil = number | null | undefined;

const untilOf = (seconds: number, at: number): number | null =>
  seconds >= MUTE_FOREVER_SECONDS ? null : at + seconds * 1000;

const concerns = (pending: Pending, roomKey: RoomKey, userId: string): boolean =>
  pending.rooms.includes(roomKey) && 'userId' in pending.action && pending.action.userId === userId;

/** A user's mute in one room as it should look now: what the host knows, under what was just asked for here. */
export const mutedUntil = (
  room: Pick<Room, 'key' | 'muted'>,
  pending: readonly Pending[],
  userId: string,
  now: number,
): MutedUntil => {
  const newest = pending.findLast(
    (one) => (one.action.type === 'mute' || one.action.type === 'unmute') && concerns(one, room.key, userId),
  );
  if (newest?.action.type === 'mute') return untilOf(newest.action.seconds, newest.at);
  if (newest !== undefined) return undefined;
  const known = room.muted[userId];
  return known === undefined || known === null || known > now ? known : undefined;
};

export const muteAllShown = (room: Room, pending: readonly Pending[]): boolean => {
  const newest = pending.findLast(
    ({ action, rooms }) =>
      (action.type === 'mute-all' || action.type === 'unmute-all') && rooms.includes(room.key),
  );
  return newest === undefined ? room.muteAll : newest.action.type === 'mute-all';
};
