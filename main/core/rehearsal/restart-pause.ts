const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** Whoever lived this long ended for a new reason. */
const CALM_MS = 60_000;

/** How long to wait before something that ended by itself is started again: not at all, then twice as long each time. ms. */
export const createRestartPause = (now: () => number) => {
  let lastEnd = Number.NEGATIVE_INFINITY;
  let again = 0;
  return {
    next: (): number => {
      const at = now();
      again = at - lastEnd < CALM_MS ? again + 1 : 0;
      lastEnd = at;
      return again === 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (again - 1));
    },
  };
};
