import {
  decorationPattern,
  invisiblePattern,
  isWritten,
  joiningPattern,
  type Kind,
  keptWholePattern,
  kindOfFolded,
  kinds,
} from './character-kinds.ts';
import { layerBits } from './layers.ts';
import { createClassTable } from './look-alike-classes.ts';
import { createLookAlikes } from './look-alike-letters.ts';
import { createTraditionalTable } from './traditional.ts';

/** One character after folding. */
export type Unit = {
  /** The folded code point. */
  readonly fine: number;
  /** Names the class of characters that can stand for each other. */
  readonly coarse: number;
  readonly kind: Kind;
  /** Lower case in its own script, to tell a real look-alike from its own letter. */
  readonly own: number;
};

/** One code point of the original text and what it folds to. */
export type Glyph = {
  readonly kind: Kind;
  /** Empty for what is dropped. */
  readonly units: readonly Unit[];
  /** Layers that the folding used. */
  readonly layers: number;
  /** For a sign that can stand for a letter: that letter. */
  readonly standsFor: Unit | undefined;
  /** Takes the voiced mark or the Hangul vowel before it into one character. */
  readonly joins: boolean;
  readonly upper: boolean;
  /** Resembles a Latin letter only among Latin letters. */
  readonly faux: boolean;
};

/** Emoji that are letters in a frame stay letters; these two are text that NFKD would turn into letters. */
const NEVER_LETTERS = new Set([0x2122, 0x2120]);

/** 🉐, 🈚, ㊙, ㊣: a character in a frame, which decorates as often as it is read. */
const FRAMED = /^[\u{1F202}-\u{1F23B}\u{1F240}-\u{1F248}\u{1F250}\u{1F251}㊗㊙㊣]$/u;

/** Any script's decimal digit as ASCII; the blocks of ten start at zero. */
const asciiDigit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || !/^\p{Nd}$/u.test(character)) return character;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
};

/** Regional indicators: two make a flag, a row of them can spell a word. */
export const isFlagLetter = (codePoint: number): boolean => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

const isUpperCase = (character: string): boolean => {
  const plain = character.normalize('NFKC');
  return plain !== plain.toLowerCase();
};

/** Takes letters and their marks apart, but leaves kana and Hangul whole. */
const takeApart = (composed: string, form: 'NFD' | 'NFKD'): string =>
  [...composed].map((part) => (keptWholePattern.test(part) ? part : part.normalize(form))).join('');

const EMPTY: readonly Unit[] = [];
const MOST_RARE = 20_000;

export type Characters = {
  readonly glyph: (codePoint: number) => Glyph;
  /** Folds a character that several code points made together. */
  readonly unit: (codePoint: number) => Unit;
};

type Folding = { units: Unit[]; layers: number };

/** Builds the folding of single code points; every code point is worked out once, when it is first seen. */
export const createCharacters = (): Characters => {
  const lookAlikes = createLookAlikes();
  const traditional = createTraditionalTable();
  const classes = createClassTable();

  const unitOf = (fine: number, own: number): Unit => ({
    fine,
    own,
    coarse: classes.get(fine) ?? fine,
    kind: kindOfFolded(String.fromCodePoint(fine)),
  });

  const foldOne = (character: string, folding: Folding): void => {
    if (decorationPattern.test(character) || invisiblePattern.test(character)) {
      folding.layers |= layerBits.marks;
      return;
    }
    const lower = character.toLowerCase();
    // Only the first part: İ becomes i and a dot that is dropped.
    const first = lower === character ? character : String.fromCodePoint(lower.codePointAt(0) ?? 0);
    const own = first.codePointAt(0) ?? 0;
    const latin = lookAlikes.letters.get(character.codePointAt(0) ?? 0) ?? lookAlikes.letters.get(own);
    if (first !== character) folding.layers |= layerBits.case;
    if (latin !== undefined) {
      folding.layers |= layerBits['look-alikes'];
      folding.units.push(unitOf(latin, own));
      return;
    }
    const digit = asciiDigit(first);
    if (digit !== first) folding.layers |= layerBits.width;
    const simplified = traditional.get(own);
    if (simplified !== undefined) folding.layers |= layerBits.traditional;
    folding.units.push(unitOf(simplified ?? digit.codePointAt(0) ?? 0, own));
  };

  const fold = (character: string): Folding => {
    const folding: Folding = { units: [], layers: 0 };
    if (lookAlikes.letters.has(character.codePointAt(0) ?? 0)) {
      foldOne(character, folding);
      return folding;
    }
    const whole = takeApart(character.normalize('NFKC'), 'NFKD');
    const canonical = takeApart(character.normalize('NFC'), 'NFD');
    if (whole !== canonical) folding.layers |= layerBits.width;
    for (const part of whole === 'ß' || whole === 'ẞ' ? 'ss' : whole) foldOne(part, folding);
    if (folding.units.some((unit) => isWritten(unit.kind)))
      folding.units = folding.units.filter((unit) => isWritten(unit.kind));
    return folding;
  };

  const plainSign = (codePoint: number, kind: Kind): Glyph => {
    const letter = lookAlikes.signs.get(codePoint);
    return {
      kind,
      units: [{ fine: codePoint, coarse: codePoint, kind, own: codePoint }],
      layers: isFlagLetter(codePoint) ? layerBits['look-alikes'] : 0,
      standsFor: letter === undefined ? undefined : unitOf(letter, codePoint),
      joins: false,
      upper: false,
      faux: false,
    };
  };
  const dropped = (kind: Kind, layers: number): Glyph => ({
    ...plainSign(0, kind),
    units: EMPTY,
    layers,
    standsFor: undefined,
  });

  /** Stands between characters like any emoji; the second reading takes it for the character in its frame. */
  const framed = (codePoint: number): Glyph => {
    const inside = [...String.fromCodePoint(codePoint).normalize('NFKC')].find((part) =>
      isWritten(kindOfFolded(part)),
    );
    const simplified = traditional.get(inside?.codePointAt(0) ?? 0) ?? inside?.codePointAt(0) ?? codePoint;
    return {
      ...plainSign(codePoint, kinds.emoji),
      layers: layerBits.width,
      standsFor: unitOf(simplified, codePoint),
    };
  };

  const make = (codePoint: number): Glyph => {
    const character = String.fromCodePoint(codePoint);
    if (FRAMED.test(character)) return framed(codePoint);
    const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (surrogate || NEVER_LETTERS.has(codePoint) || lookAlikes.signs.has(codePoint))
      return plainSign(codePoint, surrogate ? kinds.sign : kindOfFolded(character));
    if (invisiblePattern.test(character)) return dropped(kinds.invisible, layerBits.invisible);
    if (decorationPattern.test(character))
      return { ...dropped(kinds.mark, layerBits.marks), joins: joiningPattern.test(character) };
    const folding = fold(character);
    const kind = folding.units[0]?.kind;
    if (kind === undefined) {
      const joins = joiningPattern.test(character.normalize('NFKC'));
      return { ...dropped(kinds.mark, layerBits.marks), joins };
    }
    const narrow = folding.units[0]?.fine ?? 0;
    return {
      kind,
      units: folding.units,
      layers: folding.layers,
      standsFor: lookAlikes.signs.has(narrow) ? unitOf(lookAlikes.signs.get(narrow) ?? 0, narrow) : undefined,
      joins: joiningPattern.test(character.normalize('NFKC')),
      upper: isUpperCase(character),
      faux: folding.units.some((unit) => lookAlikes.faux.has(unit.own)) || lookAlikes.faux.has(codePoint),
    };
  };

  const plane = new Array<Glyph | undefined>(0x10000);
  const beyond = new Map<number, Glyph>();
  const remember = (codePoint: number, made: Glyph): void => {
    if (codePoint < 0x10000) plane[codePoint] = made;
    else beyond.set(codePoint, made);
    // A flood of rare characters must not fill the memory.
    if (beyond.size > MOST_RARE) beyond.clear();
  };
  const glyph = (codePoint: number): Glyph => {
    const known = codePoint < 0x10000 ? plane[codePoint] : beyond.get(codePoint);
    if (known !== undefined) return known;
    const made = make(codePoint);
    remember(codePoint, made);
    return made;
  };
  return { glyph, unit: (codePoint) => glyph(codePoint).units[0] ?? unitOf(codePoint, codePoint) };
};
