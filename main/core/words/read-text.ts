import { kinds } from './character-kinds.ts';
import { type Characters, type Glyph, isFlagLetter, type Unit } from './characters.ts';
import { layerBits } from './layers.ts';
import { couldMask } from './masks.ts';
import type { Splits } from './split-characters.ts';
import {
  emptyView,
  gapKinds,
  makeRoom,
  type TextView,
  TOO_WIDE,
  unitFlags,
  WIDEST_GAP,
} from './text-view.ts';

const JOINTS = new Set([0x2d, 0x2f, 0x26]);

const gapBit = ({ kind, units }: Glyph): number => {
  const code = units[0]?.fine ?? 0;
  if (code === 0x2e) return gapKinds.dot;
  if (JOINTS.has(code)) return gapKinds.joint;
  if (kind === kinds.space) return gapKinds.space;
  if (kind === kinds.digit) return gapKinds.digit;
  if (kind === kinds.stop) return gapKinds.stop;
  if (kind === kinds.apostrophe) return gapKinds.apostrophe;
  return kind === kinds.emoji ? gapKinds.emoji : gapKinds.sign;
};

export type ViewMode = {
  /** Reads signs such as `@` and `$` as letters. */
  readonly signs?: boolean;
  /** Puts characters together that are written as their parts. */
  readonly splits?: boolean;
  /** Reads digits after a character of Chinese as separators. */
  readonly digitGaps?: boolean;
};

/** Reads as what it shows, without being a sign that stands for it. */
const isLetterInFrame = ({ standsFor }: Glyph, codePoint: number): boolean =>
  isFlagLetter(codePoint) || standsFor?.kind === kinds.unspaced;

const ZERO_WIDTH_JOINER = 0x200d;

const noSplits: Splits = () => undefined;

/** Makes a reader that fills one view again and again. The view is valid until the next call. */
export const createTextReader = (characters: Characters, splits: Splits = noSplits) => {
  const view = emptyView(256);
  let gapSize = 0;
  let gapKind = 0;
  let gapCount = 0;
  let lastSeparator = -1;
  let before = 0;
  let lastCodePoint = -1;
  let digitAfterHan = false;

  const push = (unit: Unit, glyph: Glyph, start: number, end: number, flags: number): void => {
    const index = view.length;
    if (index === view.fine.length) makeRoom(view);
    view.fine[index] = unit.fine;
    view.own[index] = unit.own;
    view.kind[index] = unit.kind;
    view.start[index] = start;
    view.end[index] = end;
    view.layers[index] = glyph.layers;
    view.before[index] = before;
    view.gapSize[index] = gapCount > WIDEST_GAP ? TOO_WIDE : gapSize;
    view.gapKind[index] = gapKind;
    view.flags[index] = flags;
    view.length = index + 1;
    if (view.runs === 0 || view.runKey[view.runs - 1] !== unit.coarse) {
      view.runStart[view.runs] = index;
      view.runKey[view.runs] = unit.coarse;
      view.runs += 1;
    }
    gapSize = 0;
    gapKind = 0;
    gapCount = 0;
    lastSeparator = -1;
    before = 0;
  };

  const separate = (glyph: Glyph, codePoint: number): void => {
    gapCount += 1;
    gapKind |= gapBit(glyph);
    if (codePoint === lastSeparator || lastCodePoint === ZERO_WIDTH_JOINER) return;
    if (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) return;
    gapSize += 1;
    lastSeparator = codePoint;
  };

  const drop = (glyph: Glyph, end: number): void => {
    const last = view.length - 1;
    if (glyph.kind === kinds.mark && last >= 0 && gapCount === 0) {
      view.layers[last] = (view.layers[last] ?? 0) | glyph.layers;
      view.end[last] = end;
    } else if (gapCount === 0) before |= glyph.layers;
  };

  const replaceLast = ({ fine, own, kind, coarse }: Unit, end: number, layers: number): void => {
    const last = view.length - 1;
    view.fine[last] = fine;
    view.own[last] = own;
    view.kind[last] = kind;
    view.end[last] = end;
    view.layers[last] = (view.layers[last] ?? 0) | layers;
    replaceRunKey(last, coarse);
  };

  /** か + voiced mark, or Hangul consonant + vowel: one character, as if it had been typed whole. */
  const join = (glyph: Glyph, codePoint: number, end: number): boolean => {
    const last = view.length - 1;
    if (!glyph.joins || last < 0 || gapCount > 0) return false;
    const mark = String.fromCodePoint(codePoint).normalize('NFKC');
    const whole = (String.fromCodePoint(view.own[last] ?? 0) + mark).normalize('NFC');
    const joined = whole.codePointAt(0) ?? 0;
    if (whole.length !== String.fromCodePoint(joined).length) return false;
    replaceLast(characters.unit(joined), end, layerBits.width);
    return true;
  };
  const replaceRunKey = (last: number, key: number): void => {
    const run = view.runs - 1;
    if (view.runStart[run] === last) {
      view.runKey[run] = key;
      if (run > 0 && view.runKey[run - 1] === key) view.runs -= 1;
    } else if (view.runKey[run] !== key) {
      view.runStart[view.runs] = last;
      view.runKey[view.runs] = key;
      view.runs += 1;
    }
  };

  /** 弓 + 虽: notes that it could be one character, and makes it one where the mode asks for it. */
  const unite = (glyph: Glyph, end: number, mode: ViewMode): boolean => {
    const last = view.length - 1;
    const unit = glyph.units[0];
    if (last < 0 || gapCount > 0 || unit === undefined) return false;
    const whole = splits(view.fine[last] ?? 0, unit.fine);
    if (whole === undefined) return false;
    view.hasSplits = true;
    if (mode.splits !== true) return false;
    replaceLast(characters.unit(whole), end, layerBits.split);
    return true;
  };

  const write = (glyph: Glyph, start: number, end: number): void => {
    const flags = (glyph.upper ? unitFlags.upper : 0) | (glyph.faux ? unitFlags.faux : 0);
    for (const unit of glyph.units) push(unit, glyph, start, end, flags);
  };

  const noteSigns = (glyph: Glyph, previous: Glyph | undefined): void => {
    if (glyph.standsFor?.kind === kinds.unspaced) view.hasSigns = true;
    if (previous === undefined) return;
    noteDigits(glyph, previous);
    const afterLetter = previous.kind >= kinds.letter;
    if (glyph.standsFor !== undefined && (afterLetter || previous.standsFor !== undefined))
      view.hasSigns = true;
    if (previous.standsFor !== undefined && glyph.kind >= kinds.letter) view.hasSigns = true;
    if (afterLetter && couldMask(glyph)) view.hasMasks = true;
  };

  const isAfterHan = ({ kind }: Glyph): boolean =>
    kind === kinds.digit && view.length > 0 && view.kind[view.length - 1] === kinds.unspaced;

  const noteDigits = (glyph: Glyph, previous: Glyph): void => {
    if (glyph.kind === kinds.digit) digitAfterHan ||= previous.kind === kinds.unspaced;
    else {
      if (digitAfterHan && glyph.kind === kinds.unspaced) view.hasDigitGaps = true;
      digitAfterHan = false;
    }
  };

  const take = (glyph: Glyph, codePoint: number, start: number, end: number, mode: ViewMode): void => {
    if (glyph.joins && join(glyph, codePoint, end)) return;
    if (mode.digitGaps === true && isAfterHan(glyph)) {
      separate(glyph, codePoint);
      return;
    }
    if (glyph.kind <= kinds.mark) drop(glyph, end);
    else takeVisible(glyph, codePoint, start, end, mode);
  };

  const takeVisible = (glyph: Glyph, codePoint: number, start: number, end: number, mode: ViewMode): void => {
    if (glyph.kind >= kinds.unspaced) {
      if (glyph.kind !== kinds.unspaced || !unite(glyph, end, mode)) write(glyph, start, end);
    } else if (mode.signs === true && glyph.standsFor !== undefined)
      push(glyph.standsFor, glyph, start, end, isLetterInFrame(glyph, codePoint) ? 0 : unitFlags.sign);
    else separate(glyph, codePoint);
  };

  const read = (text: string, mode: ViewMode): TextView => {
    view.length = 0;
    view.runs = 0;
    view.hasSigns = false;
    view.hasMasks = false;
    view.hasSplits = false;
    view.hasDigitGaps = false;
    digitAfterHan = false;
    gapSize = 0;
    gapKind = 0;
    gapCount = 0;
    lastSeparator = -1;
    before = 0;
    lastCodePoint = -1;
    let previous: Glyph | undefined;
    for (let offset = 0; offset < text.length; ) {
      const codePoint = text.codePointAt(offset) ?? 0;
      const end = offset + (codePoint > 0xffff ? 2 : 1);
      const glyph = characters.glyph(codePoint);
      noteSigns(glyph, previous);
      take(glyph, codePoint, offset, end, mode);
      if (glyph.kind > kinds.mark) previous = glyph;
      lastCodePoint = codePoint;
      offset = end;
    }
    return view;
  };
  return { read };
};
export type TextReader = ReturnType<typeof createTextReader>;
