import { type PatternCorner, testPattern } from '../../../contract/models/test-pattern.ts';
import type { Margins } from '../fit.ts';
import { type Colour, colourOf, isColour } from './colours.ts';
import type { Picture } from './png.ts';

/** A rectangle of pixels; `right` and `bottom` are the first that are outside. */
export type Box = Margins;

/** A corner shown at half its size is still found, stray pixels of its colour are not. */
const leastShare = 0.4;

type Run = { readonly from: number; readonly to: number };

const longestRun = (picture: Picture, y: number, colour: Colour): Run => {
  let best: Run = { from: 0, to: 0 };
  let from = -1;
  for (let x = 0; x <= picture.width; x += 1) {
    const inside = x < picture.width && isColour(picture, x, y, colour);
    if (inside && from < 0) from = x;
    if (!inside && from >= 0) {
      if (x - from > best.to - best.from) best = { from, to: x };
      from = -1;
    }
  }
  return best;
};

const heightOf = (box: Box | undefined): number => (box === undefined ? 0 : box.bottom - box.top);

const join = (box: Box | undefined, { from, to }: Run, y: number): Box =>
  box === undefined
    ? { left: from, right: to, top: y, bottom: y + 1 }
    : { left: Math.min(box.left, from), right: Math.max(box.right, to), top: box.top, bottom: y + 1 };

/** The block of a corner's colour: the highest stack of rows with enough of it. A line of that colour is no block. */
export const findBlock = (picture: Picture, corner: PatternCorner): Box | undefined => {
  const { place, colour: hex } = testPattern.corners[corner];
  const colour = colourOf(hex);
  const leastWidth = Math.max(2, place.w * picture.width * leastShare);
  const leastHeight = Math.max(2, place.h * picture.height * leastShare);
  let best: Box | undefined;
  let current: Box | undefined;
  for (let y = 0; y < picture.height; y += 1) {
    const run = longestRun(picture, y, colour);
    current = run.to - run.from < leastWidth ? undefined : join(current, run, y);
    if (current !== undefined && heightOf(current) > heightOf(best)) best = current;
  }
  return heightOf(best) >= leastHeight ? best : undefined;
};

export type FoundPage =
  | { readonly found: true; readonly box: Box }
  | { readonly found: false; readonly missing: readonly PatternCorner[]; readonly misplaced: boolean };

const corners = Object.keys(testPattern.corners) as PatternCorner[];

/** Where the overlay's page lies in the picture, by the outer edges of its four corners. */
export const findPage = (picture: Picture): FoundPage => {
  const blocks = new Map(corners.map((corner) => [corner, findBlock(picture, corner)]));
  const missing = corners.filter((corner) => blocks.get(corner) === undefined);
  const [topLeft, topRight, bottomLeft, bottomRight] = [
    blocks.get('topLeft'),
    blocks.get('topRight'),
    blocks.get('bottomLeft'),
    blocks.get('bottomRight'),
  ];
  if (!topLeft || !topRight || !bottomLeft || !bottomRight)
    return { found: false, missing, misplaced: false };
  const upright =
    topLeft.right <= topRight.left &&
    bottomLeft.right <= bottomRight.left &&
    topLeft.bottom <= bottomLeft.top &&
    topRight.bottom <= bottomRight.top;
  if (!upright) return { found: false, missing, misplaced: true };
  return {
    found: true,
    box: { left: topLeft.left, top: topLeft.top, right: bottomRight.right, bottom: bottomRight.bottom },
  };
};
