import { createHmac } from 'node:crypto';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { accountIdOf } from '../../contract/room-key.ts';
import type { Ports } from '../ports.ts';

export type OpaqueIds = ReturnType<typeof createOpaqueIds>;

/**
 * Stands in for the service's own IDs towards the overlay page: the same input gives the same answer through one run,
 * and nobody without this run's key can tell whose it is.
 */
export const createOpaqueIds = (randomBytes: Ports['randomBytes']) => {
  const key = randomBytes(32);
  const digest = (purpose: string, value: string) =>
    createHmac('sha256', key).update(`${purpose}\u0000${value}`).digest();
  /** The same userID under another account may be another person, so the account counts. */
  const person = (roomKey: RoomKey, userId: string) =>
    digest('user', `${accountIdOf(roomKey)}\u0000${userId}`);
  const rooms = new Map<RoomKey, string>();
  return {
    /** A room, for the items of it; kept, since every item asks and there are few rooms. */
    room: (roomKey: RoomKey): string => {
      const known = rooms.get(roomKey) ?? digest('room', roomKey).toString('base64url').slice(0, 8);
      rooms.set(roomKey, known);
      return known;
    },
    itemId: (feedItemId: string): string => digest('item', feedItemId).toString('base64url').slice(0, 16),
    userKey: (roomKey: RoomKey, userId: string): string =>
      person(roomKey, userId).toString('base64url').slice(0, 16),
    /** One of the twelve name colours; by userID alone, so that it is the same in every run. */
    hue: (userId: string): number => {
      let sum = 0;
      for (const character of userId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
      return sum % 12;
    },
  };
};
