/** A bucket of `burst` tokens that refills by `perSecond`; `take` says whether one was left. */
export const createRateLimit = (options: {
  /** Goes evenly, ms. */
  readonly now: () => number;
  readonly burst: number;
  readonly perSecond: number;
}) => {
  let tokens = options.burst;
  let last = options.now();
  return {
    take: (): boolean => {
      const now = options.now();
      tokens = Math.min(options.burst, tokens + ((now - last) / 1000) * options.perSecond);
      last = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
