import type { Comment, FeedItem, RoomKey } from '../../../../main/contract/models/feed-item.ts';

/** A note of the panel's own in the feed: the host left out items because this window could not keep up. */
export type Dropped = {
  readonly kind: 'dropped';
  readonly id: string;
  readonly at: number;
  readonly receivedAt: number;
  readonly count: number;
};

export type FeedEvent = FeedItem | Dropped;

/** Why a comment was picked out of all rooms. */
export type HighlightReason =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'mention' }
  | { readonly kind: 'watched' };

/** One thing that happened, with its place in the order in which this panel received them. */
export type Entry = {
  readonly seq: number;
  readonly item: FeedEvent;
  /** Where it happened, in a feed that gathers from several rooms. */
  readonly room?: RoomKey;
  readonly why?: HighlightReason;
};

export type CrowdCounts = {
  readonly likes: number;
  readonly joined: number;
  readonly left: number;
  /** The newest value of each of the room's counters, by name. */
  readonly counters: Readonly<Record<string, number>>;
};

/**
 * One line on screen. `seq` is its first entry's and names the line for good.
 * single: one entry; crowd: likes, joins, leaves and counters of a short while; same: comments that say the same, or one
 * person's gifts of a kind.
 */
export type Line =
  | {
      readonly kind: 'single';
      readonly seq: number;
      readonly entry: Entry;
      /** What a further comment must say, or a gift be, to be folded with this one. */
      readonly saying: string | undefined;
    }
  | {
      readonly kind: 'crowd';
      readonly seq: number;
      readonly entries: readonly Entry[];
      readonly counts: CrowdCounts;
    }
  | {
      readonly kind: 'same';
      readonly seq: number;
      readonly entries: readonly Entry[];
      readonly saying: string;
      /** How many different people said it. */
      readonly people: number;
    };

export const entriesOf = (line: Line): readonly Entry[] =>
  line.kind === 'single' ? [line.entry] : line.entries;

export const firstEntry = (line: Line): Entry | undefined =>
  line.kind === 'single' ? line.entry : line.entries[0];

export const lastEntry = (line: Line): Entry | undefined =>
  line.kind === 'single' ? line.entry : line.entries.at(-1);

export const commentOf = (entry: Entry | undefined): Comment | undefined =>
  entry?.item.kind === 'comment' ? entry.item : undefined;

type GiftItem = Extract<FeedItem, { kind: 'gift' }>;

/**
 * Gifts of one person and kind as one. Some apps count a streak up from message to message, others say each time how
 * many it was: where the numbers differ the greatest counts, else their sum.
 */
export const giftsTogether = (entries: readonly Entry[]): GiftItem | undefined => {
  const gifts = entries.flatMap(({ item }) => (item.kind === 'gift' ? [item] : []));
  const [first] = gifts;
  if (first === undefined) return undefined;
  const counts = gifts.map(({ count }) => count);
  const differ = counts.some((count) => count !== first.count);
  return { ...first, count: differ ? Math.max(...counts) : first.count * gifts.length };
};
