import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import { cleanVerdict, type Verdict } from '../../contract/models/verdict.ts';
import type { Earlier } from '../history/earlier.ts';
import type { History } from '../history/history.ts';
import type { Clock } from '../ports.ts';
import type { Publish } from '../state/mirror.ts';
import { createPressure, type Pressure } from './pressure.ts';
import { withoutPerson } from './without-person.ts';

/** Items kept in memory per room for a panel that opens or comes back: about 1 kB each, and fifty rooms may be open. */
const RECENT = 2000;
/** How many more there may be before the oldest go: each time, the others are gone through once. */
const SLACK = 500;

type RoomFeed = {
  recent: FeedItem[];
  known: Set<string>;
  /** Something was said in the room while this run was in it. */
  hasBeenLive: boolean;
  readonly pressure: Pressure;
};

const idsOf = (items: readonly FeedItem[]): Set<string> => new Set(items.map(({ id }) => id));

/** Kinds that count against the room's cap of 40/s; tips do too (tencent-im D), our own gap marks do not. */
const countsAgainstCap = (item: FeedItem) =>
  item.kind !== 'gap' && item.kind !== 'counter' && item.past !== true;

const asBefore = (item: FeedItem, earlier: Earlier | undefined): FeedItem => {
  const receivedAt = earlier?.receivedAt ?? Math.min(item.at, item.receivedAt);
  if (item.kind !== 'comment' || earlier?.approved !== true) return { ...item, receivedAt };
  return { ...item, receivedAt, verdict: cleanVerdict };
};

/**
 * Where every room's feed comes together: keeps the newest items, measures the pressure, and hands each batch on to
 * the panel and to whoever else subscribed (history, overlays).
 */
export const createFeedHub = (options: {
  readonly clock: Pick<Clock, 'now'>;
  readonly publish: Publish;
  /** What an earlier run knew of items that were said before a join. */
  readonly earlier: History['earlier'];
  readonly onItems: (roomKey: RoomKey, items: readonly FeedItem[]) => void;
}) => {
  const rooms = new Map<RoomKey, RoomFeed>();

  const feedOf = (roomKey: RoomKey): RoomFeed => {
    const known = rooms.get(roomKey);
    if (known !== undefined) return known;
    const made = { recent: [], known: new Set<string>(), hasBeenLive: false, pressure: createPressure() };
    rooms.set(roomKey, made);
    return made;
  };

  /** A feed process that was started again has forgotten what it saw, and the service gives a joiner the last comments. */
  const newOnly = (feed: RoomFeed, brought: readonly FeedItem[]): readonly FeedItem[] =>
    brought.filter(({ id }) => {
      if (feed.known.has(id)) return false;
      feed.known.add(id);
      return true;
    });

  /**
   * A mute hides what was received before it; what comes again after a restart must not count as said since. Nor must
   * it be held again where it was let through.
   */
  const asTheyWere = (roomKey: RoomKey, items: readonly FeedItem[]): readonly FeedItem[] => {
    const past = items.filter((item) => item.past === true);
    const found = options.earlier(roomKey, past);
    const known = found.ok ? found.value : new Map<string, Earlier>();
    return items.map((item) => (item.past === true ? asBefore(item, known.get(item.id)) : item));
  };

  /** What a room that was live brings when it is joined again was missed; only before that it is past. */
  const placed = (roomKey: RoomKey, feed: RoomFeed, items: readonly FeedItem[]): readonly FeedItem[] => {
    if (!items.some((item) => item.past === true)) return items;
    return feed.hasBeenLive ? items.map(({ past: _past, ...item }) => item) : asTheyWere(roomKey, items);
  };

  const remember = (feed: RoomFeed, items: readonly FeedItem[]) => {
    feed.recent.push(...items);
    if (feed.recent.length <= RECENT + SLACK) return;
    feed.recent = feed.recent.slice(-RECENT);
    feed.known = idsOf(feed.recent);
  };

  return {
    /** Takes in what a feed process brought; an item that is remembered already goes no further. */
    add: (roomKey: RoomKey, brought: readonly FeedItem[]) => {
      const feed = feedOf(roomKey);
      const items = placed(roomKey, feed, newOnly(feed, brought));
      if (items.length === 0) return;
      feed.hasBeenLive ||= items.some((item) => item.past !== true && item.kind !== 'gap');
      remember(feed, items);
      feed.pressure.add(items.filter(countsAgainstCap).length, options.clock.now());
      options.publish('feed:batch', { roomKey, items: [...items], dropped: 0 });
      options.onItems(roomKey, items);
    },
    /** Oldest first; with `before`, the page that ends just before that item. */
    recent: (roomKey: RoomKey, limit: number, before?: string): { items: FeedItem[]; more: boolean } => {
      const all = rooms.get(roomKey)?.recent ?? [];
      const cut = before === undefined ? all.length : all.findIndex((item) => item.id === before);
      const end = Math.max(0, cut);
      const start = Math.max(0, end - limit);
      return { items: all.slice(start, end), more: start > 0 };
    },
    find: (roomKey: RoomKey, itemId: string) => rooms.get(roomKey)?.recent.find((item) => item.id === itemId),
    /** Another verdict for a comment: for the panel at once, and for one that opens later. */
    setVerdict: (roomKey: RoomKey, itemId: string, verdict: Verdict) => {
      const feed = rooms.get(roomKey);
      if (feed !== undefined) {
        feed.recent = feed.recent.map((item) =>
          item.kind === 'comment' && item.id === itemId ? { ...item, verdict } : item,
        );
      }
      options.publish('feed:verdict', { roomKey, itemId, verdict: { ...verdict, hits: [...verdict.hits] } });
    },
    pressure: (roomKey: RoomKey) => feedOf(roomKey).pressure.read(options.clock.now()),
    forget: (roomKey: RoomKey) => rooms.delete(roomKey),
    /** Drops what a person did from the memory of these rooms. */
    forgetPerson: (userId: string, inRoom: (roomKey: RoomKey) => boolean) => {
      for (const [roomKey, feed] of rooms)
        if (inRoom(roomKey)) feed.recent = feed.recent.flatMap((item) => withoutPerson(item, userId));
    },
    /** Drops all items of all rooms from memory. */
    forgetItems: () => {
      for (const feed of rooms.values()) feed.recent = [];
    },
  };
};
export type FeedHub = ReturnType<typeof createFeedHub>;
