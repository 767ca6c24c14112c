import type { AppError } from '../../../../main/contract/app-error.ts';
import type { FeedFilter } from '../../../../main/contract/models/deck.ts';
import { type FeedItem, type RoomKey, recalledIn } from '../../../../main/contract/models/feed-item.ts';
import { type Choice, noChoice } from './choice.ts';
import { createSieve, isFiltering, noFilter, type Sieve } from './filter.ts';
import { defaultFoldRules } from './fold.ts';
import { following, type Hold, type HoldInput, holdAfter, isHeld } from './hold.ts';
import type { FeedEvent } from './lines.ts';
import {
  afterFirstTime,
  afterPurge,
  afterRecall,
  afterSnapshot,
  type HiddenThere,
  type Marks,
  noMarks,
  type Purge,
} from './marks.ts';
import { appendEvents, newestEvents, noLines, prependEvents, type RoomLines, seal } from './room-lines.ts';
import type { RowId } from './rows.ts';

/** Everything a column shows of one room, or gathers from several, and how its reader left it. */
export type RoomFeed = {
  /** The room, or the ID of the column that gathers. */
  readonly roomKey: RoomKey;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error: AppError | undefined;
  readonly lines: RoomLines;
  /** The place of the first line that is drawn. */
  readonly from: number;
  readonly marks: Marks;
  readonly open: ReadonlySet<number>;
  /** Hidden comments that the reader looks at nevertheless, by item id. */
  readonly peeked: ReadonlySet<string>;
  readonly hold: Hold;
  /** The first entry number that the reader has not had on screen while the feed stood still. */
  readonly unseenFrom: number;
  readonly selected: RowId | null;
  readonly choice: Choice;
  readonly filter: FeedFilter;
  /** The filter made ready; absent while it lets all through. */
  readonly sieve: Sieve | undefined;
  /** Whether the host has older items than those in memory. */
  readonly older: 'unknown' | 'more' | 'fetching' | 'none';
};

/** While a feed follows, this many of its newest lines are laid out; scrolling up takes in as many more at a time. */
export const WINDOW_LINES = 400;

export const emptyFeed = (roomKey: RoomKey): RoomFeed => ({
  roomKey,
  status: 'loading',
  error: undefined,
  lines: noLines,
  from: 0,
  marks: noMarks,
  open: new Set(),
  peeked: new Set(),
  hold: following,
  unseenFrom: 0,
  selected: null,
  choice: noChoice,
  filter: noFilter,
  sieve: undefined,
  older: 'unknown',
});

const endOf = (lines: RoomLines): number => lines.droppedLines + lines.list.length;

/** The window moves in big steps, so that most arrivals only add to it. */
export const moveWindow = (feed: RoomFeed): RoomFeed => {
  const end = endOf(feed.lines);
  const first = Math.max(feed.from, feed.lines.droppedLines);
  if (isHeld(feed.hold)) return first === feed.from ? feed : { ...feed, from: first };
  const from = end - first > 2 * WINDOW_LINES ? end - WINDOW_LINES : first;
  return from === feed.from ? feed : { ...feed, from };
};

export const append = (feed: RoomFeed, events: readonly FeedEvent[]): RoomFeed => {
  if (events.length === 0) return feed;
  const lines = appendEvents(feed.lines, events, defaultFoldRules);
  const recalled = recalledIn(events);
  const marks = recalled.length === 0 ? feed.marks : afterRecall(feed.marks, recalled);
  return moveWindow({ ...feed, lines, marks });
};

/** How many of the newest events a fresh snapshot is compared with, so that none shows twice. */
const OVERLAP = 2_000;

/** One answer of `feed:recent`. */
export type FeedPage = {
  readonly items: readonly FeedItem[];
  readonly more: boolean;
  readonly hidden: HiddenThere;
  readonly firstTime?: readonly string[] | undefined;
};

/** Takes in the host's own view of the newest items: on opening, and again after the link was lost. */
export const loaded = (feed: RoomFeed, page: FeedPage, now: number): RoomFeed => {
  const { items, more, hidden } = page;
  const newest = newestEvents(feed.lines, OVERLAP);
  const known = new Set(newest.map((item) => item.id));
  const fresh = items.slice(items.findLastIndex((item) => known.has(item.id)) + 1);
  const last = newest.at(-1);
  const first = fresh[0];
  const missed = last !== undefined && first !== undefined && fresh.length === items.length;
  const blind: FeedEvent[] = missed
    ? [
        {
          kind: 'gap',
          id: `panel-gap-${now}`,
          at: now,
          receivedAt: now,
          from: last.receivedAt,
          to: first.receivedAt,
          cause: 'overload',
          recovered: false,
        },
      ]
    : [];
  const older = last === undefined ? (more ? 'more' : 'none') : feed.older;
  const grown = append(feed, [...blind, ...fresh]);
  const marks = afterFirstTime(afterSnapshot(grown.marks, hidden), page.firstTime ?? []);
  return { ...grown, marks, status: 'ready', error: undefined, older };
};

export const loadFailed = (feed: RoomFeed, error: AppError): RoomFeed => ({
  ...feed,
  status: 'failed',
  error,
});

export const olderArrived = (feed: RoomFeed, page: Omit<FeedPage, 'hidden'>): RoomFeed => {
  const { items, more, firstTime = [] } = page;
  const marks = afterFirstTime(afterRecall(feed.marks, recalledIn(items)), firstTime);
  const lines = prependEvents(feed.lines, items, defaultFoldRules);
  const grew = lines.list.length > feed.lines.list.length;
  return {
    ...feed,
    lines,
    marks,
    older: more && grew ? 'more' : 'none',
    from: Math.max(lines.droppedLines, feed.from - WINDOW_LINES),
  };
};

/** Lays out more of what is in memory, for a reader who nears the top. */
export const showEarlier = (feed: RoomFeed): RoomFeed => ({
  ...feed,
  from: Math.max(feed.lines.droppedLines, feed.from - WINDOW_LINES),
});

export const hold = (feed: RoomFeed, input: HoldInput): RoomFeed => {
  const next = holdAfter(feed.hold, input);
  if (next === feed.hold) return feed;
  const stops = !isHeld(feed.hold) && isHeld(next);
  const starts = isHeld(feed.hold) && !isHeld(next);
  const held = stops ? { lines: seal(feed.lines), unseenFrom: feed.lines.nextSeq } : {};
  const selected = next.selected ? feed.selected : null;
  const choice = next.choosing ? feed.choice : noChoice;
  const after: RoomFeed = { ...feed, ...held, hold: next, selected, choice };
  return starts ? moveWindow(after) : after;
};

/** How many events came that the reader has not had on screen. */
export const unseenCount = (feed: RoomFeed): number =>
  isHeld(feed.hold) ? Math.max(0, feed.lines.nextSeq - feed.unseenFrom) : 0;

export const sawUpTo = (feed: RoomFeed, seq: number): RoomFeed =>
  seq < feed.unseenFrom ? feed : { ...feed, unseenFrom: seq + 1 };

export const purge = (feed: RoomFeed, what: Purge): RoomFeed => ({
  ...feed,
  marks: afterPurge(feed.marks, what),
});

export const select = (feed: RoomFeed, selected: RowId | null, by: 'keys' | 'pointer'): RoomFeed => {
  const input: HoldInput = selected === null ? 'unpicked' : by === 'keys' ? 'moved-selection' : 'picked';
  return { ...hold(feed, input), selected };
};

/** Changes what is chosen; while anything is, the feed holds still. */
export const choose = (feed: RoomFeed, change: (choice: Choice) => Choice): RoomFeed => {
  const choice = change(feed.choice);
  return { ...hold(feed, choice.chosen.size > 0 ? 'chose' : 'unchose'), choice };
};

const toggled = <T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};

export const toggleOpen = (feed: RoomFeed, seq: number): RoomFeed => ({
  ...feed,
  open: toggled(feed.open, seq),
});

export const togglePeek = (feed: RoomFeed, itemId: string): RoomFeed => ({
  ...feed,
  peeked: toggled(feed.peeked, itemId),
});

export const setFilter = (feed: RoomFeed, filter: FeedFilter): RoomFeed =>
  filter === feed.filter
    ? feed
    : { ...feed, filter, sieve: isFiltering(filter) ? createSieve(filter) : undefined };
