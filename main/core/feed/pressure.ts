const SECONDS = 10;

/** Counts messages by the second they arrived in, over the last ten whole seconds; `now` goes evenly, ms. */
export const createPressure = () => {
  let second = 0;
  const counts = new Array<number>(SECONDS + 1).fill(0);

  const advance = (now: number) => {
    const current = Math.floor(now / 1000);
    const steps = Math.min(current - second, SECONDS + 1);
    for (let step = 0; step < steps; step += 1) {
      counts.shift();
      counts.push(0);
    }
    second = Math.max(second, current);
  };

  return {
    add: (count: number, now: number) => {
      advance(now);
      counts[SECONDS] = (counts[SECONDS] ?? 0) + count;
    },
    /** The last ten whole seconds, oldest first; the second that is still running is left out. */
    read: (now: number): number[] => {
      advance(now);
      return counts.slice(0, SECONDS);
    },
  };
};
export type Pressure = ReturnType<typeof createPressure>;
