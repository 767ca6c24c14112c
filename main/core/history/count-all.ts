import type { Database } from './database.ts';

/** What a deletion took away: lines of feeds, and people known by them. */
export type Forgotten = { readonly rows: number; readonly people: number };

/** How much the history holds. */
export const countAll = (db: Database): Forgotten => {
  const count = (table: 'items' | 'users'): number =>
    db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
  return { rows: count('items'), people: count('users') };
};
