import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const noteSchema = z.object({
  pid: z.number().int(),
  url: z.string(),
  /** Where a second start asks this one to come to front. Good on this machine only. */
  focus: z.string(),
});
export type InstanceNote = Readonly<z.infer<typeof noteSchema>>;

export type DataLock = {
  /** Leaves word for a second start. */
  readonly announce: (note: InstanceNote) => void;
  readonly release: () => void;
};

const noteFile = (dataDir: string) => join(dataDir, 'instance.json');

const readNote = (dataDir: string): InstanceNote | undefined => {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteFile(dataDir), 'utf8')));
  } catch {
    // The first start is still on its way up, or was killed while writing: the lock itself is what counts.
    return undefined;
  }
};

/**
 * Holds a data folder for this process alone. The lock is SQLite's own file lock, so the operating system gives it
 * back however the process ends; a left-over file locks nobody out.
 */
export const lockDataDir = (
  dataDir: string,
):
  | { readonly held: true; readonly lock: DataLock }
  | { readonly held: false; readonly other: InstanceNote | undefined } => {
  const database = new DatabaseSync(join(dataDir, 'instance.lock'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    database.close();
    if ((error as { readonly errcode?: number }).errcode === 5)
      return { held: false, other: readNote(dataDir) };
    throw error;
  }
  return {
    held: true,
    lock: {
      announce: (note) => {
        writeFileSync(noteFile(dataDir), JSON.stringify(note), { mode: 0o600 });
        chmodSync(noteFile(dataDir), 0o600);
      },
      release: () => {
        rmSync(noteFile(dataDir), { force: true });
        database.close();
      },
    },
  };
};
