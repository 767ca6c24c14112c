import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { HistoryStore } from './history-store.ts';
import { userRoomId } from './user-rooms.ts';

/** The first comment that the history knows of each of these users in this room. */
export const firstComments = (
  { db, rooms, people }: HistoryStore,
  roomKey: RoomKey,
  userIds: readonly string[],
): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const room = rooms.find(roomKey);
  if (room === undefined) return found;
  const app = db.get<{ app: number }>('SELECT app FROM rooms WHERE id = ?', room)?.app ?? 0;
  for (const userId of new Set(userIds)) {
    const user = people.find(app, userId);
    if (user === undefined) continue;
    const row = db.get<{ first_item: string | null }>(
      'SELECT first_item FROM user_rooms WHERE id = ?',
      userRoomId(user, room),
    );
    if (row?.first_item) found.set(userId, row.first_item);
  }
  return found;
};
