import { createStore } from 'zustand/vanilla';
import type { DeckColumn, HighlightRules } from '../../../../main/contract/models/deck.ts';
import type { Comment, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { markKey } from '../../../../main/contract/models/user-card.ts';
import type { Bridge, Clock, Topics } from '../../bridge/index.ts';
import type { DeckStore } from '../deck/index.ts';
import {
  emptyGathering,
  type FeedEvent,
  type FeedStore,
  type Feeds,
  type Gathered,
  gather,
  type RoomFeed,
  regathered,
} from '../feed/index.ts';
import { queriesOf } from './queries.ts';
import { createReasonFinder, type HighlightContext } from './reason.ts';

type Column = {
  readonly store: FeedStore;
  readonly detach: () => void;
  rules: HighlightRules;
  find: ReturnType<typeof createReasonFinder>;
  /** Goes up with every look into the history, so that a later one wins. */
  turn: number;
};

export type Highlights = { readonly dispose: () => void };

/** The name that a comment may call the VJ by; one sign is too little to mean somebody. */
const NAME_LENGTH = 2;

/** Gathers, for each column of highlights, what its rules pick out of all open rooms: from the history, then live. */
export const createHighlights = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly topics: Topics;
  readonly feeds: Feeds;
  readonly deck: DeckStore;
}): Highlights => {
  const { bridge, clock, topics, feeds, deck } = deps;
  const columns = new Map<string, Column>();

  const contextOf = (roomKey: RoomKey): HighlightContext => {
    const { rooms, accounts, marks } = topics.values.getState();
    const room = rooms?.[roomKey];
    const account = room === undefined ? undefined : accounts?.[room.accountId];
    const names = [account?.nick, account?.userId, room?.ownerId].filter(
      (name) => name !== undefined && name.length >= NAME_LENGTH,
    );
    const now = clock.now();
    return {
      names: [...new Set(names)] as readonly string[],
      isWatched: (userId) => {
        const watch = account === undefined ? undefined : marks?.[markKey(account.sdkAppId, userId)]?.watch;
        if (watch === undefined || watch === null) return false;
        return watch.until === null || watch.until > now;
      },
    };
  };

  const pick = (column: Column, room: RoomKey, comments: readonly Comment[]): readonly Gathered[] => {
    const context = contextOf(room);
    return comments.flatMap((item) => {
      const why = column.find(item, context);
      return why === undefined ? [] : [{ room, item, why }];
    });
  };

  const takeLive = (room: RoomKey, events: readonly FeedEvent[]) => {
    if (columns.size === 0) return;
    const comments = events.filter((event): event is Comment => event.kind === 'comment');
    if (comments.length === 0) return;
    for (const column of columns.values()) {
      const fresh = pick(column, room, comments);
      if (fresh.length > 0) column.store.setState((feed) => gather(feed, fresh), true);
    }
  };

  /** Reads what the history has; the rules then decide, so that the past looks as it would have looked live. */
  const readPast = async (column: Column): Promise<void> => {
    column.turn += 1;
    const mine = column.turn;
    const rooms = deck.getState().rooms;
    if (rooms.length === 0) return;
    const names = [...new Set(rooms.flatMap((room) => contextOf(room).names))];
    const marks = topics.values.getState().marks ?? {};
    const found: Gathered[] = [];
    for (const query of queriesOf({ rules: column.rules, rooms, names, marks, now: clock.now() })) {
      const answer = await bridge.call('history:search', query);
      if (mine !== column.turn) return;
      // What cannot be read now is read again when the link is back; the live part goes on.
      if (!answer.ok) continue;
      for (const { roomKey, item } of answer.value.hits) found.push(...pick(column, roomKey, [item]));
    }
    const stillFits = ({ room, item }: Gathered) => column.find(item, contextOf(room)) !== undefined;
    column.store.setState((feed) => regathered(feed, found, stillFits), true);
  };

  const open = (id: string, rules: HighlightRules): Column => {
    const store = createStore<RoomFeed>(() => emptyGathering(id));
    const column = {
      store,
      detach: feeds.attach(id, store),
      rules,
      find: createReasonFinder(rules),
      turn: 0,
    };
    columns.set(id, column);
    return column;
  };

  const follow = (wanted: readonly DeckColumn[]) => {
    const ids = new Set(wanted.map((column) => column.id));
    for (const [id, column] of columns) {
      if (ids.has(id)) continue;
      column.turn += 1;
      column.detach();
      columns.delete(id);
    }
    for (const column of wanted) {
      if (column.kind !== 'highlights') continue;
      const known = columns.get(column.id);
      if (known !== undefined && JSON.stringify(known.rules) === JSON.stringify(column.rules)) continue;
      const one = known ?? open(column.id, column.rules);
      one.rules = column.rules;
      one.find = createReasonFinder(column.rules);
      void readPast(one);
    }
  };

  const readAll = () => {
    for (const column of columns.values()) void readPast(column);
  };

  const stops = [
    feeds.onIntake(takeLive),
    deck.subscribe((state, before) => {
      if (state.layout !== before.layout) follow(state.layout.columns);
      if (state.rooms.some((room) => !before.rooms.includes(room))) readAll();
    }),
    topics.values.subscribe((values, before) => {
      // Who is watched, and how the VJ is called, may be known only now.
      if (values.marks !== before.marks && values.marks !== undefined) readAll();
      else if (before.accounts === undefined && values.accounts !== undefined) readAll();
    }),
    bridge.link.subscribe((link, before) => {
      if (link.state === 'up' && before.state === 'away') readAll();
    }),
  ];
  follow(deck.getState().layout.columns);

  return {
    dispose: () => {
      for (const stop of stops) stop();
      for (const column of columns.values()) column.detach();
      columns.clear();
    },
  };
};
