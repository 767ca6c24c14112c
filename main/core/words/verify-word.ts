import { type Alignment, createAligner } from './align.ts';
import { kinds } from './character-kinds.ts';
import type { CompareUnits } from './compare-units.ts';
import type { CutJudge } from './cut-words.ts';
import { type GapJudge, REJECTED } from './gaps.ts';
import { judgeHyphens } from './hyphens.ts';
import { layerBits } from './layers.ts';
import { isRunTogether, mayRunTogether } from './run-together.ts';
import { type TextView, unitFlags } from './text-view.ts';
import type { WordShape } from './word-shape.ts';

/** A word found in a text: UTF-16 offsets into the original, and the layers it took. */
export type Found = { readonly start: number; readonly end: number; readonly bits: number };

/** English doubles these letters in ordinary spelling, so one more of them is no sign of a trick ("god", "good"). */
const NATURAL_DOUBLES = new Set([...'bcdefglmnoprstz'].map((letter) => letter.charCodeAt(0)));

const standInBits = layerBits.digits | layerBits.numerals;

type Sum = { bits: number; real: number; foreign: number; latin: number; faux: boolean };

/** Repeated characters, or {@link REJECTED} where the doubling is ordinary spelling or makes another number. */
const judgeRepeats = (shape: WordShape, view: TextView, match: Alignment): number => {
  let repeated = 0;
  let doubtful = 0;
  for (let at = match.from + 1; at <= match.to; at += 1) {
    const wanted = match.word[at] ?? 0;
    if (wanted !== match.word[at - 1]) continue;
    if (shape.kind[wanted] === kinds.digit) return REJECTED;
    repeated += 1;
    const after = at + 1 < view.length && view.fine[at + 1] === view.fine[at];
    const third = after || (at > 1 && view.fine[at - 2] === view.fine[at]);
    if (!third && NATURAL_DOUBLES.has(shape.fine[wanted] ?? 0)) doubtful += 1;
  }
  if (repeated === 0) return 0;
  return repeated === 1 && doubtful === 1 ? REJECTED : layerBits.repeats;
};

/** Digits and signs for letters: at least half of the word must be there as itself; of numerals, one character. */
const judgeStandIns = (shape: WordShape, sum: Sum): number => {
  if ((sum.bits & standInBits) === 0 || sum.real * 2 >= shape.length) return 0;
  if ((sum.bits & layerBits.digits) === 0 && sum.real > 0) return 0;
  return shape.length >= 4 && sum.real >= 1 ? layerBits['loose-digits'] : REJECTED;
};

/** Greek to Cherokee, Coptic, Lisu, and Cherokee's small letters: scripts with their own readers. */
const isForeign = (own: number): boolean =>
  (own >= 0x370 && own < 0x1d00) ||
  (own >= 0x2c80 && own < 0x2e00) ||
  (own >= 0xa4d0 && own < 0xa6a0) ||
  (own >= 0xab70 && own < 0xabc0);

/** A letter that looks like no Latin one beside the match: the text is really written in that script. */
const hasForeignNeighbours = (view: TextView, match: Alignment): boolean => {
  for (let at = 0; at < view.length; at += 1) {
    if (at >= match.from && at <= match.to) continue;
    if (view.kind[at] !== kinds.letter || !isForeign(view.own[at] ?? 0)) continue;
    const resembles = ((view.layers[at] ?? 0) & layerBits['look-alikes']) !== 0;
    if (!resembles || ((view.flags[at] ?? 0) & unitFlags.faux) !== 0) return true;
  }
  return false;
};

const judgeScript = (view: TextView, match: Alignment, sum: Sum): number => {
  if (sum.foreign === 0 || sum.latin > 0) return 0;
  return sum.faux || hasForeignNeighbours(view, match) ? layerBits['foreign-script'] : 0;
};

const addUp = (compare: CompareUnits, shape: WordShape, view: TextView, match: Alignment): Sum => {
  const sum: Sum = { bits: 0, real: 0, foreign: 0, latin: 0, faux: false };
  for (let at = match.from; at <= match.to; at += 1) {
    const wanted = match.word[at] ?? 0;
    const bits = compare(shape, wanted, view, at);
    sum.bits |= bits;
    if (at > match.from) sum.bits |= view.before[at] ?? 0;
    if ((bits & standInBits) === 0 && (at === match.from || wanted !== match.word[at - 1])) sum.real += 1;
    if ((bits & layerBits['look-alikes']) !== 0) {
      sum.foreign += 1;
      if (((view.flags[at] ?? 0) & unitFlags.faux) !== 0) sum.faux = true;
    } else if (view.kind[at] === kinds.letter) sum.latin += 1;
  }
  return sum;
};

/** `word`: as its language has it; `anywhere`: also inside other words; `allowed`: a harmless word. */
export type Fit = 'word' | 'anywhere' | 'allowed';

export type VerifyWord = (
  text: string,
  shape: WordShape,
  view: TextView,
  endRun: number,
  fit: Fit,
) => Found | undefined;

export type Judges = { readonly gaps: GapJudge; readonly cuts: CutJudge };

/** Turns a candidate of the automaton into a match with its exact place and layers, or refuses it. */
export const createVerifyWord = (compare: CompareUnits, judges: Judges): VerifyWord => {
  const aligner = createAligner(compare);

  /** Layers of how the word is written, without what is around it. */
  const judgeSpelling = (text: string, shape: WordShape, view: TextView, match: Alignment): number => {
    if (text.slice(view.start[match.from], view.end[match.to]) === shape.written) return 0;
    const sum = addUp(compare, shape, view, match);
    const verdicts = [
      judgeRepeats(shape, view, match),
      judgeStandIns(shape, sum),
      judgeScript(view, match, sum),
    ];
    if (verdicts.includes(REJECTED)) return REJECTED;
    const gaps = judges.gaps(text, shape, view, match);
    return gaps === REJECTED ? REJECTED : verdicts.reduce((all, verdict) => all | verdict, sum.bits | gaps);
  };

  const verifyRunTogether = (text: string, shape: WordShape, view: TextView, endRun: number) => {
    if (!mayRunTogether(shape)) return undefined;
    const match = aligner.align(shape, view, endRun, true);
    if (match === undefined || !isRunTogether(shape, view, match.from, match.to)) return undefined;
    const bits = judgeSpelling(text, shape, view, match);
    if (bits === REJECTED || (bits & GAPPED) !== 0) return undefined;
    return foundAt(view, match, bits | layerBits['run-together']);
  };

  return (text, shape, view, endRun, fit) => {
    const match = aligner.align(shape, view, endRun, fit === 'anywhere');
    if (match === undefined) return fit === 'word' ? verifyRunTogether(text, shape, view, endRun) : undefined;
    const spelling = judgeSpelling(text, shape, view, match);
    if (spelling === REJECTED) return undefined;
    if (fit !== 'word') return foundAt(view, match, spelling);
    const cuts = (spelling & GAPPED) === 0 ? judges.cuts(text, view, match) : 0;
    if (cuts === REJECTED) return undefined;
    return foundAt(view, match, spelling | cuts | judgeHyphens(shape, view, match));
  };
};

const GAPPED = layerBits.spacing | layerBits['loose-spacing'];

const foundAt = (view: TextView, { from, to }: Alignment, bits: number): Found => ({
  start: view.start[from] ?? 0,
  end: view.end[to] ?? 0,
  bits,
});
