import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { columnIn, type DeckStore, HELD_COLUMN, isRoomColumn } from '../deck/index.ts';
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
import { personOfRow, rowOfHeld, type Subject, subjectOfEntry } from './subject.ts';

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
    const selected = roomKey === null ? undefined : feedOf(roomKey)?.selected;
    if (roomKey === null || selected === null || selected === undefined) return undefined;
    const row = selectedRow(rows(roomKey), selected);
    return row === undefined ? undefined : { roomKey: entryOfRow(row)?.room ?? roomKey, row };
  };

  const subject = (): Subject | undefined => {
    const now = rowNow();
    const person = now === undefined ? undefined : personOfRow(now.row);
    if (now === undefined || person === undefined) return undefined;
    return { ...now, person, comment: commentOf(entryOfRow(now.row)) };
  };

  const chosenIn = (roomKey: RoomKey) => [...(feedOf(roomKey)?.choice.chosen.values() ?? [])];

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

  /** The room whose comments can be chosen; those of a column that gathers are of several rooms. */
  const active = (): RoomKey | undefined => {
    const roomKey = deck.getState().active;
    return isRoomColumn(roomKey) ? roomKey : undefined;
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
      const roomKey = active();
      const chosen = roomKey === undefined ? [] : chosenIn(roomKey);
      const [first] = chosen;
      if (roomKey === undefined || first === undefined) return subject();
      const row = rowNow()?.row;
      const one = subject();
      const base = one ?? (row === undefined ? undefined : { roomKey, row });
      const about = base ?? { roomKey, row: rows(roomKey).at(-1) };
      if (about.row === undefined) return undefined;
      return { roomKey, row: about.row, person: first.person, comment: first, chosen };
    },
    /** A row that is among the chosen stands for all of them; any other for itself. */
    around: (about: Subject): Subject => {
      const feed = feedOf(about.roomKey);
      return feed !== undefined && isChosen(feed.choice, about.row)
        ? { ...about, chosen: chosenIn(about.roomKey) }
        : about;
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
      if (isRoomColumn(roomKey))
        changeChoice(roomKey, (choice) => chooseUpTo(choice, rows(roomKey), from, id));
    },
    toggle: (roomKey: RoomKey, id: RowId) => {
      const row = selectedRow(rows(roomKey), id);
      pick(roomKey, id, 'pointer');
      if (row !== undefined && isRoomColumn(roomKey))
        changeChoice(roomKey, (choice) => toggleRow(choice, row));
    },
    toggleHere: () => {
      const roomKey = active();
      const row = rowHere();
      if (roomKey !== undefined && row !== undefined)
        changeChoice(roomKey, (choice) => toggleRow(choice, row));
    },
    choosePerson: (about: Subject) => {
      const lines = feedOf(about.roomKey)?.lines;
      if (lines !== undefined)
        changeChoice(about.roomKey, (choice) => choosePerson(choice, lines, about.person.userId));
    },
    chooseSame: ({ roomKey, comment }: Subject) => {
      const lines = feedOf(roomKey)?.lines;
      if (lines !== undefined && comment !== undefined)
        changeChoice(roomKey, (choice) => chooseSame(choice, lines, comment));
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
