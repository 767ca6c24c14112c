/** Finds any of many words in a text; case does not count. Built for thousands of words and a few texts a millisecond. */
export type WordFinder = {
  add(word: string): void;
  remove(word: string): boolean;
  /** The first listed word in the text. */
  find(text: string): string | undefined;
  list(): readonly string[];
};

export const createWordFinder = (): WordFinder => {
  const words = new Map<string, string>();
  /** Lower-cased words by their first UTF-16 unit. */
  const byStart = new Map<number, Set<string>>();
  return {
    add(word) {
      const folded = word.toLowerCase();
      if (folded === '') return;
      words.set(folded, word);
      const start = folded.charCodeAt(0);
      const bucket = byStart.get(start) ?? new Set();
      byStart.set(start, bucket.add(folded));
    },
    remove(word) {
      const folded = word.toLowerCase();
      byStart.get(folded.charCodeAt(0))?.delete(folded);
      return words.delete(folded);
    },
    find(text) {
      if (words.size === 0) return undefined;
      const folded = text.toLowerCase();
      for (let at = 0; at < folded.length; at += 1) {
        for (const word of byStart.get(folded.charCodeAt(at)) ?? []) {
          if (folded.startsWith(word, at)) return words.get(word);
        }
      }
      return undefined;
    },
    list: () => [...words.values()],
  };
};
