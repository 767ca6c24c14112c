import { type Action, MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { HeldDecision } from '../../../../main/contract/models/held.ts';
import type { Topics } from '../../bridge/index.ts';
import { type DeckStore, HELD_COLUMN } from '../deck/index.ts';
import {
  commentOf,
  entryOfRow,
  type Feeds,
  hold,
  opens,
  type Row,
  type RowId,
  rowAfterMove,
  rowsOf,
  select,
  selectedRow,
  toggleOpen,
  togglePeek,
} from '../feed/index.ts';
import type { Held } from '../held/index.ts';
import type { Moderation } from '../moderation/index.ts';
import { commentsOfRow, meansMany, personOfRow, rowOfHeld, type Subject } from './subject.ts';

/** The acts of a moderator on whatever is selected; keys, buttons, menus and the card all come here. */
export type Desk = {
  readonly subject: () => Subject | undefined;
  readonly pick: (roomKey: RoomKey, id: RowId | null) => void;
  readonly move: (step: number) => void;
  readonly open: () => void;
  readonly leave: () => void;
  readonly pause: () => void;
  readonly toEnd: () => void;
  readonly mute: (subject: Subject, seconds?: number) => void;
  readonly unmute: (subject: Subject) => void;
  readonly ban: (subject: Subject, seconds?: number) => void;
  /** Decides about the held comments of a row; answers whether there were any. */
  readonly decide: (subject: Subject, decision: HeldDecision) => boolean;
  readonly hide: (subject: Subject) => void;
  readonly show: (subject: Subject) => void;
  readonly hideAll: (subject: Subject) => void;
  readonly undo: () => void;
  readonly roomsFor: (roomKey: RoomKey) => readonly RoomKey[];
};

/** How long `B` bans, in seconds: a day. The settings have no place for it yet. */
export const BAN_SECONDS = 86_400;
const FALLBACK_MUTE_SECONDS = 600;

export const createDesk = (deps: {
  readonly feeds: Feeds;
  readonly deck: DeckStore;
  readonly topics: Topics;
  readonly moderation: Moderation;
  readonly held: Held;
}): Desk => {
  const { feeds, deck, topics, moderation, held } = deps;

  const rows = (roomKey: RoomKey): readonly Row[] => {
    const feed = feeds.get(roomKey)?.getState();
    return feed === undefined ? [] : rowsOf(feed);
  };

  const rowNow = (): { readonly roomKey: RoomKey; readonly row: Row } | undefined => {
    const roomKey = deck.getState().active;
    if (roomKey === HELD_COLUMN) return rowOfHeld(held.selected());
    const selected = roomKey === null ? undefined : feeds.get(roomKey)?.getState().selected;
    if (roomKey === null || selected === null || selected === undefined) return undefined;
    const row = selectedRow(rows(roomKey), selected);
    return row === undefined ? undefined : { roomKey, row };
  };

  const subject = (): Subject | undefined => {
    const now = rowNow();
    const person = now === undefined ? undefined : personOfRow(now.row);
    if (now === undefined || person === undefined) return undefined;
    return { ...now, person, comment: commentOf(entryOfRow(now.row)) };
  };

  const unpickOthers = (roomKey: RoomKey) => {
    for (const store of feeds.all()) {
      const feed = store.getState();
      if (feed.roomKey !== roomKey && feed.selected !== null)
        store.setState(select(feed, null, 'pointer'), true);
    }
  };

  const pickBy = (roomKey: RoomKey, id: RowId | null, by: 'keys' | 'pointer') => {
    unpickOthers(roomKey);
    deck.setState({ active: roomKey });
    feeds.get(roomKey)?.setState((feed) => select(feed, id, by), true);
  };

  const move = (step: number) => {
    const roomKey = deck.getState().active;
    if (roomKey === HELD_COLUMN) return held.move(step);
    const selected = roomKey === null ? undefined : feeds.get(roomKey)?.getState().selected;
    if (roomKey === null || selected === undefined) return;
    const id = rowAfterMove(rows(roomKey), selected, step);
    if (id !== null) pickBy(roomKey, id, 'keys');
  };

  const change = (how: Parameters<typeof hold>[1]) => {
    const roomKey = deck.getState().active;
    if (roomKey !== null) feeds.get(roomKey)?.setState((feed) => hold(feed, how), true);
  };

  const roomsFor = (roomKey: RoomKey): readonly RoomKey[] => {
    const { rooms = {} } = topics.values.getState();
    const accountId = rooms[roomKey]?.accountId;
    if (!deck.getState().everywhere || accountId === undefined) return [roomKey];
    return Object.values(rooms)
      .filter((room) => room.accountId === accountId)
      .map((room) => room.key);
  };

  const act = (about: Subject, action: Action, rooms: readonly RoomKey[] = roomsFor(about.roomKey)) =>
    void moderation.act({ action, rooms, original: about.comment?.text });

  const target = ({ person }: Subject) => ({ userId: person.userId, nick: person.nick.slice(0, 500) });

  const onOne = (about: Subject, then: () => void) => {
    if (!meansMany(about)) return then();
    const { row, roomKey } = about;
    const store = feeds.get(roomKey);
    if (row.kind === 'line' && !row.open) store?.setState((feed) => toggleOpen(feed, row.line.seq), true);
    pickBy(roomKey, `e${entryOfRow(row)?.seq ?? row.line.seq}`, 'keys');
  };

  const open = () => {
    const now = rowNow();
    if (now === undefined) return;
    const store = feeds.get(now.roomKey);
    const { row } = now;
    const item = entryOfRow(row)?.item;
    if (row.kind === 'line' && opens(row.line))
      store?.setState((feed) => toggleOpen(feed, row.line.seq), true);
    else if (item?.kind === 'comment') {
      store?.setState((feed) => togglePeek(feed, item.id), true);
      deck.setState({ card: true });
    }
  };

  const decide = (about: Subject, decision: HeldDecision): boolean => {
    const waiting = commentsOfRow(about.row)
      .map((comment) => held.of(about.roomKey, comment.id))
      .filter((one) => one !== undefined);
    if (waiting.length === 0) return false;
    held.decide(waiting, decision);
    return true;
  };

  const hide = (about: Subject) => {
    for (const comment of commentsOfRow(about.row)) {
      const { userId, nick } = comment.person;
      const action: Action = { type: 'hide-comment', userId, nick: nick.slice(0, 500), itemId: comment.id };
      void moderation.act({ action, rooms: [about.roomKey], original: comment.text });
    }
  };

  const undo = () => {
    const about = subject();
    const marks = about === undefined ? undefined : feeds.get(about.roomKey)?.getState().marks;
    const { comment } = about ?? {};
    const hidden =
      comment !== undefined &&
      (marks?.items.has(comment.id) === true || marks?.users.has(comment.person.userId) === true);
    if (about !== undefined && comment !== undefined && hidden)
      void moderation.undoHiding(about.roomKey, comment.id, comment.person.userId);
    else void moderation.undoLast();
  };

  const muteSeconds = () => topics.values.getState().settings?.muteSeconds ?? FALLBACK_MUTE_SECONDS;

  return {
    subject,
    pick: (roomKey, id) => pickBy(roomKey, id, 'pointer'),
    move,
    open,
    leave: () => {
      deck.setState({ card: false });
      change('return');
    },
    pause: () => change('pause'),
    toEnd: () => change('return'),
    mute: (about, seconds = muteSeconds()) =>
      onOne(about, () =>
        act(about, { type: 'mute', ...target(about), seconds: Math.min(seconds, MUTE_FOREVER_SECONDS) }),
      ),
    unmute: (about) => onOne(about, () => act(about, { type: 'unmute', ...target(about) })),
    ban: (about, seconds = BAN_SECONDS) =>
      onOne(about, () => act(about, { type: 'ban', ...target(about), seconds })),
    decide,
    hide,
    show: ({ roomKey, comment }) => {
      if (comment !== undefined) void moderation.undoHiding(roomKey, comment.id, comment.person.userId);
    },
    hideAll: (about) => onOne(about, () => act(about, { type: 'hide-user', ...target(about) })),
    undo,
    roomsFor,
  };
};
