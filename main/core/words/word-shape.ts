import { type Kind, kinds } from './character-kinds.ts';
import type { Characters } from './characters.ts';
import type { TextReader } from './read-text.ts';
import { gapKinds, type TextView, unitFlags } from './text-view.ts';

/** A rule's word as the matcher compares it: one entry for each written character. */
export type WordShape = {
  /** As the rule has it, from its first written character to its last. */
  readonly written: string;
  readonly length: number;
  readonly fine: Int32Array;
  readonly own: Int32Array;
  readonly kind: Int32Array;
  readonly layers: Int32Array;
  readonly upper: Uint8Array;
  /** What the word itself has before this character: {@link wordGaps}. */
  readonly gap: Uint8Array;
  /** Of letters and digits both. */
  readonly mixed: boolean;
  readonly runs: number;
  readonly runStart: Int32Array;
};

/** A space belongs to a phrase; an apostrophe or a hyphen may as well be left out. */
export const wordGaps = { none: 0, optional: 1, space: 2 } as const;

/** Longest word in written characters; one code point can fold to eighteen. */
export const LONGEST_SHAPE = 400;

/** Signs inside a word that people leave out or exchange without changing it. */
const SOFT_SIGNS = new Set([...'-_·•/~']);

/**
 * True for words whose signs are part of them (`c++`, `🍑`): they are compared sign by sign. All others are compared by
 * letters only.
 */
export const hasOwnSigns = (characters: Characters, word: string): boolean => {
  let written = false;
  let visible = false;
  for (const character of word) {
    const { kind } = characters.glyph(character.codePointAt(0) ?? 0);
    if (kind >= kinds.unspaced) written = true;
    else if (kind > kinds.space) visible = true;
    if (kind === kinds.emoji || (kind === kinds.sign && !SOFT_SIGNS.has(character))) return true;
  }
  return visible && !written;
};

export const shapeOfView = (word: string, view: TextView): WordShape => {
  const { length } = view;
  const gap = new Uint8Array(length);
  const upper = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const spaced = ((view.gapKind[index] ?? 0) & (gapKinds.space | gapKinds.stop)) !== 0;
    const apart = spaced ? wordGaps.space : wordGaps.optional;
    gap[index] = (view.gapSize[index] ?? 0) > 0 ? apart : wordGaps.none;
    upper[index] = (view.flags[index] ?? 0) & unitFlags.upper;
  }
  const kind = view.kind.slice(0, length);
  return {
    mixed: kind.includes(kinds.letter) && kind.includes(kinds.digit),
    written: word.slice(view.start[0], view.end[length - 1]),
    length,
    fine: view.fine.slice(0, length),
    own: view.own.slice(0, length),
    kind,
    layers: view.layers.slice(0, length),
    upper,
    gap,
    runs: view.runs,
    runStart: view.runStart.slice(0, view.runs),
  };
};

export const shapeOf = (reader: TextReader, word: string): WordShape =>
  shapeOfView(word, reader.read(word, {}));

/** Index after the last character of a run. */
export const runEnd = (shape: WordShape, run: number): number =>
  run + 1 < shape.runs ? (shape.runStart[run + 1] ?? shape.length) : shape.length;

export const kindAt = (shape: WordShape, index: number): Kind => (shape.kind[index] ?? kinds.sign) as Kind;
