import { Worker } from 'node:worker_threads';
import type { StartCheckpointer } from '../../core/history/checkpoints.ts';
import type { Log } from '../../core/ports.ts';
import { BUSY, type CheckpointThreadData, IDLE } from './checkpoint-state.ts';

/** A copying takes a tenth of this; more is a disk that hangs, and the caller must go on. */
const SETTLE_MS = 2000;

/**
 * Checkpoints in a thread, which is started with the first. A script in an asar archive works too (electron#33216).
 * @param entry path of the thread's script
 */
export const threadCheckpointer =
  (entry: string, log: Pick<Log, 'warn'>): StartCheckpointer =>
  (file) => {
    const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    let thread: Worker | undefined;
    let broken = false;

    const start = (): Worker => {
      const workerData: CheckpointThreadData = { file, state };
      const started = new Worker(entry, { workerData, name: 'checkpoints' });
      started.on('message', (cause) => log.warn('checkpoint failed', { cause }));
      started.once('error', (cause) => log.warn('checkpoints ended', { cause: String(cause) }));
      started.once('exit', () => {
        broken = true;
        Atomics.store(state, 0, IDLE);
      });
      // After the listeners: one for messages holds the process again.
      started.unref();
      return started;
    };

    return {
      begin: () => {
        if (broken) return false;
        if (Atomics.compareExchange(state, 0, IDLE, BUSY) === BUSY) return true;
        thread ??= start();
        thread.postMessage(null);
        return true;
      },
      settle: () => {
        Atomics.wait(state, 0, BUSY, SETTLE_MS);
      },
    };
  };
