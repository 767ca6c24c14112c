import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import type { Entries } from './entries.ts';
import type { Journal } from './journal.ts';

export const journalChoices = ['all', 'failed', 'pending'] as const;
export type JournalChoice = (typeof journalChoices)[number];

/** What the deck's journal lists, and the entry in it that the keys are on. */
export type Picked = { readonly shown: JournalChoice; readonly selected: string | null };

export type JournalPick = {
  readonly state: StoreApi<Picked>;
  readonly selected: () => JournalEntry | undefined;
  readonly move: (step: number) => void;
  readonly select: (id: string | null) => void;
  readonly show: (shown: JournalChoice) => void;
};

/** What a column lays out; the journal's page shows more. */
export const MOST_LISTED = 150;

export const chosenEntries = (entries: Entries, shown: JournalChoice): Entries =>
  entries.filter((entry) => shown === 'all' || entry.status === shown);

export const listedEntries = (entries: Entries, shown: JournalChoice): Entries =>
  chosenEntries(entries, shown).slice(0, MOST_LISTED);

/** The entry `step` below the selected one; the newest where none is selected, or it is gone. */
export const entryAfterMove = (entries: Entries, selected: string | null, step: number): string | null => {
  const at = entries.findIndex(({ id }) => id === selected);
  const next = at < 0 ? 0 : Math.max(0, Math.min(entries.length - 1, at + step));
  return entries[next]?.id ?? null;
};

export const createJournalPick = (deps: { readonly journal: Journal }): JournalPick => {
  const state = createStore<Picked>(() => ({ shown: 'all', selected: null }));
  const listed = () => listedEntries(deps.journal.entries.getState(), state.getState().shown);
  return {
    state,
    selected: () => listed().find(({ id }) => id === state.getState().selected),
    move: (step) =>
      state.setState(({ selected }) => ({ selected: entryAfterMove(listed(), selected, step) })),
    select: (selected) => state.setState({ selected }),
    show: (shown) => state.setState({ shown }),
  };
};
