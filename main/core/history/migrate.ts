import type { Database } from './database.ts';

/** Thrown where the file was written by a newer Livedeck than this one. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

/**
 * Brings a file to the newest schema. Step n takes version n to n + 1; each is one transaction, so a kill in the
 * middle leaves the old version whole.
 */
export const migrate = (db: Database, steps: readonly string[]): void => {
  const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version > steps.length) throw new NewerSchema(`schema ${version}, known ${steps.length}`);
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(step);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
};
