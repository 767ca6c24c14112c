import type { Result } from '../../contract/result.ts';
import type { Clock } from '../ports.ts';
import type { HistoryStore } from './history-store.ts';
import type { LiveStore } from './live-store.ts';
import { type Retention, sweep } from './retention.ts';
import { runSliced } from './sliced.ts';

/** After the start has settled, then once an hour. */
const FIRST_SWEEP_MS = 30_000;
const SWEEP_MS = 3_600_000;

/** Long work on the history in slices of a few ms, one such work at a time. */
export const createUpkeep = (options: {
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  readonly live: LiveStore;
  readonly retention: Retention;
}) => {
  const { clock, live } = options;
  let keep = options.retention;
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** Rows that the slices removed. */
  const run = (slices: (store: HistoryStore) => Generator<number>): Promise<Result<number>> => {
    let started: { store: HistoryStore; work: Generator<number> } | undefined;
    const step = () =>
      live.guard((store) => {
        started ??= { store, work: slices(store) };
        // The file was replaced meanwhile: what was to be done there is moot.
        if (started.store !== store) return undefined;
        const next = started.work.next();
        return next.done === true ? undefined : next.value;
      });
    const done = last.then(() => runSliced(step, () => stopped));
    last = done;
    return done;
  };

  const applyRetention = (): Promise<Result<number>> => run((store) => sweep(store, keep, clock.now()));

  const schedule = (ms: number) => {
    if (stopped) return;
    timer = clock.setTimeout(() => {
      applyRetention().finally(() => schedule(SWEEP_MS));
    }, ms);
  };
  schedule(FIRST_SWEEP_MS);

  return {
    run,
    applyRetention,
    setRetention: (next: Retention) => {
      keep = next;
    },
    dispose: () => {
      stopped = true;
      if (timer !== undefined) clock.clearTimeout(timer);
    },
  };
};
