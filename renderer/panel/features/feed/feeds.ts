import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FeedItem, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Bridge, Clock } from '../../bridge/index.ts';
import type { FeedEvent } from './lines.ts';
import { afterFirstTime, afterSnapshot, afterVerdict, type Purge } from './marks.ts';
import { createPacer, type Run } from './pacer.ts';
import { append, emptyFeed, loaded, loadFailed, olderArrived, purge, type RoomFeed } from './room-feed.ts';
import { oldestId } from './room-lines.ts';

export type FeedStore = StoreApi<RoomFeed>;

/** The feeds of all open rooms: what came, in memory, and the way to more of it. */
export type Feeds = {
  /** The rooms that are open now; feeds of others are let go. */
  readonly keep: (roomKeys: readonly RoomKey[]) => void;
  /** A room's feed, or one that gathers from several. */
  readonly get: (id: RoomKey) => FeedStore | undefined;
  /** Takes in a feed that gathers from several rooms; the answer lets it go. */
  readonly attach: (id: string, store: FeedStore) => () => void;
  readonly all: () => readonly FeedStore[];
  readonly loadOlder: (roomKey: RoomKey) => Promise<void>;
  readonly reload: (roomKey: RoomKey) => Promise<void>;
  readonly purge: (roomKey: RoomKey, what: Purge) => void;
  /** Asks the host what is hidden in a room, where what is shown here may be wrong. */
  readonly readMarks: (roomKey: RoomKey) => Promise<void>;
  /** Called after each intake with the rooms that changed and what came. */
  readonly onIntake: (listener: (roomKey: RoomKey, events: readonly FeedEvent[]) => void) => () => void;
  readonly dispose: () => void;
};

const FIRST_PAGE = 400;
const OLDER_PAGE = 400;

/** Keys wait no longer than this for feeds that are being drawn; the others are drawn in the frames after. */
const TURN_MS = 8;

/** A single room's stream is drawn this often: each handful of comments by itself costs more and reads no better. */
const ONE_ROOM_MS = 64;
/** A room that had something within this time has a stream. */
const LIVELY_MS = 200;

/** No time of the monotonic clock is earlier. */
const NEVER = Number.MIN_SAFE_INTEGER;

type Open = { readonly store: FeedStore; readonly waiting: FeedEvent[]; takenAt: number };

const hasNews = ({ store, waiting }: Open): boolean =>
  waiting.length > 0 && store.getState().status !== 'loading';

export const createFeeds = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  /** Makes a change and draws it before it answers, so that it can be seen how long that took. */
  readonly draw: (change: () => void) => void;
}): Feeds => {
  const { bridge, clock, draw } = deps;
  const rooms = new Map<RoomKey, Open>();
  const gathering = new Map<string, FeedStore>();
  const listeners = new Set<(roomKey: RoomKey, events: readonly FeedEvent[]) => void>();

  const takeIn = (roomKey: RoomKey, room: Open) => {
    if (!hasNews(room)) return;
    room.takenAt = clock.monotonic();
    const events = room.waiting.splice(0);
    room.store.setState((feed) => append(feed, events), true);
    for (const listener of listeners) listener(roomKey, events);
  };

  /** The rooms take turns, that which waited longest first; some may be left for the next frame. */
  const takeTurns = (): Run => {
    const began = clock.monotonic();
    const lively = [...rooms.values()].filter((room) => hasNews(room) || began - room.takenAt < LIVELY_MS);
    const due = [...rooms].filter(([, room]) => hasNews(room)).sort(([, a], [, b]) => a.takenAt - b.takenAt);
    for (const [roomKey, room] of due) {
      draw(() => takeIn(roomKey, room));
      if (clock.monotonic() - began >= TURN_MS || clock.inputWaits()) break;
    }
    const left = due.some(([, room]) => hasNews(room));
    return { left, atLeastMs: left || lively.length > 1 ? 0 : ONE_ROOM_MS };
  };
  const pacer = createPacer(clock, takeTurns);
  const flushSoon = pacer.soon;

  const reload = async (roomKey: RoomKey): Promise<void> => {
    const room = rooms.get(roomKey);
    if (room === undefined) return;
    room.store.setState({ status: 'loading' });
    const answer = await bridge.call('feed:recent', { roomKey, limit: FIRST_PAGE });
    if (rooms.get(roomKey) !== room) return;
    if (!answer.ok) {
      room.store.setState((feed) => loadFailed(feed, answer.error), true);
      return flushSoon();
    }
    const page = answer.value;
    const known = new Set(page.items.map((item) => item.id));
    const late = room.waiting.splice(0).filter((event) => !known.has(event.id));
    room.waiting.push(...late);
    room.store.setState((feed) => loaded(feed, page, clock.now()), true);
    flushSoon();
  };

  const loadOlder = async (roomKey: RoomKey): Promise<void> => {
    const store = rooms.get(roomKey)?.store;
    const before = store === undefined ? undefined : oldestId(store.getState().lines);
    if (store === undefined || before === undefined || store.getState().older !== 'more') return;
    store.setState({ older: 'fetching' });
    const answer = await bridge.call('feed:recent', { roomKey, limit: OLDER_PAGE, before });
    if (answer.ok) store.setState((feed) => olderArrived(feed, answer.value), true);
    else store.setState({ older: 'more' });
  };

  const keep = (roomKeys: readonly RoomKey[]) => {
    for (const roomKey of rooms.keys()) if (!roomKeys.includes(roomKey)) rooms.delete(roomKey);
    for (const roomKey of roomKeys) {
      if (rooms.has(roomKey)) continue;
      const store = createStore<RoomFeed>(() => emptyFeed(roomKey));
      rooms.set(roomKey, { store, waiting: [], takenAt: NEVER });
      void reload(roomKey);
    }
  };

  /** Marks name what they are about, so they also hold for what waits to be taken in; a key does not wait for that. */
  const purgeRoom = (roomKey: RoomKey, what: Purge) => {
    rooms.get(roomKey)?.store.setState((feed) => purge(feed, what), true);
  };

  const readMarks = async (roomKey: RoomKey): Promise<void> => {
    const store = rooms.get(roomKey)?.store;
    if (store === undefined) return;
    const answer = await bridge.call('feed:recent', { roomKey, limit: 1 });
    if (answer.ok) store.setState(({ marks }) => ({ marks: afterSnapshot(marks, answer.value.hidden) }));
  };

  const take = (roomKey: RoomKey, items: readonly FeedItem[], dropped: number) => {
    const waiting = rooms.get(roomKey)?.waiting;
    if (waiting === undefined) return;
    const now = clock.now();
    if (dropped > 0) {
      const at = items[0]?.at ?? now;
      const id = `dropped-${items[0]?.id ?? now}`;
      waiting.push({ kind: 'dropped', id, at, receivedAt: items[0]?.receivedAt ?? now, count: dropped });
    }
    waiting.push(...items);
    flushSoon();
  };

  const stops = [
    bridge.on('feed:batch', ({ roomKey, items, dropped }) => take(roomKey, items, dropped)),
    bridge.on('feed:verdict', ({ roomKey, itemId, verdict }) =>
      rooms
        .get(roomKey)
        ?.store.setState((feed) => ({ ...feed, marks: afterVerdict(feed.marks, itemId, verdict) }), true),
    ),
    bridge.on('feed:marks', ({ roomKey, firstTime }) =>
      rooms
        .get(roomKey)
        ?.store.setState((feed) => ({ ...feed, marks: afterFirstTime(feed.marks, firstTime) }), true),
    ),
    bridge.on('feed:purge', ({ roomKey, ...what }) => purgeRoom(roomKey, what)),
    bridge.link.subscribe((link, before) => {
      if (link.state === 'up' && before.state === 'away')
        for (const roomKey of rooms.keys()) void reload(roomKey);
    }),
  ];

  return {
    keep,
    get: (id) => rooms.get(id)?.store ?? gathering.get(id),
    attach: (id, store) => {
      gathering.set(id, store);
      return () => gathering.delete(id);
    },
    all: () => [...[...rooms.values()].map((room) => room.store), ...gathering.values()],
    loadOlder,
    reload,
    purge: purgeRoom,
    readMarks,
    onIntake: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      pacer.dispose();
      for (const stop of stops) stop();
      rooms.clear();
    },
  };
};
