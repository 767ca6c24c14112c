/** What the words page does on a key. Each answers whether it did something. */
export type WordDeeds = {
  readonly search: () => boolean;
  readonly add: () => boolean;
  readonly close: () => boolean;
};

export type WordKeys = WordDeeds & {
  /** The page is on screen. The answer takes it back. */
  readonly offer: (deeds: WordDeeds) => () => void;
};

/** Between the table of keys, which is there at once, and the words page, which comes when it is first gone to. */
export const createWordKeys = (deps: {
  /** Goes to the words page; `false` where it is on screen already. */
  readonly goThere: () => boolean;
}): WordKeys => {
  let offered: WordDeeds | undefined;
  /** Asked for before the page was there. */
  let wish: keyof WordDeeds | undefined;
  const run = (name: 'search' | 'add') => () => {
    if (offered !== undefined) return offered[name]();
    wish = name;
    return deps.goThere();
  };
  return {
    search: run('search'),
    add: run('add'),
    close: () => offered?.close() ?? false,
    offer: (deeds) => {
      offered = deeds;
      if (wish !== undefined) deeds[wish]();
      wish = undefined;
      return () => {
        if (offered === deeds) offered = undefined;
      };
    },
  };
};
