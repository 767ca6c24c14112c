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

/**
 * Paces a task that draws the screen anew, and answers whether it left something for the next time. While runs are short there is one a frame; when they get long, as in a flood
 * on a slow machine, they come less often and each takes in more.
 */
export const createPacer = (clock: Clock, run: () => boolean): Pacer => {
  let cancel: (() => void) | undefined;
  let stopMeasuring: (() => void) | undefined;
  let askedMeanwhile = false;
  let notBefore = 0;

  const onFrame = () => {
    cancel = clock.frame(go);
  };

  const plan = () => {
    const rest = notBefore - clock.now();
    if (rest > 0) cancel = clock.after(rest, onFrame);
    else onFrame();
  };

  const go = () => {
    cancel = undefined;
    const began = clock.now();
    askedMeanwhile = run();
    // By the time this comes round, what the run changed has been drawn.
    stopMeasuring = clock.after(0, () => {
      stopMeasuring = undefined;
      notBefore = began + Math.min((clock.now() - began) * SHARE, LONGEST_REST_MS);
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
