import type { Hit, VerdictLevel } from '../../../../main/contract/models/verdict.ts';

/** A stretch of a text, with the worst level of the hits that lie on it. */
export type Stretch = {
  readonly start: number;
  readonly text: string;
  readonly level: VerdictLevel | undefined;
};

const RANK: Readonly<Record<VerdictLevel, number>> = { clean: 0, flag: 1, hold: 2, block: 3 };

const worst = (hits: readonly Hit[], start: number, end: number): VerdictLevel | undefined => {
  let level: VerdictLevel | undefined;
  for (const hit of hits) {
    if (hit.start >= end || hit.end <= start) continue;
    if (level === undefined || RANK[hit.level] > RANK[level]) level = hit.level;
  }
  return level;
};

/** Cuts a text at the edges of its hits. Joined again, the stretches are the text. */
export const markedText = (text: string, hits: readonly Hit[]): readonly Stretch[] => {
  if (hits.length === 0) return [{ start: 0, text, level: undefined }];
  const edges = hits.flatMap((hit) => [Math.min(hit.start, text.length), Math.min(hit.end, text.length)]);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return { start, text: text.slice(start, end), level: worst(hits, start, end) };
  });
};

/** A row draws no more of a comment than this; all of it is on the card. */
export const ROW_TEXT_LIMIT = 600;

/** Marks that change the direction of what follows; one left open would reach beyond the text that it came in. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** A text from outside as it may be put on screen beside others. */
export const tameText = (text: string): string => text.replace(DIRECTION_MARKS, '');

/** The beginning of a text, cut between whole characters and tamed. */
export const clippedText = (text: string, limit: number = ROW_TEXT_LIMIT): string => {
  if (text.length <= limit) return tameText(text);
  const end = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return `${tameText(text.slice(0, end))}…`;
};

const RUNS_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A clipped text inside a sentence of ours: one that runs to the left must not take the words after it along. */
export const isolatedText = (text: string, limit?: number): string => {
  const clipped = clippedText(text, limit);
  return RUNS_LEFT.test(clipped) ? `\u2068${clipped}\u2069` : clipped;
};
