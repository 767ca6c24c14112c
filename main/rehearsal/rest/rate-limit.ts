/** Counts calls of each command in the last second (tencent-im A1 "Call rates"). */
export type RateLimit = {
  /** Whether one more call of this command fits. */
  take(path: string, perSecond: number): boolean;
};

const windowMs = 1_000;

export const createRateLimit = (now: () => number): RateLimit => {
  const calls = new Map<string, number[]>();
  return {
    take(path, perSecond) {
      const since = now() - windowMs;
      const recent = (calls.get(path) ?? []).filter((at) => at > since);
      const fits = recent.length < perSecond;
      if (fits) recent.push(now());
      calls.set(path, recent);
      return fits;
    },
  };
};
