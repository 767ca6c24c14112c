import { moreChineseWords } from './data/more-chinese-words.ts';

const LONGEST = 4;

/** A word with its place in a text. */
type Placed = { readonly segment: string; readonly index: number };

/** Words that the engine's dictionary does not know. */
export type MoreWords = {
  /** Whether two characters stand next to each other in one of them. */
  readonly isPair: (left: number, right: number) => boolean;
  /** One that has `offset` inside it. */
  readonly over: (text: string, offset: number) => Placed | undefined;
};

const keyOf = (left: number, right: number): number => left * 0x10000 + right;

export const createMoreWords = (): MoreWords => {
  const words = new Set(moreChineseWords);
  const pairs = new Set<number>();
  for (const word of words)
    for (let at = 1; at < word.length; at += 1)
      pairs.add(keyOf(word.charCodeAt(at - 1), word.charCodeAt(at)));
  const isPair = (left: number, right: number): boolean => pairs.has(keyOf(left, right));
  return {
    isPair,
    over: (text, offset) => {
      if (offset <= 0 || !isPair(text.charCodeAt(offset - 1), text.charCodeAt(offset))) return undefined;
      for (let length = LONGEST; length >= 2; length -= 1)
        for (let index = Math.max(0, offset - length + 1); index < offset; index += 1) {
          const segment = text.slice(index, index + length);
          if (words.has(segment)) return { segment, index };
        }
      return undefined;
    },
  };
};
