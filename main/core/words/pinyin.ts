import { pinyinRows } from './data/pinyin-table.ts';

export type Pinyin = {
  /** Number of the syllable that a character is read as; undefined for anything but a common Han character. */
  readonly ofCharacter: (codePoint: number) => number | undefined;
  /** Cuts Latin letters into syllables (`weixin` → wei, xin) as number and length; empty where they do not go in whole. */
  readonly cut: (letters: string) => readonly { syllable: number; length: number }[];
};

const LONGEST = 6;

export const createPinyin = (): Pinyin => {
  const byCharacter = new Map<number, number>();
  const byName = new Map<string, number>();
  for (const row of pinyinRows.trim().split(/\s+/)) {
    const name = /^[a-z]+/.exec(row)?.[0] ?? '';
    const number = byName.size + 1;
    byName.set(name, number);
    for (const character of row.slice(name.length)) byCharacter.set(character.codePointAt(0) ?? 0, number);
  }
  const cut = (letters: string): { syllable: number; length: number }[] => {
    if (letters === '') return [];
    // From the back: the longest first syllable whose rest can be cut as well.
    const best: ({ syllable: number; length: number } | undefined)[] = new Array(letters.length).fill(
      undefined,
    );
    for (let start = letters.length - 1; start >= 0; start -= 1) {
      for (let length = Math.min(LONGEST, letters.length - start); length > 0; length -= 1) {
        const syllable = byName.get(letters.slice(start, start + length));
        const restFits = start + length === letters.length || best[start + length] !== undefined;
        if (syllable === undefined || !restFits) continue;
        best[start] = { syllable, length };
        break;
      }
    }
    const pieces: { syllable: number; length: number }[] = [];
    for (let at = 0; at < letters.length; ) {
      const piece = best[at];
      if (piece === undefined) return [];
      pieces.push(piece);
      at += piece.length;
    }
    return pieces;
  };
  return { ofCharacter: (codePoint) => byCharacter.get(codePoint), cut };
};
