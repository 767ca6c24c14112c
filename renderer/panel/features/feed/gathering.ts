import type { Comment, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { dropFirst, replaceFrom, sliceList } from './chunked-list.ts';
import { isHeld } from './hold.ts';
import { type Entry, entriesOf, type HighlightReason, type Line } from './lines.ts';
import { emptyFeed, moveWindow, type RoomFeed } from './room-feed.ts';
import { noLines, type RoomLines } from './room-lines.ts';

/** A comment that was picked out, with where and why. */
export type Gathered = { readonly room: RoomKey; readonly item: Comment; readonly why: HighlightReason };

/** How many picked out comments stay in memory; older ones are in the history. */
const CAPACITY = 2_000;

/** A feed that gathers comments of several rooms; it has no past of its own beyond what it is given. */
export const emptyGathering = (id: string): RoomFeed => ({
  ...emptyFeed(id),
  status: 'ready',
  older: 'none',
});

const lineOf = (entry: Entry): Line => ({ kind: 'single', seq: entry.seq, entry, saying: undefined });

const nameOf = ({ room, item }: Pick<Gathered, 'room' | 'item'>): string => `${room}\n${item.id}`;

const gatheredIn = (lines: RoomLines): readonly Gathered[] =>
  sliceList(lines.list, 0)
    .flatMap(entriesOf)
    .flatMap(({ item, room, why }) =>
      item.kind === 'comment' && room !== undefined && why !== undefined ? [{ item, room, why }] : [],
    );

/** Each comment stays a line of its own: who said it, and where, is the point. */
const appended = (lines: RoomLines, fresh: readonly Gathered[]): RoomLines => {
  const added = fresh.map((one, index) => lineOf({ seq: lines.nextSeq + index, ...one }));
  const list = replaceFrom(lines.list, lines.list.length, added);
  const drop = Math.max(0, list.length - CAPACITY);
  return {
    ...lines,
    list: dropFirst(list, drop),
    droppedLines: lines.droppedLines + drop,
    held: list.length - drop,
    nextSeq: lines.nextSeq + added.length,
  };
};

/** Takes in what was picked out just now. */
export const gather = (feed: RoomFeed, fresh: readonly Gathered[]): RoomFeed => {
  if (fresh.length === 0) return feed;
  const newest = new Set(gatheredIn(feed.lines).slice(-200).map(nameOf));
  const unknown = fresh.filter((one) => !newest.has(nameOf(one)));
  return unknown.length === 0 ? feed : moveWindow({ ...feed, lines: appended(feed.lines, unknown) });
};

/**
 * Takes in what the history knows, in its place by time. While somebody reads, nothing is put in above what they look
 * at: then only what is newer is taken in.
 */
export const regathered = (
  feed: RoomFeed,
  found: readonly Gathered[],
  keep: (known: Gathered) => boolean = () => true,
): RoomFeed => {
  const known = gatheredIn(feed.lines);
  const names = new Set(known.map(nameOf));
  const unknown = found
    .filter((one) => !names.has(nameOf(one)))
    .sort((a, b) => a.item.receivedAt - b.item.receivedAt);
  if (isHeld(feed.hold)) {
    const last = known.at(-1)?.item.receivedAt ?? Number.NEGATIVE_INFINITY;
    return gather(
      feed,
      unknown.filter(({ item }) => item.receivedAt > last),
    );
  }
  const kept = known.filter(keep);
  const older = unknown.every(({ item }) => item.receivedAt >= (kept.at(-1)?.item.receivedAt ?? 0));
  if (older && kept.length === known.length) return gather(feed, unknown);
  const all = [...kept, ...unknown].sort((a, b) => a.item.receivedAt - b.item.receivedAt);
  const lines = appended({ ...noLines, nextSeq: feed.lines.nextSeq }, all);
  return { ...feed, lines, from: 0, open: new Set(), selected: null };
};
