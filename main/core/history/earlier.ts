import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import type { HistoryStore } from './history-store.ts';
import { positionFrom, positionUpTo } from './position.ts';
import { uncountVerdict, userRoomId } from './user-rooms.ts';

/** What an earlier run knew of an item. */
export type Earlier = {
  /** ms since the epoch. */
  readonly receivedAt: number;
  /** It was held, and a person let it through. */
  readonly approved: boolean;
};

type Place = Pick<FeedItem, 'id' | 'at'>;

const IS = 'room = ? AND pos BETWEEN ? AND ? AND id = ?';
const READ = `SELECT received, CASE WHEN json_valid(rest) THEN rest ->> '$.approved' END AS approved
  FROM items WHERE ${IS}`;
const FIND = `SELECT pos, user, rest ->> '$.verdict.level' AS level FROM items
  WHERE ${IS} AND json_valid(coalesce(rest, '{}'))`;
const APPROVE = `UPDATE items SET
  rest = json_set(json_remove(coalesce(rest, '{}'), '$.verdict'), '$.approved', json('true')) WHERE pos = ?`;

const placeOf = (room: number, { id, at }: Place) => [room, positionFrom(at), positionUpTo(at), id] as const;

/** What is stored of those of the items that are, by ID. */
export const earlierOf = (
  { db, rooms }: HistoryStore,
  roomKey: RoomKey,
  items: readonly Place[],
): ReadonlyMap<string, Earlier> => {
  const room = rooms.find(roomKey);
  if (room === undefined) return new Map();
  return new Map(
    items.flatMap((item): [string, Earlier][] => {
      const row = db.get<{ received: number; approved: number | null }>(READ, ...placeOf(room, item));
      return row === undefined ? [] : [[item.id, { receivedAt: row.received, approved: row.approved === 1 }]];
    }),
  );
};

type HeldRow = { readonly pos: number; readonly user: number | null; readonly level: string | null };

const approveRow = (db: Database, room: number, { pos, user, level }: HeldRow) => {
  db.run(APPROVE, pos);
  if (user !== null) uncountVerdict(db, userRoomId(user, room), level);
};

/** A person let a comment through: from now on it is stored, and counted, as clean. */
export const approve = ({ db, rooms }: HistoryStore, roomKey: RoomKey, item: Place): void => {
  const room = rooms.find(roomKey);
  const row = room === undefined ? undefined : db.get<HeldRow>(FIND, ...placeOf(room, item));
  if (room !== undefined && row !== undefined) db.transaction(() => approveRow(db, room, row));
};
