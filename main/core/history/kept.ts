import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import type { HistoryStore } from './history-store.ts';
import { ITEM_AUTHOR, ITEM_COLUMNS, type ItemRow, unpackItem } from './item-codec.ts';
import { positionFrom, positionUpTo } from './position.ts';
import { uncountVerdict, userRoomId } from './user-rooms.ts';

/** Where an item lies: its ID, and the time that the service gave it, ms since the epoch. */
export type Place = Pick<FeedItem, 'id' | 'at'>;

const IS = 'items.room = ? AND items.pos BETWEEN ? AND ? AND items.id = ?';
const READ = `SELECT ${ITEM_COLUMNS} FROM items ${ITEM_AUTHOR} WHERE ${IS}`;
const FIND = `SELECT pos, user, rest ->> '$.verdict.level' AS level FROM items WHERE ${IS} AND json_valid(rest)`;
const CLEAR = `UPDATE items SET rest = json_remove(rest, '$.verdict') WHERE pos = ?`;

const placeOf = (room: number, { id, at }: Place) => [room, positionFrom(at), positionUpTo(at), id] as const;

/** Those of the items that are stored, as they are stored, by ID. */
export const keptOf = (
  { db, rooms }: HistoryStore,
  roomKey: RoomKey,
  items: readonly Place[],
): ReadonlyMap<string, FeedItem> => {
  const room = rooms.find(roomKey);
  if (room === undefined) return new Map();
  return new Map(
    items.flatMap((item): [string, FeedItem][] => {
      const row = db.get<ItemRow>(READ, ...placeOf(room, item));
      const kept = row && unpackItem(row);
      return kept === undefined ? [] : [[item.id, kept]];
    }),
  );
};

type JudgedRow = { readonly pos: number; readonly user: number | null; readonly level: string | null };

const clearRow = (db: Database, room: number, { pos, user, level }: JudgedRow) => {
  db.run(CLEAR, pos);
  if (user !== null) uncountVerdict(db, userRoomId(user, room), level);
};

/** A person let a comment through: from now on it is stored, and counted, as clean. */
export const approve = ({ db, rooms }: HistoryStore, roomKey: RoomKey, item: Place): void => {
  const room = rooms.find(roomKey);
  const row = room === undefined ? undefined : db.get<JudgedRow>(FIND, ...placeOf(room, item));
  if (room !== undefined && row !== undefined) db.transaction(() => clearRow(db, room, row));
};
