/** Time as the panel sees it, so that tests can hold it still. */
export type Clock = {
  /** ms since the epoch; jumps when the computer's clock is set. */
  readonly now: () => number;
  /** ms that go on evenly whatever the clock is set to; lengths of time are taken by them. */
  readonly monotonic: () => number;
  /** Runs `task` once after `ms`; the answer cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Runs `task` before the next paint, or soon when the window is hidden and does not paint. */
  readonly frame: (task: () => void) => () => void;
  /** Whether a key or a press waits to be heard; false where the browser does not tell. */
  readonly inputWaits: () => boolean;
};

/** Chromium's own; not in the standard's types. */
type Scheduling = { readonly scheduling?: { readonly isInputPending?: () => boolean } };

/** How long a hidden window waits before it takes in what has come; browsers give hidden windows no frames. */
const HIDDEN_FRAME_MS = 250;

export const createWindowClock = (host: Window): Clock => ({
  now: () => Date.now(),
  monotonic: () => host.performance.now(),
  after: (ms, task) => {
    const timer = host.setTimeout(task, ms);
    return () => host.clearTimeout(timer);
  },
  frame: (task) => {
    let waiting = true;
    const once = () => {
      if (!waiting) return;
      cancel();
      task();
    };
    const frame = host.requestAnimationFrame(once);
    const timer = host.setTimeout(once, HIDDEN_FRAME_MS);
    const cancel = () => {
      waiting = false;
      host.cancelAnimationFrame(frame);
      host.clearTimeout(timer);
    };
    return cancel;
  },
  inputWaits: () => (host.navigator as Scheduling).scheduling?.isInputPending?.() ?? false,
});
