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
  /** Whether it was undone later. */
  readonly undone?: boolean | undefined;
  /** A part of the userID or nickname of whom it was done to; capitals do not matter. */
  readonly whom?: string | undefined;
  /** A part of the reason, of the comment that was acted on, or of what was said. */
  readonly text?: string | undefined;
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

const joined = (paths: readonly string[]): string =>
  paths.map((path) => `coalesce(state ->> '$.entry.${path}', '')`).join(' || char(10) || ');
const WHOM = joined(['action.userId', 'action.nick']);
const WORDS = joined(['reason', 'because."zh-CN"', 'original', 'action.text']);
const within = (words: string): string => `instr(lower(${words}), lower(?))`;

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
  if (filter.undone !== undefined) add('undone = ?', filter.undone ? 1 : 0);
  if (filter.whom) add(`${within(WHOM)} > 0`, filter.whom);
  if (filter.text) add(`${within(WORDS)} > 0`, filter.text);
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
  /** Everybody who acted, and every room with the name it had last. */
  names: (): { actors: string[]; rooms: { roomKey: RoomKey; name: string }[] } => ({
    actors: db
      .all<{ actor: string }>("SELECT DISTINCT actor FROM entries WHERE actor <> '' ORDER BY actor LIMIT 200")
      .map(({ actor }) => actor),
    rooms: db.all<{ roomKey: RoomKey; name: string }>(
      `SELECT room_key AS roomKey, state ->> '$.entry.roomName' AS name FROM entries
       WHERE n IN (SELECT max(n) FROM entries GROUP BY room_key) ORDER BY n DESC LIMIT 200`,
    ),
  }),
  count: (): number => db.get<{ count: number }>('SELECT count(*) AS count FROM entries')?.count ?? 0,
});
export type Entries = ReturnType<typeof createEntries>;
