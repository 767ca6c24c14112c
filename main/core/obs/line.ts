import type { Clock } from '../ports.ts';

/** What came of waiting for an answer: the answer, too late, or the line ended first. */
export type Waited<T> = { readonly value: T } | 'late' | 'closed';

export type Line = {
  /** Waits for the work, at most so long, and no longer than the line lasts. Rejects as the work does. */
  readonly wait: <T>(work: Promise<T>, ms: number) => Promise<Waited<T>>;
  /** Ends all waiting, now and from now on. */
  readonly end: () => void;
};

/** The client library leaves calls hanging for ever when the line breaks; this lets none of them hang. */
export const createLine = (clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>): Line => {
  const waiting = new Set<() => void>();
  let ended = false;

  return {
    wait: <T>(work: Promise<T>, ms: number) =>
      new Promise<Waited<T>>((resolve, reject) => {
        const settle = (answer: () => void): void => {
          clock.clearTimeout(timer);
          waiting.delete(closed);
          answer();
        };
        const closed = (): void => settle(() => resolve('closed'));
        const timer = clock.setTimeout(() => settle(() => resolve('late')), ms);
        waiting.add(closed);
        work.then(
          (value) => settle(() => resolve({ value })),
          (error: unknown) => settle(() => reject(error)),
        );
        if (ended) closed();
      }),
    end: () => {
      ended = true;
      for (const closed of [...waiting]) closed();
    },
  };
};
