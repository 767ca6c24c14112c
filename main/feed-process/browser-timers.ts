import { clearTimeout, setInterval, setTimeout } from 'node:timers';

type Run = (...args: unknown[]) => void;

/**
 * Timers as a browser has them: numbers. The SDK is written for one, and asks `-1 < timer` of a timer that has run;
 * Node then keeps that timer for good, one for each request of a room that is polled.
 */
export const createBrowserTimers = () => {
  const live = new Map<number, NodeJS.Timeout>();
  let last = 0;

  const keep = (make: (id: number) => NodeJS.Timeout): number => {
    last += 1;
    live.set(last, make(last));
    return last;
  };
  const clear = (id?: unknown): void => {
    if (typeof id !== 'number') {
      // Of a module that took Node's own before.
      if (id !== undefined && id !== null) clearTimeout(id as NodeJS.Timeout);
      return;
    }
    clearTimeout(live.get(id));
    live.delete(id);
  };

  const browserTimers = {
    setTimeout: (run: Run, ms?: number, ...args: unknown[]): number =>
      keep((id) =>
        setTimeout(() => {
          live.delete(id);
          run(...args);
        }, ms),
      ),
    setInterval: (run: Run, ms?: number, ...args: unknown[]): number =>
      keep(() => setInterval(run, ms, ...args)),
    clearTimeout: clear,
    clearInterval: clear,
  };
  return {
    timers: browserTimers,
    /** How many have yet to run. */
    live: () => live.size,
  };
};
