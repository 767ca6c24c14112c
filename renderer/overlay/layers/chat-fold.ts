/** The same words again count up the row they are in, while it is among the newest. */
const foldWithin = 4;
/** Each comment of a row is remembered for a purge; where all of a room say the same for an hour, a row is full at this. */
export const mostInRow = 500;

type Folding = { readonly key: string; readonly items: readonly unknown[] };

export const foldKey = (text: string): string => text.trim().toLowerCase();

/** The row that a further comment with these words counts up; nothing where it begins a row of its own. */
export const rowToCountUp = <R extends Folding>(rows: readonly R[], key: string): R | undefined =>
  rows.slice(-foldWithin).find((row) => row.key === key && row.items.length < mostInRow);
