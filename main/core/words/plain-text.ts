import { kinds } from './character-kinds.ts';
import type { Characters } from './characters.ts';
import { layerBits } from './layers.ts';

/** A text after folding, separators kept, with the way back to the original. */
export type PlainText = {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the character it came from starts and ends in the original. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Layers used for it. */
  readonly layers: Int32Array;
};

type Piece = { text: string; start: number; end: number; layers: number };

/** Emoji that are a sign of their own: ➕V is +V. */
const EMOJI_SIGNS: ReadonlyMap<number, string> = new Map([
  [0x2795, '+'],
  [0x2796, '-'],
  [0x2716, '×'],
]);

export const foldedSign = (code: number): number | undefined => EMOJI_SIGNS.get(code)?.codePointAt(0);

export type PlainOptions = {
  /** Leaves separators out. */
  readonly squeezed?: boolean;
};

/** Puts a mark or a letter's part to the character before it, whatever invisible stands between them. */
const appendJoined = (pieces: Piece[], character: string, end: number, between: number): boolean => {
  const last = pieces.at(-1);
  if (last === undefined) return false;
  const whole = (last.text + character.normalize('NFKC')).normalize('NFC');
  if (whole.length !== last.text.length) return false;
  last.text = whole;
  last.end = end;
  last.layers |= layerBits.width | between;
  return true;
};

const assemble = (pieces: readonly Piece[]): PlainText => {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  const layers = new Int32Array(length);
  let position = 0;
  for (const piece of pieces) {
    for (let index = 0; index < piece.text.length; index += 1, position += 1) {
      starts[position] = piece.start;
      ends[position] = piece.end;
      layers[position] = piece.layers;
    }
  }
  return { text: pieces.map((piece) => piece.text).join(''), starts, ends, layers };
};

/** Folds every character of a text (width, case, marks, look-alikes, simplified) and keeps where each came from. */
export const foldPlain = (characters: Characters, text: string, options: PlainOptions = {}): PlainText => {
  const pieces: Piece[] = [];
  let offset = 0;
  let pending = 0;
  for (const character of text) {
    const start = offset;
    offset += character.length;
    const glyph = characters.glyph(character.codePointAt(0) ?? 0);
    if (glyph.joins && appendJoined(pieces, character, offset, pending)) {
      pending = 0;
      continue;
    }
    const last = pieces.at(-1);
    const separator = glyph.kind > kinds.mark && glyph.kind < kinds.unspaced;
    if (glyph.kind === kinds.mark && last !== undefined && pending === 0) {
      last.end = offset;
      last.layers |= glyph.layers;
    } else if (glyph.kind <= kinds.mark) pending |= glyph.layers;
    else if (separator && options.squeezed === true) pending |= layerBits.spacing;
    else {
      const sign = EMOJI_SIGNS.get(character.codePointAt(0) ?? 0);
      const folded = sign ?? glyph.units.map((unit) => String.fromCodePoint(unit.fine)).join('');
      if (sign !== undefined) pending |= layerBits.width;
      pieces.push({ text: folded, start, end: offset, layers: glyph.layers | pending });
      pending = 0;
    }
  }
  return assemble(pieces);
};

/** The layers of a stretch of the folded text, all together. */
export const layersBetween = (plain: PlainText, start: number, end: number): number => {
  let bits = 0;
  for (let index = start; index < end; index += 1) bits |= plain.layers[index] ?? 0;
  return bits;
};
