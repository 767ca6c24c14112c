import { kinds } from './character-kinds.ts';
import { layerBits } from './layers.ts';
import { isNeighbourWord } from './run-together.ts';
import { gapKinds, type TextView } from './text-view.ts';
import { type WordShape, wordGaps } from './word-shape.ts';

type Stretch = { readonly from: number; readonly to: number };

/** Words so short are the beginning of many others (`ass-ist`). */
const SHORT = 3;

const isHyphen = (view: TextView, at: number): boolean =>
  at > 0 &&
  at < view.length &&
  view.gapSize[at] === 1 &&
  view.gapKind[at] === gapKinds.joint &&
  view.kind[at] === kinds.letter &&
  view.kind[at - 1] === kinds.letter;

const touches = (view: TextView, at: number): boolean =>
  at > 0 && at < view.length && view.gapSize[at] === 0 && view.kind[at] === kinds.letter;

const pieceBefore = (view: TextView, from: number): Stretch => {
  let first = from - 1;
  while (touches(view, first)) first -= 1;
  return { from: first, to: from - 1 };
};
const pieceAfter = (view: TextView, to: number): Stretch => {
  let last = to + 1;
  while (touches(view, last + 1)) last += 1;
  return { from: to + 1, to: last };
};

/**
 * A Latin word that a hyphen joins to more letters: a short one, or one with a single letter more, is as often the piece
 * of a longer word that somebody pulled apart (`ass-istant`, `moron-i`), and a phrase may end in another (`free
 * money-back`).
 */
export const judgeHyphens = (shape: WordShape, view: TextView, { from, to }: Stretch): number => {
  const pieces = [
    ...(isHyphen(view, from) ? [pieceBefore(view, from)] : []),
    ...(isHyphen(view, to + 1) ? [pieceAfter(view, to)] : []),
  ];
  if (pieces.length === 0) return 0;
  const touchy = shape.length <= SHORT || shape.gap.includes(wordGaps.space);
  const doubtful = pieces.some(
    (piece) => piece.from === piece.to || (touchy && !isNeighbourWord(view, piece.from)),
  );
  return doubtful ? layerBits['loose-spacing'] : 0;
};
