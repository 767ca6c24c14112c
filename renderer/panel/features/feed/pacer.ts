import type { Clock } from '../../bridge/index.ts';

/** Of the window's time at most about one part in this many goes into taking things in; keys and painting get the rest. */
const SHARE = 3;
/** However slow the machine, what came is on screen after this long. */
const LONGEST_REST_MS = 250;

export type Pacer = {
  /** Runs before the next paint, or a little later when the last run took long. */
  readonly soon: () => void;
  readonly dispose: () => void;
};

/** What a run leaves. */
export type Run = {
  /** Something is left for the next one. */
  readonly left: boolean;
  /** The next one comes no sooner than so many ms after this one began. */
  readonly atLeastMs: number;
};

/**
 * Paces a task that draws the screen anew. What comes after a pause is taken in before the next paint; when runs get
 * long, as in a flood on a slow machine, they come less often and each takes in more.
 */
export const createPacer = (clock: Clock, run: () => Run): Pacer => {
  let cancel: (() => void) | undefined;
  let stopMeasuring: (() => void) | undefined;
  let askedMeanwhile = false;
  let notBefore = 0;

  const onFrame = () => {
    cancel = clock.frame(go);
  };

  const plan = () => {
    const rest = notBefore - clock.monotonic();
    if (rest > 0) cancel = clock.after(rest, onFrame);
    else onFrame();
  };

  const go = () => {
    cancel = undefined;
    const began = clock.monotonic();
    const { left, atLeastMs } = run();
    askedMeanwhile = left;
    // By the time this comes round, what the run changed has been drawn.
    stopMeasuring = clock.after(0, () => {
      stopMeasuring = undefined;
      notBefore = began + Math.min(Math.max((clock.monotonic() - began) * SHARE, atLeastMs), LONGEST_REST_MS);
      if (askedMeanwhile) plan();
      askedMeanwhile = false;
    });
  };

  return {
    soon: () => {
      if (stopMeasuring !== undefined) askedMeanwhile = true;
      else if (cancel === undefined) plan();
    },
    dispose: () => {
      cancel?.();
      stopMeasuring?.();
    },
  };
};
