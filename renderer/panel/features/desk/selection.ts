import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { columnIn, type DeckStore, HELD_COLUMN } from '../deck/index.ts';
import {
  type Choice,
  choose,
  choosePerson,
  chooseSame,
  chooseUpTo,
  commentOf,
  entryOfRow,
  type Feeds,
  hold,
  isChosen,
  noChoice,
  type Row,
  type RowId,
  rowAfterMove,
  rowsOf,
  select,
  selectedRow,
  toggleRow,
} from '../feed/index.ts';
import type { Held } from '../held/index.ts';
import type { JournalPick } from '../journal/index.ts';
import { personOfRow, rowOfHeld, type Said, type Subject, subjectOfEntry } from './subject.ts';

/** The row that the keys are on, and the comments that are chosen for an act on all of them. */
export const createSelection = (deps: {
  readonly feeds: Feeds;
  readonly deck: DeckStore;
  readonly held: Held;
  readonly journalPick: JournalPick;
}) => {
  const { feeds, deck, held, journalPick } = deps;
  const feedOf = (roomKey: RoomKey) => feeds.get(roomKey)?.getState();

  const inJournal = (): boolean => {
    const { active, layout } = deck.getState();
    return active !== null && columnIn(layout, active)?.kind === 'journal';
  };

  const rows = (roomKey: RoomKey): readonly Row[] => {
    const feed = feedOf(roomKey);
    return feed === undefined ? [] : rowsOf(feed);
  };

  const rowNow = (): { readonly roomKey: RoomKey; readonly row: Row } | undefined => {
    const roomKey = deck.getState().active;
    if (roomKey === HELD_COLUMN) return rowOfHeld(held.selected());
    if (inJournal()) return subjectOfEntry(journalPick.selected());
    const feed = roomKey === null ? undefined : feedOf(roomKey);
    const row = feed === undefined ? undefined : selectedRow(feed, feed.selected);
    return roomKey === null || row === undefined
      ? undefined
      : { roomKey: entryOfRow(row)?.room ?? roomKey, row };
  };

  const subject = (): Subject | undefined => {
    const now = rowNow();
    const person = now === undefined ? undefined : personOfRow(now.row);
    if (now === undefined || person === undefined) return undefined;
    return { ...now, person, comment: commentOf(entryOfRow(now.row)) };
  };

  const chosenIn = (column: RoomKey): readonly Said[] =>
    [...(feedOf(column)?.choice.chosen.values() ?? [])].map(({ comment, room }) => ({
      roomKey: room ?? column,
      comment,
    }));

  const changeChoice = (roomKey: RoomKey, change: (choice: Choice) => Choice) =>
    feeds.get(roomKey)?.setState((feed) => choose(feed, change), true);

  /** One feed at a time has a selection and a choice. */
  const leaveOthers = (roomKey: RoomKey) => {
    for (const store of feeds.all()) {
      const feed = store.getState();
      if (feed.roomKey === roomKey) continue;
      if (feed.choice.chosen.size > 0) changeChoice(feed.roomKey, () => noChoice);
      if (feed.selected !== null) store.setState((now) => select(now, null, 'pointer'), true);
    }
  };

  const pick = (roomKey: RoomKey, id: RowId | null, by: 'keys' | 'pointer') => {
    leaveOthers(roomKey);
    deck.setState({ active: roomKey });
    feeds.get(roomKey)?.setState((feed) => select(feed, id, by), true);
  };

  /** The active column, where it is one whose comments can be chosen. */
  const active = (): RoomKey | undefined => {
    const column = deck.getState().active;
    return column === null || feedOf(column) === undefined ? undefined : column;
  };

  const rowHere = (): Row | undefined => (active() === undefined ? undefined : rowNow()?.row);

  return {
    rowNow,
    subject,
    pick,
    /** The entry that the keys are on, in a column of the journal. */
    entry: () => (inJournal() ? journalPick.selected() : undefined),
    /** What the keys act on: everything that is chosen, or the selected row. */
    aim: (): Subject | undefined => {
      const column = active();
      const chosen = column === undefined ? [] : chosenIn(column);
      const [first] = chosen;
      if (column === undefined || first === undefined) return subject();
      const row = rowNow()?.row ?? rows(column).at(-1);
      return row === undefined ? undefined : { ...first, row, person: first.comment.person, chosen };
    },
    /** A row that is among the chosen stands for all of them; any other for itself. */
    around: (about: Subject): Subject => {
      const choosing = feeds
        .all()
        .map((store) => store.getState())
        .find((feed) => isChosen(feed.choice, about.row));
      return choosing === undefined ? about : { ...about, chosen: chosenIn(choosing.roomKey) };
    },
    move: (step: number) => {
      const roomKey = deck.getState().active;
      if (roomKey === HELD_COLUMN) return held.move(step);
      if (inJournal()) return journalPick.move(step);
      const selected = roomKey === null ? undefined : feedOf(roomKey)?.selected;
      if (roomKey === null || selected === undefined) return;
      const id = rowAfterMove(rows(roomKey), selected, step);
      if (id !== null) pick(roomKey, id, 'keys');
    },
    /** Moves and takes everything on the way into the choice. */
    extend: (step: number) => {
      const roomKey = active();
      const feed = roomKey === undefined ? undefined : feedOf(roomKey);
      if (roomKey === undefined || feed === undefined) return;
      const all = rows(roomKey);
      const id = rowAfterMove(all, feed.selected, step);
      if (id === null) return;
      pick(roomKey, id, 'keys');
      changeChoice(roomKey, (choice) => chooseUpTo(choice, all, feed.selected, id));
    },
    extendTo: (roomKey: RoomKey, id: RowId) => {
      const from = feedOf(roomKey)?.selected ?? null;
      pick(roomKey, id, 'pointer');
      changeChoice(roomKey, (choice) => chooseUpTo(choice, rows(roomKey), from, id));
    },
    toggle: (roomKey: RoomKey, id: RowId) => {
      const feed = feedOf(roomKey);
      const row = feed === undefined ? undefined : selectedRow(feed, id);
      pick(roomKey, id, 'pointer');
      if (row !== undefined) changeChoice(roomKey, (choice) => toggleRow(choice, row));
    },
    toggleHere: () => {
      const roomKey = active();
      const row = rowHere();
      if (roomKey !== undefined && row !== undefined)
        changeChoice(roomKey, (choice) => toggleRow(choice, row));
    },
    choosePerson: (about: Subject) => {
      const column = active() ?? about.roomKey;
      const lines = feedOf(column)?.lines;
      if (lines !== undefined)
        changeChoice(column, (choice) => choosePerson(choice, lines, about.person.userId));
    },
    chooseSame: ({ roomKey, comment }: Subject) => {
      const column = active() ?? roomKey;
      const lines = feedOf(column)?.lines;
      if (lines !== undefined && comment !== undefined)
        changeChoice(column, (choice) => chooseSame(choice, lines, comment));
    },
    /** Answers whether anything was chosen. */
    unchoose: (): boolean => {
      const roomKey = active();
      if (roomKey === undefined || chosenIn(roomKey).length === 0) return false;
      changeChoice(roomKey, () => noChoice);
      return true;
    },
    hold: (how: Parameters<typeof hold>[1]) => {
      const roomKey = deck.getState().active;
      if (roomKey !== null) feeds.get(roomKey)?.setState((feed) => hold(feed, how), true);
    },
  };
};
export type Selection = ReturnType<typeof createSelection>;
