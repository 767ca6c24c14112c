import { itemAt, sliceList } from './chunked-list.ts';
import type { Sieve } from './filter.ts';
import { type Entry, entriesOf, firstEntry, type Line } from './lines.ts';
import { lineIndexOf, type RoomLines } from './room-lines.ts';

/** Names a row for the selection: a line, or one event of an opened line. */
export type RowId = `l${number}` | `e${number}`;

export type Row =
  | { readonly kind: 'line'; readonly id: RowId; readonly line: Line; readonly open: boolean }
  | { readonly kind: 'event'; readonly id: RowId; readonly entry: Entry; readonly line: Line };

/** Whether two rows show the same: they are made anew with every change of the feed, their lines and entries are not. */
export const sameRow = (a: Row, b: Row): boolean => {
  if (a === b) return true;
  if (a.id !== b.id || a.line !== b.line) return false;
  return a.kind === 'line'
    ? b.kind === 'line' && a.open === b.open
    : b.kind === 'event' && a.entry === b.entry;
};

export type RowsInput = {
  readonly lines: RoomLines;
  /** The place of the first line to show, dropped ones counted. */
  readonly from: number;
  readonly open: ReadonlySet<number>;
  /** What is let through of each line; absent = all. */
  readonly sieve: Sieve | undefined;
};

/** A filter looks through everything in memory but shows no more than this many of the newest hits. */
const FILTERED_LIMIT = 2_000;

/** Whether a line holds more than one event, so that it can be opened. */
export const opens = (line: Line): boolean => line.kind !== 'single' && line.entries.length > 1;

const lineRow = (line: Line, open: boolean): Row => ({ kind: 'line', id: `l${line.seq}`, line, open });

/** The rows of closed lines that were on screen: the same line gives the same row, so that nothing is compared in vain. */
const closedRows = new WeakMap<Line, readonly Row[]>();

const rowsOfLine = (line: Line, open: ReadonlySet<number>): readonly Row[] => {
  if (opens(line) && open.has(line.seq))
    return [
      lineRow(line, true),
      ...entriesOf(line).map((entry): Row => ({ kind: 'event', id: `e${entry.seq}`, entry, line })),
    ];
  const known = closedRows.get(line);
  if (known !== undefined) return known;
  const rows = [lineRow(line, false)];
  closedRows.set(line, rows);
  return rows;
};

export const rowsOf = ({ lines, from, open, sieve }: RowsInput): Row[] => {
  const shown =
    sieve === undefined
      ? sliceList(lines.list, from - lines.droppedLines)
      : sliceList(lines.list, 0)
          .flatMap((line) => sieve(line) ?? [])
          .slice(-FILTERED_LIMIT);
  return shown.flatMap((line) => rowsOfLine(line, open));
};

/** The first line of the newest rows moves in steps of this many, so that most arrivals only add at the end. */
const STEP = 8;

export type NewestRows = {
  readonly rows: readonly Row[];
  /** How many rows stand before them. */
  readonly above: number;
};

/** How many events of opened lines are rows before a line's place. */
const openedAbove = ({ lines, from, open }: RowsInput, place: number): number => {
  let count = 0;
  for (const seq of open) {
    const index = lineIndexOf(lines, seq);
    const line = itemAt(lines.list, index);
    const at = index + lines.droppedLines;
    if (line?.seq === seq && opens(line) && at >= from && at < place) count += entriesOf(line).length;
  }
  return count;
};

/** The newest rows, as many as asked for and a few more; the rows before them are counted and not made. */
export const newestRows = (input: RowsInput, count: number): NewestRows => {
  const { lines, open, sieve } = input;
  if (sieve !== undefined) {
    const all = rowsOf(input);
    const above = Math.max(0, all.length - count);
    return { rows: all.slice(above), above };
  }
  const first = Math.max(input.from, lines.droppedLines);
  const end = lines.droppedLines + lines.list.length;
  const start = Math.max(first, Math.floor((end - count) / STEP) * STEP);
  const rows = sliceList(lines.list, start - lines.droppedLines).flatMap((line) => rowsOfLine(line, open));
  const surplus = Math.max(0, rows.length - count - STEP);
  const above = start - first + openedAbove(input, start) + surplus;
  return { rows: surplus === 0 ? rows : rows.slice(surplus), above };
};

/** Entries of lines that are drawn together. */
const BLOCK = 8;

export type RowBlock = { readonly key: number; readonly rows: readonly Row[] };

/** Rows cut into blocks that keep their rows whatever comes before and after, so that arrivals draw one block anew. */
export const blocksOf = (rows: readonly Row[]): readonly RowBlock[] => {
  const blocks: { key: number; rows: Row[] }[] = [];
  for (const row of rows) {
    const key = Math.floor(row.line.seq / BLOCK);
    const last = blocks.at(-1);
    if (last?.key === key) last.rows.push(row);
    else blocks.push({ key, rows: [row] });
  }
  return blocks;
};

/** How many lines in memory a filter keeps from the screen. */
export const hiddenLines = ({ lines, sieve }: Pick<RowsInput, 'lines' | 'sieve'>): number =>
  sieve === undefined ? 0 : sliceList(lines.list, 0).filter((line) => sieve(line) === undefined).length;

/** What an action on this row is about: its comment, or the one person it tells of. */
export const entryOfRow = (row: Row): Entry | undefined =>
  row.kind === 'event' ? row.entry : firstEntry(row.line);

const seqOfId = (id: RowId): number => Number(id.slice(1));

/** Where a row stands, or the one nearest to it by time; -1 where there is none at all. */
export const indexOfNearest = (rows: readonly Row[], id: RowId): number => {
  const exact = rows.findIndex((row) => row.id === id);
  if (exact >= 0) return exact;
  const after = rows.findIndex((row) => (entryOfRow(row)?.seq ?? 0) > seqOfId(id));
  return after < 0 ? rows.length - 1 : Math.max(0, after - 1);
};

/** The row `step` rows from the selected one, or the newest one where none is selected. */
export const rowAfterMove = (rows: readonly Row[], selected: RowId | null, step: number): RowId | null => {
  if (rows.length === 0) return null;
  const at = selected === null ? rows.length - 1 : indexOfNearest(rows, selected) + step;
  return rows[Math.max(0, Math.min(rows.length - 1, at))]?.id ?? null;
};

const holds = (line: Line, seq: number): boolean => entriesOf(line).some((entry) => entry.seq === seq);

/** The line that took an entry in; lines that began before the entry came may stand after it. */
const lineOfEntry = (lines: RoomLines, seq: number): Line | undefined =>
  sliceList(lines.list, 0, lineIndexOf(lines, seq) + 1).findLast((line) => holds(line, seq));

/**
 * The selected row itself, wherever in memory it stands, also where it is not on screen any more: what is done to it
 * must never meet somebody else. An event that was folded away gives way to its line; what memory let go is no row.
 */
export const selectedRow = (
  { lines, open, sieve }: Omit<RowsInput, 'from'>,
  selected: RowId | null,
): Row | undefined => {
  if (selected === null) return undefined;
  const [isEvent, seq] = [selected.startsWith('e'), seqOfId(selected)];
  const line = lineOfEntry(lines, seq);
  if (line === undefined) return undefined;
  const left = sieve?.(line);
  const rows = rowsOfLine(left !== undefined && (!isEvent || holds(left, seq)) ? left : line, open);
  return rows.find((row) => row.id === selected) ?? (isEvent ? rows[0] : undefined);
};
