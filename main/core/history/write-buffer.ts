import type { AppError } from '../../contract/app-error.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../ports.ts';
import type { Arrival } from './writer.ts';

/** Half of the 200 ms that a kill may cost, so that a busy event loop still keeps the promise. */
const DEFAULT_COMMIT_MS = 80;
/** About 10 ms of work: what the event loop may be held for. */
const DEFAULT_BATCH_ROWS = 400;
/** While the disk refuses, this many wait; the oldest go first after that, and are counted. */
const MOST_WAITING = 50_000;
const RETRY_MS = 2000;
/** Only after trouble does more than one batch wait. */
const FRESHEN_BATCHES = 3;

export type WriteBufferOptions = {
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly write: (batch: readonly Arrival[]) => Result<number>;
  /** The storage began to refuse (once per spell), or works again (`undefined`). */
  readonly onTrouble: (error: AppError | undefined) => void;
  readonly commitMs?: number;
  readonly batchRows?: number;
};

/** Collects arrivals and commits them together: after a short time or as soon as a batch is full. */
export const createWriteBuffer = (options: WriteBufferOptions) => {
  const { clock, write, onTrouble, commitMs = DEFAULT_COMMIT_MS, batchRows = DEFAULT_BATCH_ROWS } = options;
  let waiting: Arrival[] = [];
  let timer: NodeJS.Timeout | undefined;
  let trouble: AppError | undefined;
  let lost = 0;

  const setTrouble = (error: AppError | undefined) => {
    const changed = (trouble === undefined) !== (error === undefined);
    trouble = error;
    if (changed) onTrouble(error);
  };

  const stopTimer = () => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
  };

  const putBack = (batch: readonly Arrival[]) => {
    waiting = [...batch, ...waiting];
    const surplus = waiting.length - MOST_WAITING;
    if (surplus <= 0) return;
    waiting = waiting.slice(surplus);
    lost += surplus;
  };

  /** One batch; false where the storage refused it. */
  const commit = (): Result<number> | undefined => {
    const batch = waiting.slice(0, batchRows);
    if (batch.length === 0) return undefined;
    waiting = waiting.slice(batchRows);
    const written = write(batch);
    if (!written.ok) putBack(batch);
    setTrouble(written.ok ? undefined : written.error);
    return written;
  };

  const schedule = (ms: number) => {
    timer ??= clock.setTimeout(() => {
      timer = undefined;
      commit();
      if (waiting.length > 0) schedule(trouble === undefined ? 0 : RETRY_MS);
    }, ms);
  };

  return {
    add: (arrivals: readonly Arrival[]) => {
      waiting.push(...arrivals);
      if (trouble === undefined) {
        while (waiting.length >= batchRows && trouble === undefined) commit();
      } else putBack([]);
      if (waiting.length > 0) schedule(trouble === undefined ? commitMs : RETRY_MS);
    },
    /** Commits everything that waits; the error of the first batch that was refused. */
    flush: (): AppError | undefined => {
      while (waiting.length > 0) {
        const written = commit();
        if (written !== undefined && !written.ok) return written.error;
      }
      stopTimer();
      return undefined;
    },
    /** Before reading: commits what waits, but no more than a few batches, and nothing while the disk refuses. */
    freshen: () => {
      for (let batch = 0; batch < FRESHEN_BATCHES && waiting.length > 0 && trouble === undefined; batch += 1)
        commit();
      if (waiting.length === 0) stopTimer();
    },
    /** Forgets what waits; for "delete everything". */
    drop: () => {
      waiting = [];
      stopTimer();
    },
    /** Rows that wait, and rows that were given up since the start. */
    counts: () => ({ waiting: waiting.length, lost }),
    dispose: stopTimer,
  };
};
export type WriteBuffer = ReturnType<typeof createWriteBuffer>;
