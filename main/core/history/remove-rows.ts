import type { SQLInputValue } from 'node:sqlite';
import type { Database } from './database.ts';
import { uncountVerdict, userRoomId } from './user-rooms.ts';

type Doomed = {
  readonly pos: number;
  readonly room: number;
  readonly kind: string;
  readonly user: number | null;
  readonly level: string | null;
};

const uncount = (db: Database, { user, room, level }: Doomed) => {
  if (user === null) return;
  const id = userRoomId(user, room);
  db.run('UPDATE user_rooms SET comments = comments - 1 WHERE id = ?', id);
  uncountVerdict(db, id, level);
};

/** Deletes up to `limit` rows, oldest first, with their index entries and counts. Call inside a transaction. */
export const removeRows = (
  db: Database,
  where: string,
  values: readonly SQLInputValue[],
  limit: number,
): number => {
  const doomed = db.all<Doomed>(
    `SELECT pos, room, kind, user, rest ->> '$.verdict.level' AS level FROM items
     WHERE ${where} ORDER BY pos LIMIT ?`,
    ...values,
    limit,
  );
  for (const row of doomed) {
    db.run('DELETE FROM items WHERE pos = ?', row.pos);
    if (row.kind !== 'comment') continue;
    db.run('DELETE FROM comment_grams WHERE rowid = ?', row.pos);
    uncount(db, row);
  }
  return doomed.length;
};
