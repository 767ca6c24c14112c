import { sliceList } from './chunked-list.ts';
import type { Sieve } from './filter.ts';
import { type Entry, entriesOf, firstEntry, type Line } from './lines.ts';
import type { RoomLines } from './room-lines.ts';

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

const rowsOfLine = (line: Line, open: ReadonlySet<number>): Row[] => {
  const opened = opens(line) && open.has(line.seq);
  const head: Row = { kind: 'line', id: `l${line.seq}`, line, open: opened };
  if (!opened) return [head];
  return [
    head,
    ...entriesOf(line).map((entry): Row => ({ kind: 'event', id: `e${entry.seq}`, entry, line })),
  ];
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

/** How many lines in memory a filter keeps from the screen. */
export const hiddenLines = ({ lines, sieve }: Pick<RowsInput, 'lines' | 'sieve'>): number =>
  sieve === undefined ? 0 : sliceList(lines.list, 0).filter((line) => sieve(line) === undefined).length;

/** What an action on this row is about: its comment, or the one person it tells of. */
export const entryOfRow = (row: Row): Entry | undefined =>
  row.kind === 'event' ? row.entry : firstEntry(row.line);

const seqOfId = (id: RowId): number => Number(id.slice(1));

const indexOfNearest = (rows: readonly Row[], id: RowId): number => {
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

/** The selected row; a row that was folded away or let go gives way to its nearest. */
export const selectedRow = (rows: readonly Row[], selected: RowId | null): Row | undefined =>
  selected === null ? undefined : rows[indexOfNearest(rows, selected)];
