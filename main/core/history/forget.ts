import { z } from 'zod';
import type { Database } from './database.ts';
import { indexQuery } from './grams.ts';
import type { HistoryStore } from './history-store.ts';
import { removeRows } from './remove-rows.ts';
import { shrink } from './retention.ts';
import { userRoomRange } from './user-rooms.ts';

const ROWS = 250;
const SCAN_ROWS = 2000;
/** Index pages merged in one slice. */
const MERGE_PAGES = 200;
/** How often the log is tried to be emptied where another program reads it; each try waits a third of a second at most. */
const MOST_TRIES = 10;

type OtherRow = { readonly pos: number; readonly user: number | null; readonly rest: string | null };

const peopleSchema = z.array(z.looseObject({ userId: z.string() }));
const mentionsSchema = z.looseObject({
  people: peopleSchema.optional(),
  targets: peopleSchema.optional(),
  by: z.looseObject({ userId: z.string() }).optional(),
  person: z.looseObject({ userId: z.string() }).optional(),
});

/** The row's JSON without that user; `null` where nothing worth keeping is left. */
export const withoutUser = (json: string, userId: string): string | null => {
  const { people, targets, by, person, ...others } = mentionsSchema.parse(JSON.parse(json));
  const stays = (named: { userId: string }) => named.userId !== userId;
  const left = {
    ...others,
    ...(people === undefined ? {} : { people: people.filter(stays) }),
    ...(targets === undefined ? {} : { targets: targets.filter(stays) }),
    ...(by !== undefined && stays(by) ? { by } : {}),
    ...(person !== undefined && stays(person) ? { person } : {}),
  };
  const emptied = left.people?.length === 0 || left.targets?.length === 0;
  return emptied && !('by' in left) ? null : JSON.stringify(left);
};

const cleanRow = (db: Database, row: OtherRow, userId: string, user: number | undefined) => {
  if (row.user !== null && row.user === user) {
    db.run('DELETE FROM items WHERE pos = ?', row.pos);
    return;
  }
  if (row.rest === null || !row.rest.includes(JSON.stringify(userId))) return;
  const left = withoutUser(row.rest, userId);
  if (left === null) db.run('DELETE FROM items WHERE pos = ?', row.pos);
  else db.run('UPDATE items SET rest = ? WHERE pos = ?', left, row.pos);
};

/** Likes, gifts, joins, the service's moderation news and the like, from a position on; where to go on from. */
const cleanOthers = (
  db: Database,
  app: number,
  userId: string,
  user: number | undefined,
  from: number,
): number | undefined =>
  db.transaction(() => {
    const rows = db.all<OtherRow>(
      `SELECT pos, user, rest FROM items INDEXED BY items_other JOIN rooms ON rooms.id = items.room
       WHERE kind <> 'comment' AND pos > ? AND rooms.app = ? ORDER BY pos LIMIT ?`,
      from,
      app,
      SCAN_ROWS,
    );
    for (const row of rows) cleanRow(db, row, userId, user);
    return rows.at(-1)?.pos;
  });

const removeComments = (db: Database, user: number): number =>
  db.transaction(() =>
    removeRows(
      db,
      'pos IN (SELECT rowid FROM comment_grams WHERE comment_grams MATCH ?)',
      [indexQuery({ text: '', users: [user] }) ?? ''],
      ROWS,
    ),
  );

const removeFacts = (db: Database, app: number, userId: string, user: number | undefined) =>
  db.transaction(() => {
    if (user !== undefined) {
      db.run('DELETE FROM user_rooms WHERE id >= ? AND id < ?', ...userRoomRange(user));
      db.run('DELETE FROM users WHERE id = ?', user);
    }
    db.run('DELETE FROM marks WHERE app = ? AND user_id = ?', app, userId);
    for (const table of ['hidden_items', 'hidden_users']) {
      db.run(
        `DELETE FROM ${table} WHERE user_id = ? AND room IN (SELECT id FROM rooms WHERE app = ?)`,
        userId,
        app,
      );
    }
  });

const changes = (db: Database): number => db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;

/** Merges the index until no entry of a deleted comment is left in it (sqlite.org/fts5.html, 'merge'). */
const purgeIndex = function* (db: Database): Generator<number> {
  let pages = -MERGE_PAGES;
  for (;;) {
    const before = changes(db);
    db.run("INSERT INTO comment_grams (comment_grams, rank) VALUES ('merge', ?)", pages);
    if (changes(db) - before < 2) return;
    pages = MERGE_PAGES;
    yield 0;
  }
};

/** False while somebody else reads or copies the log. Where it is being copied, SQLite answers so at once. */
const emptyLog = (db: Database): boolean =>
  db.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0;

/**
 * Deletes everything about one user, in slices, and overwrites where it stood. The journal keeps its entries: it is
 * the account of what moderators did. Yields the number of comments and other rows each slice deleted.
 * @param settle waits until nobody here copies the log, for a copy under way would leave deleted words in it
 */
export const forgetUser = function* (
  store: HistoryStore,
  app: number,
  userId: string,
  settle: () => void,
): Generator<number> {
  const { db } = store;
  db.exec('PRAGMA secure_delete = ON');
  try {
    const user = db.get<{ id: number }>(
      'SELECT id FROM users WHERE app = ? AND user_id = ?',
      app,
      userId,
    )?.id;
    while (user !== undefined) {
      const removed = removeComments(db, user);
      if (removed === 0) break;
      yield removed;
    }
    let from: number | undefined = -1;
    while (from !== undefined) {
      from = cleanOthers(db, app, userId, user, from);
      yield 0;
    }
    removeFacts(db, app, userId, user);
    store.forgetCaches();
    yield* purgeIndex(db);
    yield* shrink(db);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      settle();
      if (emptyLog(db)) return;
      yield 0;
    }
  } finally {
    db.exec('PRAGMA secure_delete = FAST');
  }
};
