import type { Rect } from './rect.ts';

/** Lanes one under the other that share the same left and right end. */
export type Band = Rect & { readonly lanes: number };

/** A stretch narrower than this share of the whole is not worth a lane: nothing could be read in it. */
const smallestShare = 0.4;

type Span = { readonly from: number; readonly to: number };

/** The widest free stretch between `from` and `to` once the blocked ones are taken out. */
const widestFree = (whole: Span, blocked: readonly Span[]): Span | undefined => {
  let cursor = whole.from;
  let best: Span = { from: whole.from, to: whole.from };
  const consider = (from: number, to: number) => {
    if (to - from > best.to - best.from) best = { from, to };
  };
  for (const { from, to } of [...blocked].sort((a, b) => a.from - b.from)) {
    consider(cursor, Math.min(from, whole.to));
    cursor = Math.max(cursor, to);
  }
  consider(cursor, whole.to);
  return best.to - best.from >= (whole.to - whole.from) * smallestShare ? best : undefined;
};

const crosses = (zone: Rect, top: number, bottom: number) => zone.y < bottom && zone.y + zone.h > top;

/**
 * Cuts the area for scrolling comments at the edges of the safe zones and lays lanes in what is left. Beside a zone the
 * lanes are shorter, so comments vanish at its edge instead of crossing it; where too little is left there is no lane.
 * With `most`, only that many lanes from the top.
 */
export const bandsFor = (
  area: Rect,
  given: readonly Rect[],
  laneHeight: number,
  most = 0,
): readonly Band[] => {
  const zones = given.filter(({ w, h }) => w > 0 && h > 0);
  const bottom = area.y + area.h;
  const edges = [area.y, bottom, ...zones.flatMap(({ y, h }) => [y, y + h])]
    .filter((y) => y >= area.y && y <= bottom)
    .sort((a, b) => a - b);
  const slices: Rect[] = [];
  for (const [index, top] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined || end <= top) continue;
    const blocked = zones
      .filter((zone) => crosses(zone, top, end))
      .map(({ x, w }) => ({ from: x, to: x + w }));
    const free = widestFree({ from: area.x, to: area.x + area.w }, blocked);
    if (!free) continue;
    const last = slices.at(-1);
    const slice = { x: free.from, y: top, w: free.to - free.from, h: end - top };
    if (last && last.x === slice.x && last.w === slice.w && last.y + last.h === top) {
      slices[slices.length - 1] = { ...last, h: last.h + slice.h };
    } else {
      slices.push(slice);
    }
  }
  let left = most === 0 ? Number.POSITIVE_INFINITY : most;
  const lanesIn = (height: number): number => {
    const lanes = Math.min(left, Math.floor(height / laneHeight));
    left -= lanes;
    return lanes;
  };
  return slices
    .map((slice) => ({ ...slice, lanes: lanesIn(slice.h) }))
    .filter(({ lanes }) => lanes > 0)
    .map((band) => ({ ...band, h: band.lanes * laneHeight }));
};
