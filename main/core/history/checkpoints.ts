import type { Clock } from '../ports.ts';
import type { Database } from './database.ts';

/** Copies the write-ahead log of a file into the file, away from the thread that answers people. */
export type Checkpointer = {
  /** Begins a copying, or lets one that is under way go on; false where none can be had. */
  readonly begin: () => boolean;
  /** Waits until none is under way: before the file is closed, renamed or deleted. Holds the caller up. */
  readonly settle: () => void;
};
/** @param file path of the SQLite file */
export type StartCheckpointer = (file: string) => Checkpointer;

/** How often it is asked what was written. ms. */
const LOOK_MS = 500;
/** Rows after which the log is copied: about 8 MB of it. Pages that are written again and again then go once. */
const MANY_ROWS = 8000;
/** After this long even a single row is. ms. */
const LONG_MS = 5000;

/** Decides when the log of a file is to be copied, and does it here where nobody else can. */
export const createCheckpoints = (clock: Pick<Clock, 'monotonic'>, checkpointer: Checkpointer) => {
  let lookedAt = clock.monotonic();
  let begunAt = lookedAt;
  let rowsThen = 0;

  return {
    /** After every use of the file, be it reading or writing. */
    used: (db: Database): void => {
      const now = clock.monotonic();
      if (now - lookedAt < LOOK_MS) return;
      lookedAt = now;
      const rows = db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
      const due = now - begunAt < LONG_MS ? MANY_ROWS : 1;
      if (rows - rowsThen < due) return;
      begunAt = now;
      rowsThen = rows;
      if (!checkpointer.begin()) db.all('PRAGMA wal_checkpoint(PASSIVE)');
    },
    settle: checkpointer.settle,
    /** Before the file is closed. What is opened next counts its rows from nothing. */
    closing: (): void => {
      checkpointer.settle();
      rowsThen = 0;
    },
  };
};
