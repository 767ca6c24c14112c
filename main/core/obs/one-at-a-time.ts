/** Runs jobs one after the other, so that two clicks never make two sources. */
export const createOneAtATime = (): (<T>(job: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job);
    // The next job waits for this one, however it ends; its own caller hears of a failure.
    last = mine.catch(() => undefined);
    return mine;
  };
};
