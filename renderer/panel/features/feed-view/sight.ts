import { type LaidRows, ROW_HEIGHT } from './row-window.ts';

/** A reader who is this near the edge of what is laid out gets more of it, px. */
const NEAR = 160;

/** What of a feed's laid out rows is in the viewport. */
export type Sight = {
  /** Place among all rows of the first and the last row in sight, laid out or not. */
  readonly first: number;
  readonly last: number;
  /** Whether the viewport is near or beyond the edge of what is laid out. */
  readonly nearEdge: boolean;
  /** Whether it was moved to where nothing is laid out below, as by dragging the bar. */
  readonly pastEnd: boolean;
};

const heightOf = (row: Element): number =>
  row instanceof HTMLElement ? row.offsetTop + row.offsetHeight : 0;

/** The first of the rows that ends below `y`, px in the scroller. */
const firstBelow = (rows: HTMLCollection, y: number): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && heightOf(row) <= y) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Looks at the document; wants its layout. */
export const lookAt = (
  scroller: HTMLElement,
  list: HTMLElement,
  { rows, above, below, spaceAbove }: LaidRows,
): Sight => {
  const top = scroller.scrollTop;
  const bottom = top + scroller.clientHeight;
  const begin = list.offsetTop;
  const end = begin + list.offsetHeight;
  const placeAt = (y: number): number => {
    // Whoever is at the very top wants the very first, for however many there is space.
    if (y < begin) return y <= 0 ? 0 : above - spaceAbove + Math.floor(y / ROW_HEIGHT);
    if (y >= end) return above + rows.length + Math.floor((y - end) / ROW_HEIGHT);
    return above + firstBelow(list.children, y);
  };
  return {
    first: placeAt(top),
    last: Math.min(placeAt(bottom - 1), above + rows.length + below - 1),
    nearEdge: (above > 0 && top - begin < NEAR) || (below > 0 && end - bottom < NEAR),
    pastEnd: top >= end,
  };
};

/** Scrolls as little as shows the whole row. */
export const bringIntoSight = (scroller: HTMLElement, row: HTMLElement): void => {
  const { offsetTop, offsetHeight } = row;
  if (offsetTop < scroller.scrollTop) scroller.scrollTop = offsetTop;
  else if (offsetTop + offsetHeight > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = offsetTop + offsetHeight - scroller.clientHeight;
};

export const scrollToEnd = (scroller: HTMLElement | null): void => {
  if (scroller !== null) scroller.scrollTop = scroller.scrollHeight;
};
