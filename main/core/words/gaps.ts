import type { Alignment } from './align.ts';
import { kinds } from './character-kinds.ts';
import { layerBits } from './layers.ts';
import { isNeighbourWord, isPlainWhenJoined } from './run-together.ts';
import { gapKinds, type TextView, unitFlags } from './text-view.ts';
import type { WordSegments } from './word-segments.ts';
import { type WordShape, wordGaps } from './word-shape.ts';

export const REJECTED = -1;

type Gap = { readonly at: number; readonly kind: number };

/** What the separators inside a match look like. */
type Found = {
  readonly unexpected: readonly Gap[];
  /** A space of the word that the text leaves out between two Latin words. */
  readonly joined: boolean;
  /** A comma or the like where the word has a space. */
  readonly clause: boolean;
  readonly impossible: boolean;
};

const findGaps = (shape: WordShape, view: TextView, match: Alignment, maxGap: number): Found => {
  const unexpected: Gap[] = [];
  let joined = false;
  let clause = false;
  let impossible = false;
  for (let at = match.from + 1; at <= match.to; at += 1) {
    const wanted = match.word[at] ?? 0;
    const ownGap = wanted === match.word[at - 1] ? wordGaps.none : shape.gap[wanted];
    const size = view.gapSize[at] ?? 0;
    const kind = view.gapKind[at] ?? 0;
    if (size > maxGap || (ownGap !== wordGaps.none && endsSentence(kind))) impossible = true;
    if (ownGap === wordGaps.space && (kind & gapKinds.stop) !== 0) clause = true;
    if (size > 0 && ownGap === wordGaps.none) unexpected.push({ at, kind });
    if (size === 0 && ownGap === wordGaps.space && latinBetween(view, at) && !isHump(view, at)) joined = true;
  }
  return { unexpected, joined, clause, impossible };
};

/** A stop and a space: the sentence or clause is over. */
const endsSentence = (kind: number): boolean =>
  (kind & gapKinds.space) !== 0 && (kind & (gapKinds.stop | gapKinds.dot)) !== 0;

const latinBetween = (view: TextView, at: number): boolean =>
  view.kind[at] !== kinds.unspaced && view.kind[at - 1] !== kinds.unspaced;

const isHump = (view: TextView, at: number): boolean =>
  ((view.flags[at] ?? 0) & unitFlags.upper) !== 0 && ((view.flags[at - 1] ?? 0) & unitFlags.upper) === 0;

/** True where every stretch between two gaps is one character of the word (`f u uu c k`). */
const isSpelledOut = (view: TextView, match: Alignment): boolean => {
  for (let at = match.from + 1; at <= match.to; at += 1)
    if ((view.gapSize[at] ?? 0) === 0 && match.word[at] !== match.word[at - 1]) return false;
  return true;
};

/** A lone letter beside the match, set apart like the letters in it: the match is a piece of a longer spelling. */
const loneLetterBefore = (view: TextView, from: number): boolean => {
  const before = from - 1;
  if (before < 0 || view.kind[before] !== kinds.letter || (view.gapSize[from] ?? 0) > 1) return false;
  if (before > 0 && (view.gapSize[before] ?? 0) === 0 && view.kind[before - 1] === kinds.letter) return false;
  // "a" and "I" are words.
  return view.own[before] !== 0x61 && view.own[before] !== 0x69;
};

const loneLetterAfter = (view: TextView, to: number): boolean => {
  const after = to + 1;
  if (after >= view.length || view.kind[after] !== kinds.letter || (view.gapSize[after] ?? 0) > 1)
    return false;
  const next = after + 1;
  return next >= view.length || (view.gapSize[next] ?? 0) > 0 || view.kind[next] !== kinds.letter;
};

/** `a s s ist`: the rest of a word that was pulled apart, and not `w t f is this`. */
const wordGoesOn = (view: TextView, to: number): boolean => {
  const after = to + 1;
  const near =
    after + 1 < view.length && view.gapSize[after] === 1 && view.gapKind[after] === view.gapKind[to];
  return near && view.kind[after] === kinds.letter && !isNeighbourWord(view, after);
};

const besideChinese = (view: TextView, { from, to }: Alignment): boolean =>
  (from > 0 && view.kind[from - 1] === kinds.unspaced && (view.gapSize[from] ?? 0) <= 1) ||
  (to + 1 < view.length && view.kind[to + 1] === kinds.unspaced && (view.gapSize[to + 1] ?? 0) <= 1);

const judgeSpelledOut = (shape: WordShape, view: TextView, match: Alignment): number => {
  if (loneLetterBefore(view, match.from)) return REJECTED;
  if (shape.kind[0] === kinds.digit && shape.length < 5) return REJECTED;
  if (shape.length < 3) {
    const alone = !loneLetterAfter(view, match.to) && match.to === match.from + 1;
    const kind = view.gapKind[match.to] ?? 0;
    // `s.b` may be initials; among Chinese it is not.
    const natural =
      kind === gapKinds.dot ? !besideChinese(view, match) : (kind & ~(gapKinds.sign | gapKinds.emoji)) !== 0;
    return alone && !natural ? layerBits.spacing : layerBits['loose-spacing'];
  }
  return shape.length === 3 && (loneLetterAfter(view, match.to) || wordGoesOn(view, match.to))
    ? layerBits['loose-spacing']
    : layerBits.spacing;
};

const judgeOwnGaps = (shape: WordShape, joined: boolean, clause: boolean): number => {
  if (clause) return layerBits['loose-spacing'];
  if (!joined) return 0;
  return layerBits[isPlainWhenJoined(shape) ? 'run-together' : 'loose-spacing'];
};

/** Two halves of a word this long do not meet at a dot or a hyphen by chance (`tele.gram`, `view-bot`). */
const LONG = 5;

/** Letters and digits: innocent words meet across spaces all the time ("his hit"), rarely across signs. */
const judgeLatin = (shape: WordShape, view: TextView, match: Alignment, gaps: readonly Gap[]): number => {
  if (isSpelledOut(view, match)) return judgeSpelledOut(shape, view, match);
  const natural = gaps.some(({ kind }) => (kind & ~(gapKinds.sign | gapKinds.emoji)) !== 0);
  if (shape.length >= LONG && gaps.every(({ kind }) => kind === gapKinds.dot || kind === gapKinds.joint))
    return layerBits.spacing;
  if (!natural) return shape.length >= 4 ? layerBits.spacing : layerBits['loose-spacing'];
  const apostrophe = gaps.some(({ kind }) => (kind & gapKinds.apostrophe) !== 0);
  const afterApostrophe = ((view.gapKind[match.from] ?? 0) & gapKinds.apostrophe) !== 0;
  const sentence = gaps.some(({ at, kind }) => (kind & gapKinds.space) !== 0 && (view.gapSize[at] ?? 0) > 1);
  if (apostrophe || afterApostrophe || sentence || shape.length < 4 || gaps.length > 2) return REJECTED;
  return shape.kind[0] === kinds.digit ? REJECTED : layerBits['loose-spacing'];
};

/** Signs that nobody puts between two clauses. */
const SIGNS = gapKinds.sign | gapKinds.dot | gapKinds.joint;

/** How far around a match the neighbouring characters are looked at for words. */
const CONTEXT = 6;

const touching = (view: TextView, at: number): boolean =>
  (view.gapSize[at] ?? 0) === 0 && view.kind[at] === kinds.unspaced && view.kind[at - 1] === kinds.unspaced;

/** Digits between the characters: 六1合2彩 counts nothing, 加3群 may. */
const judgeDigits = (view: TextView, match: Alignment, gaps: readonly Gap[]): number => {
  if (gaps.every(({ kind }) => (kind & gapKinds.digit) === 0)) return 0;
  return layerBits[gaps.length > 1 && isSpelledOut(view, match) ? 'spacing' : 'loose-spacing'];
};

const endsClause = ({ kind }: Gap): boolean => (kind & gapKinds.stop) !== 0 || endsSentence(kind);

const onlySigns = (gaps: readonly Gap[]): boolean => gaps.every(({ kind }) => kind === gapKinds.sign);

/** One gap with two or more characters on both sides: the clauses of a sentence as well as the halves of a phrase. */
const partsPhrase = ({ from, to }: Alignment, gaps: readonly Gap[]): boolean => {
  const [first, second] = gaps;
  return first !== undefined && second === undefined && first.at - from >= 2 && to + 1 - first.at >= 2;
};

export type GapJudge = (text: string, shape: WordShape, view: TextView, match: Alignment) => number;

/** Decides whether separators inside a match are a trick, and how sure that is: a layer, 0 or {@link REJECTED}. */
export const createGapJudge = (segments: WordSegments, maxGap: number): GapJudge => {
  const cutsWordBefore = (text: string, view: TextView, from: number, firstGap: number): boolean => {
    let start = from;
    while (start > 0 && from - start < CONTEXT && touching(view, start)) start -= 1;
    if (start === from) return false;
    const offset = view.start[start] ?? 0;
    const chunk = text.slice(offset, view.end[firstGap - 1]);
    return segments.crosses(chunk, (view.start[from] ?? 0) - offset);
  };
  const cutsWordAfter = (text: string, view: TextView, to: number, lastGap: number): boolean => {
    let end = to;
    while (end + 1 < view.length && end - to < CONTEXT && touching(view, end + 1)) end += 1;
    if (end === to) return false;
    const offset = view.start[lastGap] ?? 0;
    return segments.crosses(text.slice(offset, view.end[end]), (view.end[to] ?? 0) - offset);
  };
  const standsAlone = (view: TextView, match: Alignment): boolean =>
    (match.from === 0 || !touching(view, match.from)) &&
    (match.to + 1 >= view.length || !touching(view, match.to + 1));

  /** Whether the stop inside may be the end of a clause that the match is no part of. */
  const mayPart = (shape: WordShape, view: TextView, match: Alignment, gaps: readonly Gap[]): boolean =>
    shape.length === 2 ? !standsAlone(view, match) : partsPhrase(match, gaps);

  /** Chinese: a clause may end with the first character of a word and the next begin with its second. */
  const judgeChinese = (
    text: string,
    shape: WordShape,
    view: TextView,
    match: Alignment,
    gaps: readonly Gap[],
  ) => {
    const signs = gaps.every(({ kind }) => (kind & ~SIGNS) === 0);
    const cuts =
      Number(cutsWordBefore(text, view, match.from, gaps[0]?.at ?? 0)) +
      Number(cutsWordAfter(text, view, match.to, gaps.at(-1)?.at ?? 0));
    const stops = gaps.some(endsClause);
    const digits = judgeDigits(view, match, gaps);
    if (cuts > 0 && (stops || digits !== 0)) return REJECTED;
    if (digits !== 0) return digits;
    if (cuts === 2) return onlySigns(gaps) ? layerBits['loose-spacing'] : REJECTED;
    if (cuts === 1 && !signs) return layerBits['loose-spacing'];
    return stops && mayPart(shape, view, match, gaps) ? layerBits['loose-spacing'] : layerBits.spacing;
  };

  return (text, shape, view, match) => {
    const { unexpected, joined, clause, impossible } = findGaps(shape, view, match, maxGap);
    if (impossible) return REJECTED;
    if (unexpected.length === 0) return judgeOwnGaps(shape, joined, clause);
    const latin = unexpected.every(({ at }) => latinBetween(view, at));
    return latin
      ? judgeLatin(shape, view, match, unexpected)
      : judgeChinese(text, shape, view, match, unexpected);
  };
};
