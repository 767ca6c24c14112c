import { indexOfNearest, newestRows, type Row, type RowId, type RowsInput, rowsOf } from '../feed/index.ts';

/** Height of a row of one line, px: what a row that is not laid out is taken for. */
export const ROW_HEIGHT = 22;
/** Rows beyond the viewport that are laid out while a reader scrolls, on either side. */
const BEYOND = 20;
/** Rows laid out beyond what fits in the viewport while the feed follows. */
const SPARE = 4;

/** As many rows as fill a height, px, whatever they say. */
export const spaceFor = (height: number): number => Math.ceil(height / ROW_HEIGHT) + SPARE;

/** Which rows a reader who holds the feed has before them: named by the first, so that arrivals change nothing. */
export type View = { readonly firstId: RowId; readonly count: number };

export type RowWindow = {
  readonly rows: readonly Row[];
  /** How many rows stand before and after those laid out. */
  readonly above: number;
  readonly below: number;
};

export const noRows: RowWindow = { rows: [], above: 0, below: 0 };

/** Rows for which there is space above those laid out while a feed follows, however many there are. */
const KEPT_ABOVE = 300;

/**
 * For how many rows space is left above those laid out. While a feed follows, it lays out a few more or less, and the
 * space gives way to that: what keeps its height needs no scrolling to stay at its end. A reader who moves gets all of it.
 */
export const spaceAbove = ({ rows, above }: RowWindow, space: number, moved: boolean): number =>
  moved ? above : Math.min(above, Math.max(0, KEPT_ABOVE + space - rows.length));

/** The rows that are laid out, with the number of rows for which there is space above them. */
export type LaidRows = RowWindow & { readonly spaceAbove: number };

export const sameView = (a: View | undefined, b: View | undefined): boolean =>
  a?.firstId === b?.firstId && a?.count === b?.count;

/** The rows to lay out: those that a reader has before them, or without a reader the newest. */
export const rowWindow = (feed: RowsInput, view: View | undefined, space: number): RowWindow => {
  if (view === undefined) return { ...newestRows(feed, space), below: 0 };
  const all = rowsOf(feed);
  const above = Math.max(0, indexOfNearest(all, view.firstId));
  const end = Math.min(all.length, above + view.count);
  return { rows: all.slice(above, end), above, below: all.length - end };
};

/** The view in which a row is well inside. */
export const viewAround = (all: readonly Row[], index: number, space: number): View | undefined => {
  const count = space + 2 * BEYOND;
  const first = all[Math.max(0, Math.min(index - BEYOND, all.length - count))];
  return first === undefined ? undefined : { firstId: first.id, count };
};
