import type { Database } from './database.ts';

export type Note = { readonly text: string; readonly at: number };
/** `until: null` = until it is taken away. ms since the epoch. */
export type Watch = { readonly since: number; readonly until: number | null };
export type Mark = {
  readonly app: number;
  readonly userId: string;
  readonly note?: Note;
  readonly watch?: Watch;
};

type MarkRow = {
  readonly app: number;
  readonly user_id: string;
  readonly note: string | null;
  readonly noted_at: number | null;
  readonly watched_since: number | null;
  readonly watched_until: number | null;
};

const markOf = (row: MarkRow, now: number): Mark => {
  const { note, noted_at: notedAt, watched_since: since, watched_until: until } = row;
  return {
    app: row.app,
    userId: row.user_id,
    ...(note === null ? {} : { note: { text: note, at: notedAt ?? 0 } }),
    ...(since === null || (until !== null && until <= now) ? {} : { watch: { since, until } }),
  };
};

/** Notes (Markdown) and watch flags, by app and user; they outlive the comments. */
export const createMarks = (db: Database, now: () => number) => {
  const tidy = (app: number, userId: string) =>
    db.run(
      'DELETE FROM marks WHERE app = ? AND user_id = ? AND note IS NULL AND watched_since IS NULL',
      app,
      userId,
    );

  return {
    of: (app: number, userId: string): Mark => {
      const row = db.get<MarkRow>('SELECT * FROM marks WHERE app = ? AND user_id = ?', app, userId);
      return row === undefined ? { app, userId } : markOf(row, now());
    },
    /** Everybody with a note or a watch flag, for the marks in the feed. */
    all: (): Mark[] =>
      db
        .all<MarkRow>('SELECT * FROM marks')
        .map((row) => markOf(row, now()))
        .filter((mark) => mark.note !== undefined || mark.watch !== undefined),
    /** A blank text takes the note away. */
    setNote: (app: number, userId: string, text: string) => {
      const blank = text.trim() === '';
      db.run(
        `INSERT INTO marks (app, user_id, note, noted_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (app, user_id) DO UPDATE SET note = excluded.note, noted_at = excluded.noted_at`,
        app,
        userId,
        blank ? null : text,
        blank ? null : now(),
      );
      tidy(app, userId);
    },
    /** `undefined` ends the watch; `null` watches until told otherwise. */
    setWatch: (app: number, userId: string, until: number | null | undefined) => {
      db.run(
        `INSERT INTO marks (app, user_id, watched_since, watched_until) VALUES (?, ?, ?, ?)
         ON CONFLICT (app, user_id) DO UPDATE SET
           watched_since = excluded.watched_since, watched_until = excluded.watched_until`,
        app,
        userId,
        until === undefined ? null : now(),
        until ?? null,
      );
      tidy(app, userId);
    },
  };
};
export type Marks = ReturnType<typeof createMarks>;
