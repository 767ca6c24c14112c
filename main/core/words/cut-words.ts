import { kinds } from './character-kinds.ts';
import { REJECTED } from './gaps.ts';
import { layerBits } from './layers.ts';
import type { TextView } from './text-view.ts';
import type { WordSegments } from './word-segments.ts';

/** How far around a match the neighbouring characters are looked at for words. */
const CONTEXT = 8;

type Stretch = { readonly from: number; readonly to: number };

const touching = (view: TextView, at: number): boolean =>
  (view.gapSize[at] ?? 0) === 0 &&
  (view.before[at] ?? 0) === 0 &&
  view.kind[at] === kinds.unspaced &&
  view.kind[at - 1] === kinds.unspaced;

/** The characters on both sides of an edge make a word: only then a word can lie over it. */
const mayCut = (segments: WordSegments, view: TextView, at: number): boolean =>
  at > 0 &&
  at < view.length &&
  touching(view, at) &&
  segments.isPair(view.own[at - 1] ?? 0, view.own[at] ?? 0);

export type CutJudge = (text: string, view: TextView, match: Stretch) => number;

/**
 * Chinese words stand without spaces, so the end of one and the beginning of the next can spell a third: 徽信 in
 * 安徽信号. A match that cuts a word of the language at both edges is such a meeting and no match; one that cuts a word
 * at one edge is doubtful. A word that holds the whole match (微信 in 微信号) cuts nothing.
 */
export const createCutJudge =
  (segments: WordSegments): CutJudge =>
  (text, view, { from, to }) => {
    if (!mayCut(segments, view, from) && !mayCut(segments, view, to + 1)) return 0;
    let first = from;
    while (first > 0 && from - first < CONTEXT && touching(view, first)) first -= 1;
    let last = to;
    while (last + 1 < view.length && last - to < CONTEXT && touching(view, last + 1)) last += 1;
    const offset = view.start[first] ?? 0;
    const chunk = text.slice(offset, view.end[last]);
    const start = (view.start[from] ?? 0) - offset;
    const end = (view.end[to] ?? 0) - offset;
    const cuts = segments.cuts(chunk, start, end);
    // 洗钱|包 and 洗|钱包: either may be meant.
    if (cuts === 0) return to - from <= 2 && segments.shares(chunk, start, end) ? layerBits['cut-word'] : 0;
    return cuts === 2 ? REJECTED : layerBits['cut-word'];
  };
