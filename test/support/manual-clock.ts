import type { Clock } from '../../main/core/ports.ts';

type Pending = { readonly at: number; readonly run: () => void };

export type ManualClock = Pick<Clock, 'now' | 'monotonic' | 'setTimeout' | 'clearTimeout'> &
  Readonly<{
    /** Moves on, running what falls due on the way, in order. */
    advance: (ms: number) => void;
    /** Time passes and timers stand still, as while a laptop sleeps. */
    sleep: (ms: number) => void;
    /** The computer's clock is set ahead (or, below 0, back); no time passes. */
    set: (ms: number) => void;
    /** Delays asked for so far, in order. */
    asked: readonly number[];
    pending: () => number;
  }>;

/**
 * A clock that stands still until it is told to move. Timers shorter than `skipBelowMs` are not waited for: the clock
 * jumps to them by itself, so that a test over real sockets does not sit through pauses.
 */
export const createManualClock = ({ start = 1_700_000_000_000, skipBelowMs = 0 } = {}): ManualClock => {
  const timers = new Map<NodeJS.Timeout, Pending>();
  const asked: number[] = [];
  /** Monotonic. */
  let elapsed = 0;
  let epoch = start;

  const runDue = (until: number): void => {
    for (;;) {
      const due = [...timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (due === undefined) break;
      timers.delete(due[0]);
      elapsed = Math.max(elapsed, due[1].at);
      due[1].run();
    }
    elapsed = Math.max(elapsed, until);
  };

  const setManualTimeout = (run: () => void, ms: number): NodeJS.Timeout => {
    // A real timer that never fires is the handle, for the port's type asks for one.
    const handle = setTimeout(() => undefined, 0);
    clearTimeout(handle);
    asked.push(ms);
    const at = elapsed + ms;
    timers.set(handle, { at, run });
    if (ms < skipBelowMs) setImmediate(() => timers.has(handle) && jump(handle, at));
    return handle;
  };

  const jump = (handle: NodeJS.Timeout, at: number): void => {
    const timer = timers.get(handle);
    timers.delete(handle);
    elapsed = Math.max(elapsed, at);
    timer?.run();
  };

  return {
    now: () => epoch + elapsed,
    monotonic: () => elapsed,
    setTimeout: setManualTimeout,
    clearTimeout: (handle) => {
      timers.delete(handle);
    },
    advance: (ms) => runDue(elapsed + ms),
    sleep: (ms) => {
      elapsed += ms;
    },
    set: (ms) => {
      epoch += ms;
    },
    asked,
    pending: () => timers.size,
  };
};
