import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { HistoryStore } from './history-store.ts';
import { positionFrom, positionUpTo } from './position.ts';

const FIND = 'SELECT received FROM items WHERE room = ? AND pos BETWEEN ? AND ? AND id = ?';

/** When those of the items that are stored were received, ms since the epoch, by ID. */
export const firstReceived = (
  { db, rooms }: HistoryStore,
  roomKey: RoomKey,
  items: readonly Pick<FeedItem, 'id' | 'at'>[],
): ReadonlyMap<string, number> => {
  const room = rooms.find(roomKey);
  if (room === undefined) return new Map();
  return new Map(
    items.flatMap(({ id, at }): [string, number][] => {
      const row = db.get<{ received: number }>(FIND, room, positionFrom(at), positionUpTo(at), id);
      return row === undefined ? [] : [[id, row.received]];
    }),
  );
};
