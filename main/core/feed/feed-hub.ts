import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { Verdict } from '../../contract/models/verdict.ts';
import type { History } from '../history/history.ts';
import { secondOf } from '../history/position.ts';
import type { Clock } from '../ports.ts';
import type { Publish } from '../state/mirror.ts';
import { createPressure, type Pressure } from './pressure.ts';
import { withoutPerson } from './without-person.ts';

/** Items kept in memory per room for a panel that opens or comes back: about 1 kB each, and fifty rooms may be open. */
const RECENT = 2000;
/** How many more there may be before the oldest go: each time, the others are gone through once. */
const SLACK = 500;

/** Of what earlier runs stored, so many of a room's newest stand in its feed at once; a reader pages to the rest. */
const KEPT = 200;

/** A shorter time in which nothing was stored is not worth a line. */
const LEAST_GAP_MS = 2000;

type RoomFeed = {
  recent: FeedItem[];
  known: Set<string>;
  /** Something was said in the room while this run was in it. */
  hasBeenLive: boolean;
  /** What was stored when this feed began: its newest, by ID, and the second of their first. */
  readonly kept: { readonly ids: ReadonlySet<string>; readonly from: number };
  /** When the last of it was received, ms since the epoch; absent once something else came. */
  awaySince: number | undefined;
  /** ms since the epoch. */
  joinedAt: number | undefined;
  readonly pressure: Pressure;
};

/** What came into a room, and what of it does not stand in its feed yet. */
type Placed = { readonly all: readonly FeedItem[]; readonly fresh: readonly FeedItem[] };

const idsOf = (items: readonly FeedItem[]): Set<string> => new Set(items.map(({ id }) => id));

/**
 * Whether a stored item stands in a feed that began with what was kept, or before it. When it was received does not
 * tell: the clock may have been set back since, and another account may store while this feed begins.
 */
const standsIn = ({ ids, from }: RoomFeed['kept'], { id, at }: FeedItem): boolean =>
  ids.has(id) || secondOf(at) <= from;

/** Kinds that count against the room's cap of 40/s; tips do too (tencent-im D), our own gap marks do not. */
const countsAgainstCap = (item: FeedItem) =>
  item.kind !== 'gap' && item.kind !== 'counter' && item.past !== true;

/**
 * Where every room's feed comes together: keeps the newest items, measures the pressure, and hands each batch on to
 * the panel and to whoever else subscribed (history, overlays).
 */
export const createFeedHub = (options: {
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly publish: Publish;
  readonly history: Pick<History, 'addItems' | 'kept' | 'recent'>;
  readonly isOpen: (roomKey: RoomKey) => boolean;
  readonly onItems: (roomKey: RoomKey, items: readonly FeedItem[]) => void;
}) => {
  const rooms = new Map<RoomKey, RoomFeed>();
  const noPressure = createPressure();

  const feedOf = (roomKey: RoomKey): RoomFeed => {
    const known = rooms.get(roomKey);
    if (known !== undefined) return known;
    const kept = options.history.recent(roomKey, { limit: KEPT });
    const recent = kept.ok ? [...kept.value.items] : [];
    const [first] = recent;
    const last = recent.at(-1);
    const made: RoomFeed = {
      recent,
      known: new Set(),
      hasBeenLive: false,
      kept: { ids: idsOf(recent), from: first === undefined ? -1 : secondOf(first.at) },
      awaySince: last && Math.min(last.receivedAt, options.clock.now()),
      joinedAt: undefined,
      pressure: createPressure(),
    };
    rooms.set(roomKey, made);
    return made;
  };

  /** A feed process that was started again has forgotten what it saw, and the service gives a joiner the last comments. */
  const newOnly = (feed: RoomFeed, brought: readonly FeedItem[]): readonly FeedItem[] =>
    brought.filter(({ id, past }) => {
      if (feed.known.has(id) || (past !== true && feed.kept.ids.has(id))) return false;
      feed.known.add(id);
      return true;
    });

  /**
   * What was said before this run came into the room. What an earlier one knew of it stands: when it was received, for a
   * mute hides what came before, and whether it was held. The rest counts as received when it was said.
   */
  const asTheyWere = (roomKey: RoomKey, feed: RoomFeed, items: readonly FeedItem[]): Placed => {
    const past = items.filter((item) => item.past === true);
    const found = options.history.kept(roomKey, past);
    const kept = found.ok ? found.value : new Map<string, FeedItem>();
    const all = items.map((item) => {
      if (item.past !== true) return item;
      const receivedAt = Math.min(item.at, item.receivedAt);
      return { ...(kept.get(item.id) ?? { ...item, receivedAt }), past: true as const };
    });
    return { all, fresh: all.filter((item) => !kept.has(item.id) || !standsIn(feed.kept, item)) };
  };

  /** What a room that was live brings when it is joined again was missed; only before that it is past. */
  const placed = (roomKey: RoomKey, feed: RoomFeed, items: readonly FeedItem[]): Placed => {
    if (!items.some((item) => item.past === true)) return { all: items, fresh: items };
    if (!feed.hasBeenLive) return asTheyWere(roomKey, feed, items);
    const missed = items.map(({ past: _past, ...item }) => item);
    return { all: missed, fresh: missed };
  };

  /** The first that comes tells how long nothing was stored, unless it reaches back to what is. */
  const absence = (feed: RoomFeed, { all, fresh }: Placed): readonly FeedItem[] => {
    const from = feed.awaySince;
    const [first] = fresh;
    feed.awaySince = undefined;
    if (from === undefined || first === undefined || fresh.length < all.length) return [];
    const to = Math.max(from, Math.min(first.receivedAt, feed.joinedAt ?? first.receivedAt));
    if (to - from < LEAST_GAP_MS) return [];
    const id = `gap:${from}:${to}`;
    return [{ id, at: to, receivedAt: to, kind: 'gap', from, to, cause: 'closed', recovered: false }];
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
      // What was under way when a room was closed has no feed to go to.
      if (!options.isOpen(roomKey)) return options.history.addItems(roomKey, brought);
      const feed = feedOf(roomKey);
      const came = placed(roomKey, feed, newOnly(feed, brought));
      if (came.all.length === 0) return;
      const gap = absence(feed, came);
      const fresh = [...gap, ...came.fresh];
      feed.hasBeenLive ||= came.all.some((item) => item.past !== true && item.kind !== 'gap');
      remember(feed, fresh);
      feed.pressure.add(fresh.filter(countsAgainstCap).length, options.clock.monotonic());
      if (fresh.length > 0) options.publish('feed:batch', { roomKey, items: fresh, dropped: 0 });
      options.onItems(roomKey, [...gap, ...came.all]);
    },
    /** A room was joined, for the first time or again. */
    joined: (roomKey: RoomKey) => {
      feedOf(roomKey).joinedAt ??= options.clock.now();
    },
    /** Oldest first; with `before`, the page that ends just before that item. */
    recent: (roomKey: RoomKey, limit: number, before?: string): { items: FeedItem[]; more: boolean } => {
      const all = feedOf(roomKey).recent;
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
    pressure: (roomKey: RoomKey) =>
      (rooms.get(roomKey)?.pressure ?? noPressure).read(options.clock.monotonic()),
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
