import { createWordFinder, type WordFinder } from './word-finder.ts';

/** A word list whose changes are listed at once and act only later, as the vendor's do (tencent-im A10). */
export const createDelayedFinder = (options: {
  readonly now: () => number;
  readonly delayMs: () => number;
}): WordFinder => {
  const listed = createWordFinder();
  const acting = createWordFinder();
  const due: { readonly at: number; readonly act: () => void }[] = [];

  const later = (act: () => void): void => {
    due.push({ at: options.now() + options.delayMs(), act });
  };
  /** A change whose delay was longer holds up those after it: they act in their order. */
  const catchUp = (): void => {
    for (let [next] = due; next !== undefined && next.at <= options.now(); [next] = due) {
      due.shift();
      next.act();
    }
  };

  return {
    add(word) {
      listed.add(word);
      later(() => acting.add(word));
    },
    remove(word) {
      later(() => acting.remove(word));
      return listed.remove(word);
    },
    find(text) {
      catchUp();
      return acting.find(text);
    },
    list: listed.list,
  };
};
