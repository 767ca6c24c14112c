import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import type { Rooms } from './rooms.ts';

/**
 * How far a user's comments are hidden in a room: `undefined` not at all, a time (ms) those up to then, `null` all of
 * them, those to come included.
 */
export type HiddenReach = number | null | undefined;

export type HiddenInRoom = {
  readonly itemIds: readonly string[];
  /** userID → up to which time; `null` = also those to come. */
  readonly users: Readonly<Record<string, number | null>>;
};

/** The same, made to be asked for every item that comes. */
export type HiddenLookup = {
  readonly itemIds: ReadonlySet<string>;
  readonly users: ReadonlyMap<string, number | null>;
};

/**
 * Comments of a room that are known as hidden, the newest. What was hidden before is in the history and the journal and
 * never goes on air again, but whoever pages back so far sees its words. Rules that hide by themselves would else make
 * each start and each comment a little slower, show after show.
 */
export const MOST_HIDDEN = 10_000;

/** Whether an item is hidden; times are those of this machine, so a skewed clock of the service does no harm. */
export const isHidden = (hidden: HiddenLookup, item: FeedItem): boolean => {
  if (hidden.itemIds.has(item.id)) return true;
  if (!('person' in item) || item.person === undefined) return false;
  const upTo = hidden.users.get(item.person.userId);
  return upTo !== undefined && (upTo === null || item.receivedAt <= upTo);
};

/** What the moderators hid, so that it stays hidden after a restart. */
export const createHidden = (db: Database, rooms: Rooms, now: () => number) => {
  const reachOf = (roomKey: RoomKey, userId: string): HiddenReach => {
    const room = rooms.find(roomKey);
    if (room === undefined) return undefined;
    return db.get<{ up_to: number | null }>(
      'SELECT up_to FROM hidden_users WHERE room = ? AND user_id = ?',
      room,
      userId,
    )?.up_to;
  };

  const hasItem = (roomKey: RoomKey, itemId: string): boolean => {
    const room = rooms.find(roomKey);
    if (room === undefined) return false;
    return db.get('SELECT 1 FROM hidden_items WHERE room = ? AND item_id = ?', room, itemId) !== undefined;
  };

  return {
    reachOf,
    hasItem,
    /** Comments of a user that were hidden one by one. */
    itemsOf: (roomKey: RoomKey, userId: string): string[] => {
      const room = rooms.find(roomKey);
      if (room === undefined) return [];
      return db
        .all<{ item_id: string }>(
          'SELECT item_id FROM hidden_items WHERE room = ? AND user_id = ?',
          room,
          userId,
        )
        .map((row) => row.item_id);
    },
    setReach: (roomKey: RoomKey, userId: string, reach: HiddenReach) => {
      const room = rooms.of(roomKey).id;
      if (reach === undefined) {
        db.run('DELETE FROM hidden_users WHERE room = ? AND user_id = ?', room, userId);
        return;
      }
      db.run(
        `INSERT INTO hidden_users (room, user_id, up_to) VALUES (?, ?, ?)
         ON CONFLICT (room, user_id) DO UPDATE SET up_to = excluded.up_to`,
        room,
        userId,
        reach,
      );
    },
    setItem: (roomKey: RoomKey, itemId: string, userId: string, hidden: boolean) => {
      const room = rooms.of(roomKey).id;
      if (!hidden) {
        db.run('DELETE FROM hidden_items WHERE room = ? AND item_id = ?', room, itemId);
        return;
      }
      db.run(
        'INSERT INTO hidden_items (room, item_id, user_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        room,
        itemId,
        userId,
        now(),
      );
    },
    /** What is hidden in a room, oldest first; of single comments the newest {@link MOST_HIDDEN}. */
    inRoom: (roomKey: RoomKey): HiddenInRoom => {
      const room = rooms.find(roomKey);
      if (room === undefined) return { itemIds: [], users: {} };
      const items = db.all<{ item_id: string }>(
        'SELECT item_id FROM hidden_items WHERE room = ? ORDER BY at DESC LIMIT ?',
        room,
        MOST_HIDDEN,
      );
      const users = db.all<{ user_id: string; up_to: number | null }>(
        'SELECT user_id, up_to FROM hidden_users WHERE room = ?',
        room,
      );
      return {
        itemIds: items.map((row) => row.item_id).reverse(),
        users: Object.fromEntries(users.map((row) => [row.user_id, row.up_to])),
      };
    },
  };
};
export type Hidden = ReturnType<typeof createHidden>;
