import type { SQLInputValue } from 'node:sqlite';
import type { ActionType } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import { type EntryState, entryStateSchema } from './journal-fold.ts';

/** Every part that is given must hold. */
export type EntryFilter = {
  readonly roomKey?: RoomKey | undefined;
  readonly app?: number | undefined;
  readonly userId?: string | undefined;
  readonly actor?: string | undefined;
  readonly types?: readonly ActionType[] | undefined;
  readonly status?: 'pending' | 'done' | 'failed' | undefined;
  /** ms since the epoch, both inclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only entries opened before this one, for paging. */
  readonly before?: string | undefined;
};

type StateRow = { readonly state: string };

const stateOf = (row: StateRow): EntryState => entryStateSchema.parse(JSON.parse(row.state));

const userOf = ({ entry }: EntryState): string | null =>
  'userId' in entry.action ? entry.action.userId : null;

const conditions = (filter: EntryFilter): { where: string; values: SQLInputValue[] } => {
  const parts: { sql: string; values: readonly SQLInputValue[] }[] = [];
  const add = (sql: string, ...values: readonly (SQLInputValue | undefined)[]) => {
    const given = values.flatMap((value) => (value === undefined ? [] : [value]));
    if (given.length === values.length) parts.push({ sql, values: given });
  };
  add('room_key = ?', filter.roomKey);
  add('app = ?', filter.app);
  add('user_id = ?', filter.userId);
  add('actor = ?', filter.actor);
  add('status = ?', filter.status);
  add('at >= ?', filter.from);
  add('at <= ?', filter.to);
  add('n < (SELECT n FROM entries WHERE id = ?)', filter.before);
  if (filter.types !== undefined) add(`type IN (${filter.types.map(() => '?').join(', ')})`, ...filter.types);
  return {
    where: parts.length === 0 ? 'TRUE' : parts.map((part) => part.sql).join(' AND '),
    values: parts.flatMap((part) => part.values),
  };
};

/** Entries as folded from the events. */
export const createEntries = (db: Database) => ({
  get: (id: string): EntryState | undefined => {
    const row = db.get<StateRow>('SELECT state FROM entries WHERE id = ?', id);
    return row && stateOf(row);
  },
  put: (state: EntryState) => {
    const { entry } = state;
    db.run(
      `INSERT INTO entries (n, id, batch, app, room_key, user_id, type, actor, at, status, undone, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (n) DO UPDATE SET status = excluded.status, undone = excluded.undone, state = excluded.state`,
      state.n,
      entry.id,
      state.batch,
      state.app,
      entry.roomKey,
      userOf(state),
      entry.action.type,
      entry.actor,
      Math.floor(entry.at),
      entry.status,
      entry.undoneBy === undefined ? 0 : 1,
      JSON.stringify(state),
    );
  },
  /** Newest first. */
  find: (filter: EntryFilter, limit: number): EntryState[] => {
    const { where, values } = conditions(filter);
    return db
      .all<StateRow>(`SELECT state FROM entries WHERE ${where} ORDER BY n DESC LIMIT ?`, ...values, limit)
      .map(stateOf);
  },
  batch: (batch: string): EntryState[] =>
    db.all<StateRow>('SELECT state FROM entries WHERE batch = ? ORDER BY n', batch).map(stateOf),
  /** The newest entry that succeeded, of each user in a room, or of one user in each room of an app. */
  latestDone: (
    whose: { readonly roomKey: RoomKey } | { readonly app: number; readonly userId: string },
    types: readonly ActionType[],
  ): EntryState[] => {
    const { where, values } = conditions({ ...whose, types, status: 'done' });
    const each = 'roomKey' in whose ? 'user_id' : 'room_key';
    return db
      .all<StateRow>(
        `SELECT state FROM entries WHERE n IN (SELECT max(n) FROM entries WHERE ${where} GROUP BY ${each})
         ORDER BY n DESC`,
        ...values,
      )
      .map(stateOf);
  },
  /** How often each kind of action succeeded against a user and still stands. */
  countByType: (app: number, userId: string): ReadonlyMap<string, number> =>
    new Map(
      db
        .all<{ type: string; count: number }>(
          `SELECT type, count(*) AS count FROM entries
           WHERE app = ? AND user_id = ? AND status = 'done' AND undone = 0 GROUP BY type`,
          app,
          userId,
        )
        .map(({ type, count }) => [type, count]),
    ),
  count: (): number => db.get<{ count: number }>('SELECT count(*) AS count FROM entries')?.count ?? 0,
});
export type Entries = ReturnType<typeof createEntries>;
