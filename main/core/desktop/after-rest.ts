import type { Clock } from '../ports.ts';

const REST_MS = 400;

/** A window that is dragged tells its place many times a second; it is kept once the mouse has rested. */
export const createAfterRest = (clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>) => {
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; readonly run: () => void }>();
  return {
    set: (name: string, run: () => void): void => {
      const before = waiting.get(name);
      if (before !== undefined) clock.clearTimeout(before.timer);
      const end = () => {
        waiting.delete(name);
        run();
      };
      waiting.set(name, { timer: clock.setTimeout(end, REST_MS), run });
    },
    /** What still waits is not kept. */
    forget: (): void => {
      for (const { timer } of waiting.values()) clock.clearTimeout(timer);
      waiting.clear();
    },
    /** Keeps at once what still waits. */
    dispose: (): void => {
      for (const { timer, run } of waiting.values()) {
        clock.clearTimeout(timer);
        run();
      }
      waiting.clear();
    },
  };
};
