type Waiting<I, A> = {
  readonly item: I;
  readonly done: (answer: A) => void;
  readonly fail: (bug: unknown) => void;
};

/**
 * Turns questions about one thing each, asked in one breath, into one question about all of them: an act on fifty
 * people in a room is one request to the service, not fifty. `run` answers all items of a key together.
 */
export const createGathering = <I, A>(
  run: (items: readonly [I, ...I[]]) => Promise<(item: I) => A>,
): ((key: string, item: I) => Promise<A>) => {
  const groups = new Map<string, [Waiting<I, A>, ...Waiting<I, A>[]]>();

  const flush = async (key: string) => {
    const group = groups.get(key);
    groups.delete(key);
    if (group === undefined) return;
    const [first, ...others] = group;
    try {
      const answerOf = await run([first.item, ...others.map(({ item }) => item)]);
      for (const { item, done } of group) done(answerOf(item));
    } catch (bug) {
      for (const { fail } of group) fail(bug);
    }
  };

  return (key, item) =>
    new Promise<A>((done, fail) => {
      const group = groups.get(key);
      if (group !== undefined) {
        group.push({ item, done, fail });
        return;
      }
      groups.set(key, [{ item, done, fail }]);
      setImmediate(() => void flush(key));
    });
};
