import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { type CheckpointThreadData, IDLE } from './checkpoint-state.ts';

/** Each round copies what was written during the one before: the last is so short that nothing comes in between. */
const MOST_ROUNDS = 6;

type Copied = { readonly log: number; readonly checkpointed: number };

/**
 * Copies the log without ever making a writer wait (sqlite.org/pragma.html, `wal_checkpoint`). Once all of it is in
 * the file, the next writer begins the log anew. The file is opened each time and never created, so that nothing of it
 * is held when the owner renames or deletes it.
 */
const copyLog = (file: string): void => {
  const url = pathToFileURL(file);
  url.search = 'mode=rw';
  const db = new DatabaseSync(url);
  try {
    const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { log, checkpointed } = checkpoint.get() as Copied;
      if (log === checkpointed) return;
    }
  } finally {
    db.close();
  }
};

const { file, state } = workerData as CheckpointThreadData;

parentPort?.on('message', () => {
  try {
    copyLog(file);
  } catch (error) {
    // The owner of the file meets the same trouble (disk full, damage) by itself and tells it.
    parentPort?.postMessage(String(error));
  } finally {
    Atomics.store(state, 0, IDLE);
    Atomics.notify(state, 0);
  }
});
