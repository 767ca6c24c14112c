import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from './database.ts';
import { storageError } from './storage-error.ts';

const markRow = z.object({
  app: z.number(),
  user_id: z.string(),
  note: z.string().nullable(),
  noted_at: z.number().nullable(),
  watched_since: z.number().nullable(),
  watched_until: z.number().nullable(),
});

const readMarks = (file: string): z.infer<typeof markRow>[] => {
  const damaged = new DatabaseSync(file, { readOnly: true });
  try {
    return z.array(markRow).parse(damaged.prepare('SELECT * FROM marks').all());
  } finally {
    damaged.close();
  }
};

/**
 * Carries notes and watch flags over from a damaged file as far as they can still be read: they were written by hand
 * and nothing else has them. Answers how many; 0 where the table itself is beyond reading.
 */
export const rescueMarks = (damagedFile: string, into: Database): number => {
  if (!existsSync(damagedFile)) return 0;
  try {
    const rows = readMarks(damagedFile);
    into.transaction(() => {
      for (const row of rows) {
        into.run(
          `INSERT INTO marks (app, user_id, note, noted_at, watched_since, watched_until) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING`,
          row.app,
          row.user_id,
          row.note,
          row.noted_at,
          row.watched_since,
          row.watched_until,
        );
      }
    });
    return rows.length;
  } catch (error) {
    // Not readable, or no such table: there is nothing to rescue, and the person has been told of the damage.
    if (error instanceof z.ZodError || storageError(error) !== undefined || isSqlError(error)) return 0;
    throw error;
  }
};

const isSqlError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
