import type { Localized } from '../../contract/app-error.ts';
import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../ports.ts';
import { countAll, type Forgotten } from './count-all.ts';
import { firstComments } from './first-comments.ts';
import { forgetUser } from './forget.ts';
import type { HiddenInRoom, HiddenReach } from './hidden.ts';
import type { HistoryStore } from './history-store.ts';
import { approve, keptOf, type Place } from './kept.ts';
import { type LiveStore, type LiveStoreOptions, openLiveStore } from './live-store.ts';
import type { Mark } from './marks.ts';
import type { RecentPage } from './recent.ts';
import { defaultRetention, type Retention } from './retention.ts';
import { type HitPage, type SearchQuery, searchComments } from './search.ts';
import { createUpkeep } from './upkeep.ts';
import { readUserCard, type UserCard, type UserCardQuery } from './user-card.ts';
import { createWriteBuffer, type WriteBuffer } from './write-buffer.ts';

export type HistoryOptions = LiveStoreOptions & {
  readonly clock: Pick<Clock, 'now' | 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly retention?: Retention;
  /** Longest time that an item waits for its commit, ms; at most half of what a kill may cost. */
  readonly commitMs?: number;
  readonly batchRows?: number;
};

const storesAgain: Localized = {
  en: 'The history is being stored again.',
  'zh-CN': '历史记录已恢复保存。',
};

const openBuffer = (options: HistoryOptions, live: LiveStore): WriteBuffer =>
  createWriteBuffer({
    clock: options.clock,
    write: (batch) => live.guard((store) => store.writer.write(batch)),
    onTrouble: (error) => options.report(error === undefined ? storesAgain : error.text),
    ...(options.commitMs === undefined ? {} : { commitMs: options.commitMs }),
    ...(options.batchRows === undefined ? {} : { batchRows: options.batchRows }),
  });

/** What all parts of the history see: what waits is stored first, so that reading always shows the newest. */
const createAccess = (live: LiveStore, buffer: WriteBuffer) => {
  const read = <T>(run: (store: HistoryStore) => T): Result<T> => {
    buffer.freshen();
    return live.guard(run);
  };
  return {
    read,
    /** For work that can itself answer an error. */
    ask: <T>(run: (store: HistoryStore) => Result<T>): Result<T> => {
      const answer = read(run);
      return answer.ok ? answer.value : answer;
    },
    change: (run: (store: HistoryStore) => void): Result<undefined> =>
      live.guard((store) => {
        run(store);
        return undefined;
      }),
  };
};

/**
 * The history of all rooms in one SQLite file. Expected failures (disk full, no rights, damage) are values and are
 * told to `report`; a damaged file is set aside and a new one begun.
 */
export const openHistory = (options: HistoryOptions): Result<History> => {
  const opened = openLiveStore(options);
  if (!opened.ok) return opened;
  const live = opened.value;
  const buffer = openBuffer(options, live);
  const { read, ask, change } = createAccess(live, buffer);
  const upkeep = createUpkeep({
    clock: options.clock,
    live,
    retention: options.retention ?? defaultRetention,
  });

  const forget = (app: number, userId: string): Promise<Result<number>> => {
    buffer.flush();
    return upkeep.run((store) => forgetUser(store, app, userId, live.settle));
  };

  return ok({
    addItems: (roomKey, items) => {
      const app = options.appOf(roomKey);
      buffer.add(items.map((item) => ({ roomKey, app, item })));
    },
    flush: () => {
      const refused = buffer.flush();
      return refused === undefined ? ok(undefined) : err(refused);
    },
    recent: (roomKey, { limit = 200, before } = {}) =>
      read((store) => store.recent.page(store.rooms.find(roomKey), limit, before)),
    find: (roomKey, itemId) => read(({ recent, rooms }) => recent.find(rooms.find(roomKey), itemId)),
    isRecalled: (roomKey, itemId) =>
      read(({ recent, rooms }) => recent.isRecalled(rooms.find(roomKey), itemId)),
    search: (query) => ask(({ db, rooms }) => searchComments(db, rooms, query)),
    user: (query) => ask((store) => readUserCard(store.db, store, query)),
    firstComments: (roomKey, userIds) => read((store) => firstComments(store, roomKey, userIds)),
    kept: (roomKey, items) => read((store) => keptOf(store, roomKey, items)),
    approve: (roomKey, item) => {
      buffer.freshen();
      return change((store) => approve(store, roomKey, item));
    },
    setNote: (app, userId, text) => change(({ marks }) => marks.setNote(app, userId, text)),
    setWatch: (app, userId, until) => change(({ marks }) => marks.setWatch(app, userId, until)),
    marks: () => read(({ marks }) => marks.all()),
    hidden: {
      reachOf: (roomKey, userId) => read(({ hidden }) => hidden.reachOf(roomKey, userId)),
      hasItem: (roomKey, itemId) => read(({ hidden }) => hidden.hasItem(roomKey, itemId)),
      itemsOf: (roomKey, userId) => read(({ hidden }) => hidden.itemsOf(roomKey, userId)),
      setReach: (roomKey, userId, reach) => change(({ hidden }) => hidden.setReach(roomKey, userId, reach)),
      setItem: (roomKey, itemId, userId, is) =>
        change(({ hidden }) => hidden.setItem(roomKey, itemId, userId, is)),
      inRoom: (roomKey) => read(({ hidden }) => hidden.inRoom(roomKey)),
    },
    setRetention: upkeep.setRetention,
    applyRetention: () => {
      buffer.flush();
      return upkeep.applyRetention();
    },
    forgetUser: forget,
    forgetEverything: () => {
      buffer.flush();
      const before = read(({ db }) => countAll(db));
      buffer.drop();
      const emptied = live.startOver();
      if (!emptied.ok) return emptied;
      return ok(before.ok ? before.value : { rows: 0, people: 0 });
    },
    status: buffer.counts,
    dispose: () => {
      const refused = buffer.flush();
      if (refused !== undefined) options.log.error('history closed with unsaved items', buffer.counts());
      buffer.dispose();
      upkeep.dispose();
      live.close();
    },
  });
};

export type HiddenStore = {
  readonly reachOf: (roomKey: RoomKey, userId: string) => Result<HiddenReach>;
  readonly hasItem: (roomKey: RoomKey, itemId: string) => Result<boolean>;
  /** Comments of a user that were hidden one by one. */
  readonly itemsOf: (roomKey: RoomKey, userId: string) => Result<readonly string[]>;
  readonly setReach: (roomKey: RoomKey, userId: string, reach: HiddenReach) => Result<undefined>;
  readonly setItem: (roomKey: RoomKey, itemId: string, userId: string, hidden: boolean) => Result<undefined>;
  /** Everything hidden in a room, for a panel that opens or comes back. */
  readonly inRoom: (roomKey: RoomKey) => Result<HiddenInRoom>;
};

export type History = {
  /** Takes items at once and commits them within {@link HistoryOptions.commitMs}; an item already stored is left as it is. */
  readonly addItems: (roomKey: RoomKey, items: readonly FeedItem[]) => void;
  /** Commits everything that waits. */
  readonly flush: () => Result<undefined>;
  /** The newest items of a room, oldest first; `before` = the page that ends just before that item. */
  readonly recent: (
    roomKey: RoomKey,
    page?: { readonly limit?: number; readonly before?: string | undefined },
  ) => Result<RecentPage>;
  /** An item by its ID, among the newest 20 000 of its room. */
  readonly find: (roomKey: RoomKey, itemId: string) => Result<FeedItem | undefined>;
  /** Whether somebody recalled it in its room, by its newest 20 000 items. */
  readonly isRecalled: (roomKey: RoomKey, itemId: string) => Result<boolean>;
  readonly search: (query: SearchQuery) => Result<HitPage>;
  readonly user: (query: UserCardQuery) => Result<UserCard>;
  /** userID → ID of the first comment that the history knows of that user in that room. */
  readonly firstComments: (
    roomKey: RoomKey,
    userIds: readonly string[],
  ) => Result<ReadonlyMap<string, string>>;
  /** Those of the items that are stored already, as they are stored, by ID. */
  readonly kept: (roomKey: RoomKey, items: readonly Place[]) => Result<ReadonlyMap<string, FeedItem>>;
  /** A held comment was let through: it is stored and counted as clean, and stays so after a restart. */
  readonly approve: (roomKey: RoomKey, item: Place) => Result<undefined>;
  /** A note in Markdown; a blank one takes it away. */
  readonly setNote: (app: number, userId: string, text: string) => Result<undefined>;
  /** `null` = until told otherwise; `undefined` ends it. */
  readonly setWatch: (app: number, userId: string, until: number | null | undefined) => Result<undefined>;
  /** Everybody with a note or a watch flag. */
  readonly marks: () => Result<readonly Mark[]>;
  readonly hidden: HiddenStore;
  readonly setRetention: (keep: Retention) => void;
  /** Deletes what is over the limits; also runs by itself once an hour. Answers the number of rows. */
  readonly applyRetention: () => Promise<Result<number>>;
  /** Deletes everything about a user of an app, notes included; the journal keeps its entries. */
  readonly forgetUser: (app: number, userId: string) => Promise<Result<number>>;
  /** Answers how many stored lines and people it deleted; the damaged file of a history counts as empty. */
  readonly forgetEverything: () => Result<Forgotten>;
  /** Items that wait, and items given up since the start because the disk refused them. */
  readonly status: () => { readonly waiting: number; readonly lost: number };
  readonly dispose: () => void;
};
