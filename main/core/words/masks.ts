import { kinds } from './character-kinds.ts';
import type { Characters, Glyph } from './characters.ts';
import { layerBits } from './layers.ts';
import type { Found } from './verify-word.ts';
import { type WordShape, wordGaps } from './word-shape.ts';

/** Signs that stand between words or numbers far more often than for a letter. */
const NOT_MASKS = new Set([...'-_/&+=~|\\<>§°%'].map((sign) => sign.charCodeAt(0)));
const QUESTION_MARKS = new Set([0x21, 0x3f, 0xff01, 0xff1f]);

/** Whether this character can hide a letter, as in `f*ck`. */
export const couldMask = (glyph: Glyph): boolean => {
  const code = glyph.units[0]?.fine ?? 0;
  if (glyph.kind === kinds.sign) return !NOT_MASKS.has(code);
  return glyph.kind === kinds.emoji || QUESTION_MARKS.has(code);
};

const MASK = -1;
const SHORTEST = 4;

type Token = { readonly letters: number[]; readonly starts: number[]; readonly ends: number[]; bits: number };

const isWhole = ({ letters }: Token): boolean => {
  const masked = letters.filter((letter) => letter === MASK).length;
  return letters.length >= SHORTEST && masked > 0 && masked * 2 <= letters.length;
};

/** Words of letters and masks that begin with a letter. */
const tokensOf = (characters: Characters, text: string): Token[] => {
  const tokens: Token[] = [];
  let token: Token = { letters: [], starts: [], ends: [], bits: 0 };
  const finish = (): void => {
    if (isWhole(token)) tokens.push(token);
    token = { letters: [], starts: [], ends: [], bits: 0 };
  };
  let offset = 0;
  for (const character of text) {
    const glyph = characters.glyph(character.codePointAt(0) ?? 0);
    const letter = glyph.kind === kinds.letter ? (glyph.units[0]?.fine ?? 0) : MASK;
    const belongs = glyph.kind === kinds.letter || (token.letters.length > 0 && couldMask(glyph));
    if (belongs) {
      token.letters.push(letter);
      token.starts.push(offset);
      token.ends.push(offset + character.length);
      if (letter !== MASK) token.bits |= glyph.layers;
    } else if (glyph.kind > kinds.mark) finish();
    offset += character.length;
  }
  finish();
  return tokens;
};

const fits = (shape: WordShape, token: Token): boolean =>
  token.letters.every((letter, index) => letter === MASK || letter === shape.fine[index]);

const keyOf = (first: number, length: number): number => first * 1024 + length;

export type MaskIndex = {
  readonly add: (shape: WordShape, entry: number) => void;
  readonly find: (
    text: string,
    shape: (entry: number) => WordShape,
    found: (entry: number, at: Found) => void,
  ) => void;
};

/** Latin words by first letter and length, so that a masked word is compared with few. */
export const createMaskIndex = (characters: Characters): MaskIndex => {
  const index = new Map<number, number[]>();
  return {
    add: (shape, entry) => {
      if (shape.length < SHORTEST || shape.kind.some((kind) => kind !== kinds.letter)) return;
      if (shape.gap.some((gap) => gap !== wordGaps.none)) return;
      const key = keyOf(shape.fine[0] ?? 0, shape.length);
      const entries = index.get(key);
      if (entries === undefined) index.set(key, [entry]);
      else entries.push(entry);
    },
    find: (text, shapeAt, found) => {
      for (const token of tokensOf(characters, text)) {
        const entries = index.get(keyOf(token.letters[0] ?? 0, token.letters.length)) ?? [];
        for (const entry of entries) {
          if (!fits(shapeAt(entry), token)) continue;
          const bits = token.bits | layerBits.mask;
          found(entry, { start: token.starts[0] ?? 0, end: token.ends.at(-1) ?? 0, bits });
        }
      }
    },
  };
};
