import type { Database } from './database.ts';
import type { HistoryStore } from './history-store.ts';
import { PERSONA_SLACK_MS } from './people.ts';
import { positionFrom, secondOf } from './position.ts';
import { removeRows } from './remove-rows.ts';
import { readUserRooms, userRoomRange } from './user-rooms.ts';

/** What is kept: so many days, and no more than so many bytes on the disk. */
export type Retention = { readonly days: number; readonly bytes: number };

export const defaultRetention: Retention = { days: 30, bytes: 2 * 1024 ** 3 };

const DAY_MS = 86_400_000;
/** Rows and users handled in one slice: about 10 ms. */
const ROWS = 250;
const USERS = 1000;
/** Pages given back to the disk in one slice. */
const PAGES = 200;
/** Shrinks a little below the limit, so that the next batch does not bring it back at once. */
const SHRINK_TO = 0.95;

const pragma = (db: Database, name: string): number =>
  Object.values(db.get<Readonly<Record<string, number>>>(`PRAGMA ${name}`) ?? {})[0] ?? 0;

/** Bytes in use, without the free pages that wait to be given back. */
const bytesUsed = (db: Database): number =>
  (pragma(db, 'page_count') - pragma(db, 'freelist_count')) * pragma(db, 'page_size');

const removeOld = (db: Database, cutoff: number): number =>
  db.transaction(() => removeRows(db, 'pos < ?', [positionFrom(cutoff)], ROWS));

const removeOldest = (db: Database): number => db.transaction(() => removeRows(db, 'TRUE', [], ROWS));

/** People who were last seen before everything that is kept, in a range of users. */
const removeIdle = (db: Database, from: number, cutoff: number): void =>
  db.transaction(() => {
    const seen = Math.floor(cutoff);
    const to = from + USERS;
    const [first] = userRoomRange(from);
    const [end] = userRoomRange(to);
    db.run('DELETE FROM user_rooms WHERE id >= ? AND id < ? AND last_seen < ?', first, end, seen);
    // A persona's last sight is written with this slack; its rows may be that much younger.
    const longUnused = seen - PERSONA_SLACK_MS;
    db.run('DELETE FROM personas WHERE user >= ? AND user < ? AND last_seen < ?', from, to, longUnused);
    const left = db.all<{ id: number }>('SELECT id FROM users WHERE id >= ? AND id < ?', from, to);
    for (const { id } of left) {
      if (readUserRooms(db, id).length === 0) db.run('DELETE FROM users WHERE id = ?', id);
    }
  });

const highestUser = (db: Database): number =>
  db.get<{ top: number | null }>('SELECT max(id) AS top FROM users')?.top ?? 0;

/** What the store remembered of people goes in the same slice as they do. */
const sweepIdle = function* ({ db, forgetCaches }: HistoryStore, cutoff: number): Generator<number> {
  for (let from = 0; from <= highestUser(db); from += USERS) {
    removeIdle(db, from, cutoff);
    forgetCaches();
    yield 0;
  }
};

/**
 * Retention in slices: each `next()` does a few ms of work, so that the caller can let other things run in between.
 * Yields the number of rows that the slice deleted.
 */
export const sweep = function* (store: HistoryStore, keep: Retention, now: number): Generator<number> {
  const { db } = store;
  let cutoff = now - keep.days * DAY_MS;
  let removed = removeOld(db, cutoff);
  while (removed > 0) {
    yield removed;
    removed = removeOld(db, cutoff);
  }
  if (bytesUsed(db) > keep.bytes) {
    while (bytesUsed(db) > keep.bytes * SHRINK_TO && removeOldest(db) > 0) yield ROWS;
    const oldest = db.get<{ at: number | null }>('SELECT at FROM items ORDER BY pos LIMIT 1')?.at;
    cutoff = Math.max(cutoff, oldest ?? cutoff);
  }
  // Whole seconds, as the rows went.
  yield* sweepIdle(store, secondOf(cutoff) * 1000);
  yield* shrink(db);
};

/** Gives free pages back to the disk. */
export const shrink = function* (db: Database): Generator<number> {
  while (pragma(db, 'freelist_count') > 0) {
    const before = pragma(db, 'freelist_count');
    db.all(`PRAGMA incremental_vacuum(${PAGES})`);
    if (pragma(db, 'freelist_count') >= before) return;
    yield 0;
  }
};
