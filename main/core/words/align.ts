import { MIXED_EDGE, mayEnd, mayStart } from './boundaries.ts';
import { type Kind, kinds } from './character-kinds.ts';
import { type CompareUnits, DIFFERENT } from './compare-units.ts';
import type { TextView } from './text-view.ts';
import { kindAt, runEnd, type WordShape } from './word-shape.ts';

/** Which characters of the text are which of the word: `word[t]` for every t from `from` to `to`. */
export type Alignment = { from: number; to: number; word: Int32Array };

/** Edges of very long runs are searched this far. */
const REACH = 40;

const viewRunEnd = (view: TextView, run: number): number =>
  run + 1 < view.runs ? (view.runStart[run + 1] ?? view.length) : view.length;

/**
 * Lays the characters of one run of a word over the candidates of the automaton. A character of the text may repeat a
 * character of the word; at both ends the tightest fit that respects the word boundaries is taken.
 */
export const createAligner = (compare: CompareUnits) => {
  const result: Alignment = { from: 0, to: 0, word: new Int32Array(256) };

  /** Every written character from `from` to `to` (exclusive) must fit, in order, and use up all wanted ones. */
  const lay = (
    shape: WordShape,
    p0: number,
    p1: number,
    view: TextView,
    from: number,
    to: number,
  ): boolean => {
    let wanted = p0;
    for (let written = from; written < to; written += 1) {
      if (written > from && shouldAdvance(shape, wanted, p1, view, written, to)) wanted += 1;
      if (compare(shape, wanted, view, written) === DIFFERENT) return false;
      result.word[written] = wanted;
    }
    return wanted === p1 - 1;
  };

  const shouldAdvance = (
    shape: WordShape,
    wanted: number,
    p1: number,
    view: TextView,
    written: number,
    to: number,
  ): boolean => {
    if (wanted + 1 >= p1) return false;
    if (compare(shape, wanted + 1, view, written) === DIFFERENT) return false;
    const exact = shape.own[wanted + 1] === view.own[written] && shape.own[wanted] !== view.own[written];
    const stuck = compare(shape, wanted, view, written) === DIFFERENT;
    const plenty = to - written > p1 - 1 - wanted;
    return exact || stuck || !plenty || shape.own[wanted] === shape.own[wanted + 1];
  };

  const edgeKind = (shape: WordShape, index: number, anywhere: boolean): Kind | typeof MIXED_EDGE => {
    if (anywhere) return kinds.unspaced;
    return shape.mixed && shape.kind[index] === kinds.letter ? MIXED_EDGE : kindAt(shape, index);
  };

  const layFirst = (shape: WordShape, view: TextView, run: number, anywhere: boolean): boolean => {
    const start = view.runStart[run] ?? 0;
    const end = viewRunEnd(view, run);
    const wantedEnd = runEnd(shape, 0);
    const edge = edgeKind(shape, 0, anywhere);
    for (let from = end - wantedEnd; from >= Math.max(start, end - REACH); from -= 1) {
      if (mayStart(view, from, edge) && lay(shape, 0, wantedEnd, view, from, end)) {
        result.from = from;
        return true;
      }
    }
    return false;
  };

  const layLast = (shape: WordShape, view: TextView, run: number, anywhere: boolean): boolean => {
    const start = view.runStart[run] ?? 0;
    const end = viewRunEnd(view, run);
    const wantedStart = shape.runStart[shape.runs - 1] ?? 0;
    const edge = edgeKind(shape, shape.length - 1, anywhere);
    const shortest = start + shape.length - wantedStart;
    for (let to = shortest; to <= Math.min(end, start + REACH); to += 1) {
      if (mayEnd(view, to - 1, edge) && lay(shape, wantedStart, shape.length, view, start, to)) {
        result.to = to - 1;
        return true;
      }
    }
    return false;
  };

  const layOnly = (shape: WordShape, view: TextView, run: number, anywhere: boolean): boolean => {
    const start = view.runStart[run] ?? 0;
    const end = viewRunEnd(view, run);
    const first = edgeKind(shape, 0, anywhere);
    const last = edgeKind(shape, shape.length - 1, anywhere);
    for (let from = start; from < Math.min(end, start + REACH); from += 1) {
      if (!mayStart(view, from, first)) continue;
      for (let to = from + shape.length; to <= Math.min(end, from + REACH); to += 1) {
        if (!mayEnd(view, to - 1, last) || !lay(shape, 0, shape.length, view, from, to)) continue;
        result.from = from;
        result.to = to - 1;
        return true;
      }
    }
    return false;
  };

  /** Tries the word on the runs that end with `endRun`. The answer is valid until the next call. */
  const align = (
    shape: WordShape,
    view: TextView,
    endRun: number,
    anywhere: boolean,
  ): Alignment | undefined => {
    if (result.word.length < view.length) result.word = new Int32Array(view.fine.length);
    const firstRun = endRun - shape.runs + 1;
    if (shape.runs === 1) return layOnly(shape, view, endRun, anywhere) ? result : undefined;
    for (let run = 1; run + 1 < shape.runs; run += 1) {
      const written = firstRun + run;
      const from = view.runStart[written] ?? 0;
      if (!lay(shape, shape.runStart[run] ?? 0, runEnd(shape, run), view, from, viewRunEnd(view, written)))
        return undefined;
    }
    const fits = layFirst(shape, view, firstRun, anywhere) && layLast(shape, view, endRun, anywhere);
    return fits ? result : undefined;
  };
  return { align };
};
export type Aligner = ReturnType<typeof createAligner>;
