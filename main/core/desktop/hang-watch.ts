import type { Clock } from '../ports.ts';

/** A window that does not answer for this long will not come back by itself. */
const PATIENCE_MS = 10_000;

/** Gives a page that hangs some time, then ends it, so that it can be started again. */
export const createHangWatch = (
  clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>,
  kill: (name: string) => void,
) => {
  const timers = new Map<string, NodeJS.Timeout>();
  const stop = (name: string) => {
    const timer = timers.get(name);
    if (timer !== undefined) clock.clearTimeout(timer);
    timers.delete(name);
  };
  return {
    set: (name: string, hung: boolean): void => {
      stop(name);
      if (!hung) return;
      const end = () => {
        timers.delete(name);
        kill(name);
      };
      timers.set(name, clock.setTimeout(end, PATIENCE_MS));
    },
    dispose: (): void => {
      for (const name of [...timers.keys()]) stop(name);
    },
  };
};
