import type { Comment, RoomKey } from '../../contract/models/feed-item.ts';
import { ok, type Result } from '../../contract/result.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { comparable, indexQuery, isShort } from './grams.ts';
import { ITEM_AT, type ItemRow, unpackItem } from './item-codec.ts';
import { FIRST_POSITION, positionFrom, positionUpTo } from './position.ts';
import type { Rooms } from './rooms.ts';

/** Newest first. Every part that is given must hold; an empty text finds all. */
export type SearchQuery = {
  readonly text: string;
  readonly roomKeys?: readonly RoomKey[] | undefined;
  readonly userId?: string | undefined;
  /** ms since the epoch, both inclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

export type Hit = { readonly roomKey: RoomKey; readonly item: Comment };

/**
 * `cursor` continues the search; absent at the end. A page may hold fewer hits than asked for, even none, and still
 * have a cursor: one call looks at a bounded number of rows, so that it never holds up the program.
 */
export type HitPage = { readonly hits: readonly Hit[]; readonly cursor?: string };

const DEFAULT_LIMIT = 50;
const MOST_HITS = 500;
/** Rows one call may look at: about 20 ms. */
const MOST_ROWS = 8000;
/** Newest rows that show whether a text of one or two characters is common (under 1 ms). */
const GLANCE_ROWS = 500;
/** Rows in which a common one is looked for without the index: about 3 ms. */
const LOOK_BACK_ROWS = 2500;

/** What decides whether a comment is wanted; the rest is read of those that are. */
type Candidate = Pick<ItemRow, 'pos' | 'room' | 'kind' | 'at' | 'text'>;

const CANDIDATE = 'items.pos, items.room, items.kind, items.at, items.text';

/** The comments that the index finds, or simply all, newest first. */
const openRows = (db: Database, match: string | undefined, before: number, after: number) =>
  match === undefined
    ? db.iterate<Candidate>(
        `SELECT ${CANDIDATE} FROM items WHERE pos < ? AND pos >= ? ORDER BY pos DESC`,
        before,
        after,
      )
    : db.iterate<Candidate>(
        `SELECT ${CANDIDATE} FROM comment_grams JOIN items ON items.pos = comment_grams.rowid
         WHERE comment_grams MATCH ? AND comment_grams.rowid < ? AND comment_grams.rowid >= ?
         ORDER BY comment_grams.rowid DESC`,
        match,
        before,
        after,
      );

const readComment = (db: Database, { pos }: Candidate): Comment | undefined => {
  const row = db.get<ItemRow>(ITEM_AT, pos);
  const item = row && unpackItem(row);
  return item?.kind === 'comment' ? item : undefined;
};

type Wanted = (row: Candidate) => boolean;

const wantedBy = (query: SearchQuery, rooms: readonly number[] | undefined): Wanted => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = query;
  const text = comparable(query.text);
  return (row) =>
    row.kind === 'comment' &&
    row.at >= from &&
    row.at <= to &&
    (rooms === undefined || rooms.includes(row.room)) &&
    (text === '' || comparable(row.text ?? '').includes(text));
};

const storedRooms = (rooms: Rooms, keys: readonly RoomKey[] | undefined): number[] | undefined =>
  keys === undefined ? undefined : [...new Set(keys.flatMap((key) => rooms.find(key) ?? []))];

/** The key under which a hit is shown: the one that was asked for, else the one used last. */
const keyFinder = (rooms: Rooms, asked: readonly RoomKey[] | undefined) => {
  const keys = new Map<number, RoomKey>();
  for (const key of asked ?? []) {
    const room = rooms.find(key);
    if (room !== undefined) keys.set(room, key);
  }
  return (room: number): RoomKey | undefined => {
    const known = keys.get(room) ?? rooms.keyOf(room);
    if (known !== undefined) keys.set(room, known);
    return known;
  };
};

const usersNamed = (db: Database, userId: string | undefined): number[] | undefined =>
  userId === undefined
    ? undefined
    : db.all<{ id: number }>('SELECT id FROM users WHERE user_id = ?', userId).map((row) => row.id);

const bounds = ({ from, to }: SearchQuery, cursor: number) => ({
  before: to === undefined ? cursor : Math.min(cursor, positionUpTo(to) + 1),
  after: from === undefined ? FIRST_POSITION : positionFrom(from),
});

/** What was found, and where to go on; absent where all was read. */
type Progress = { readonly hits: readonly Hit[]; readonly next: number | undefined };
type Look = (match: string | undefined, so: Progress, rows: number) => Progress;

type Ask = {
  readonly db: Database;
  readonly wanted: Wanted;
  readonly keyOf: (room: number) => RoomKey | undefined;
  readonly limit: number;
  readonly after: number;
};

/** Goes on with a search by the rows of an index query, a bounded number of them. */
const createLook =
  ({ db, wanted, keyOf, limit, after }: Ask): Look =>
  (match, so, rows) => {
    if (so.next === undefined || so.hits.length >= limit) return so;
    const hits = [...so.hits];
    let looked = 0;
    for (const row of openRows(db, match, so.next, after)) {
      looked += 1;
      const item = wanted(row) ? readComment(db, row) : undefined;
      const roomKey = item === undefined ? undefined : keyOf(row.room);
      if (item !== undefined && roomKey !== undefined) hits.push({ roomKey, item });
      if (hits.length >= limit || looked >= rows) return { hits, next: row.pos };
    }
    return { hits, next: undefined };
  };

/** A common text is found soonest by looking back from the newest comment; a rare one costs the index little. */
const lookBack = (look: Look, anyText: string | undefined, start: Progress, limit: number): Progress => {
  const glance = look(anyText, start, GLANCE_ROWS);
  const isCommon = glance.hits.length * (LOOK_BACK_ROWS / GLANCE_ROWS) >= limit;
  return isCommon ? look(anyText, glance, LOOK_BACK_ROWS) : glance;
};

/** Looks for comments; `users` narrows it to these rows of the users table, in place of `query.userId`. */
export const searchComments = (
  db: Database,
  rooms: Rooms,
  query: SearchQuery,
  users = usersNamed(db, query.userId),
): Result<HitPage> => {
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const { text } = query;
  const within = storedRooms(rooms, query.roomKeys);
  if (within?.length === 0 || users?.length === 0) return ok({ hits: [] });
  const limit = Math.min(MOST_HITS, Math.max(1, query.limit ?? DEFAULT_LIMIT));
  const { before, after } = bounds(query, cursor.value);
  const wanted = wantedBy(query, within);
  const look = createLook({ db, wanted, keyOf: keyFinder(rooms, query.roomKeys), limit, after });

  const start: Progress = { hits: [], next: before };
  const anyText = indexQuery({ text: '', rooms: within, users });
  const near = isShort(text) ? lookBack(look, anyText, start, limit) : start;
  const { hits, next } = look(indexQuery({ text, rooms: within, users }), near, MOST_ROWS);
  return ok(next === undefined ? { hits } : { hits, cursor: writeCursor(next) });
};
