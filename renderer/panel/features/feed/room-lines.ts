import {
  type ChunkedList,
  dropFirst,
  emptyList,
  itemAt,
  prepend,
  replaceFrom,
  sliceList,
} from './chunked-list.ts';
import { type FoldRules, fold } from './fold.ts';
import { type Entry, entriesOf, type FeedEvent, firstEntry, type Line } from './lines.ts';

/** What one room's feed holds in memory: lines over a ring of at most `capacity` entries. */
export type RoomLines = {
  readonly list: ChunkedList<Line>;
  /** How many lines were dropped at the front, so that `dropped + index` names a line's place for good. */
  readonly droppedLines: number;
  /** Entries now held. */
  readonly held: number;
  /** The next entry's number. */
  readonly nextSeq: number;
  /** Lines before this place (dropped ones counted) do not grow any more. */
  readonly sealed: number;
};

/** How many events of one room stay in memory; older ones are in the history. */
export const ROOM_CAPACITY = 20_000;

export const noLines: RoomLines = { list: emptyList, droppedLines: 0, held: 0, nextSeq: 0, sealed: 0 };

const number = (events: readonly FeedEvent[], from: number): Entry[] =>
  events.map((item, index) => ({ seq: from + index, item }));

const trim = (lines: RoomLines, capacity: number): RoomLines => {
  let { held } = lines;
  let drop = 0;
  while (held > capacity) {
    const line = itemAt(lines.list, drop);
    if (line === undefined) break;
    held -= entriesOf(line).length;
    drop += 1;
  }
  if (drop === 0) return lines;
  return { ...lines, list: dropFirst(lines.list, drop), droppedLines: lines.droppedLines + drop, held };
};

/** Takes in what came, newest last, folding it into the newest lines, and lets go of the oldest beyond the capacity. */
export const appendEvents = (
  lines: RoomLines,
  events: readonly FeedEvent[],
  rules: FoldRules,
  capacity: number = ROOM_CAPACITY,
): RoomLines => {
  if (events.length === 0) return lines;
  const from = Math.max(0, lines.list.length - rules.reach);
  const open = Math.max(0, lines.sealed - lines.droppedLines - from);
  const tail = fold(sliceList(lines.list, from), open, number(events, lines.nextSeq), rules);
  const grown: RoomLines = {
    ...lines,
    list: replaceFrom(lines.list, from, tail),
    held: lines.held + events.length,
    nextSeq: lines.nextSeq + events.length,
  };
  return trim(grown, capacity);
};

/** Puts older events in front, as far as there is room for them. */
export const prependEvents = (
  lines: RoomLines,
  events: readonly FeedEvent[],
  rules: FoldRules,
  capacity: number = ROOM_CAPACITY,
): RoomLines => {
  const fitting = events.slice(Math.max(0, events.length - Math.max(0, capacity - lines.held)));
  if (fitting.length === 0) return lines;
  const before = itemAt(lines.list, 0)?.seq ?? lines.nextSeq;
  const older = fold([], 0, number(fitting, before - fitting.length), rules);
  return {
    ...lines,
    list: prepend(lines.list, older),
    droppedLines: lines.droppedLines - older.length,
    held: lines.held + fitting.length,
  };
};

/** From here on only new lines grow: what a reader is looking at keeps its words and its counts. */
export const seal = (lines: RoomLines): RoomLines => ({
  ...lines,
  sealed: lines.droppedLines + lines.list.length,
});

/** The index of the last line that begins at or before an entry's number; -1 when that is before the first line. */
export const lineIndexOf = (lines: RoomLines, seq: number): number => {
  let low = 0;
  let high = lines.list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((itemAt(lines.list, middle)?.seq ?? 0) <= seq) low = middle + 1;
    else high = middle - 1;
  }
  return high;
};

/** The newest events held, oldest first, as many as asked for or a few more. */
export const newestEvents = (lines: RoomLines, count: number): FeedEvent[] =>
  sliceList(lines.list, lines.list.length - count).flatMap((line) =>
    entriesOf(line).map((entry) => entry.item),
  );

/** The oldest event held that the host knows by its id. */
export const oldestId = (lines: RoomLines): string | undefined => {
  const line = itemAt(lines.list, 0);
  return line === undefined ? undefined : firstEntry(line)?.item.id;
};
