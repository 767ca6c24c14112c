import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { JournalFilter } from '../../../../main/contract/calls/journal-calls.ts';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import type { Bridge, Clock } from '../../bridge/index.ts';
import { type Entries, mergeEntries } from './entries.ts';
import type { Journal } from './journal.ts';

/** The filter as the page shows it: empty strings ask for anything, `days` counts back from now. */
export type JournalAsk = {
  readonly actor: string;
  readonly type: string;
  readonly whom: string;
  readonly roomKey: string;
  readonly status: string;
  readonly days: number | null;
  readonly text: string;
};

export const noAsk: JournalAsk = {
  actor: '',
  type: '',
  whom: '',
  roomKey: '',
  status: '',
  days: null,
  text: '',
};

export type LookUpState = {
  readonly ask: JournalAsk;
  readonly entries: Entries;
  /** The filter that the entries were read by: another one is asked for a moment before its entries are here. */
  readonly readBy: JournalAsk;
  readonly more: boolean;
  readonly reading: boolean;
  readonly error: AppError | undefined;
  readonly names: CallOutput<'journal:names'>;
};

/** The part of the whole journal that the page asks for, kept fresh as entries are written. */
export type LookUp = {
  readonly state: StoreApi<LookUpState>;
  readonly ask: (change: Partial<JournalAsk>) => void;
  readonly older: () => void;
  /** While the page is open. */
  readonly follow: () => () => void;
  readonly filter: () => JournalFilter;
};

const PAGE = 200;
const MOST = 1_000;
/** A pause in typing, and the most often that a busy journal is read anew, ms. */
const PAUSE_MS = 200;
const DAY_MS = 86_400_000;

export const filterOf = (ask: JournalAsk, now: number): JournalFilter => {
  const { actor, type, whom, roomKey, status, days, text } = ask;
  return {
    ...(actor === '' ? {} : { actor }),
    ...(type === '' ? {} : { types: [type] as JournalFilter['types'] }),
    ...(whom.trim() === '' ? {} : { whom: whom.trim() }),
    ...(roomKey === '' ? {} : { roomKey }),
    ...(status === '' ? {} : { status: status as JournalFilter['status'] }),
    ...(days === null ? {} : { from: now - days * DAY_MS }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
};

export const createLookUp = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly journal: Journal;
}): LookUp => {
  const { bridge, clock, journal } = deps;
  const state = createStore<LookUpState>(() => ({
    ask: noAsk,
    entries: [],
    readBy: noAsk,
    more: false,
    reading: false,
    error: undefined,
    names: { actors: [], rooms: [] },
  }));
  let turn = 0;
  let cancel: (() => void) | undefined;
  const filter = () => filterOf(state.getState().ask, clock.now());

  const read = async (limit: number, before?: string): Promise<void> => {
    turn += 1;
    const mine = turn;
    const { ask: readBy } = state.getState();
    state.setState({ reading: true });
    const page = before === undefined ? { limit } : { limit, before };
    const answer = await bridge.call('journal:find', { filter: filter(), ...page });
    if (mine !== turn) return;
    if (!answer.ok) return state.setState({ reading: false, error: answer.error });
    const { entries, more } = answer.value;
    state.setState((now) => ({
      reading: false,
      error: undefined,
      readBy,
      more,
      entries: before === undefined ? entries : [...now.entries, ...entries],
    }));
  };

  const readNames = async (): Promise<void> => {
    const answer = await bridge.call('journal:names', {});
    if (answer.ok) state.setState({ names: answer.value });
  };

  const soon = (run: () => void) => {
    cancel?.();
    cancel = clock.after(PAUSE_MS, () => {
      cancel = undefined;
      run();
    });
  };
  const again = () => void read(Math.min(MOST, Math.max(PAGE, state.getState().entries.length)));

  return {
    state,
    filter,
    ask: (change) => {
      state.setState(({ ask }) => ({ ask: { ...ask, ...change } }));
      soon(() => void read(PAGE));
    },
    older: () => {
      const { entries, reading, more } = state.getState();
      const last = entries.at(-1)?.id;
      if (more && !reading && last !== undefined) void read(PAGE, last);
    },
    follow: () => {
      void read(PAGE);
      void readNames();
      const stop = journal.entries.subscribe((now) => {
        // What is on the page changes at once; what is new comes with the next reading.
        const shown = new Set(state.getState().entries.map(({ id }) => id));
        const news = now.filter(({ id }) => shown.has(id));
        state.setState(({ entries }) => ({ entries: mergeEntries(entries, news) }));
        if (cancel === undefined) soon(again);
      });
      return () => {
        turn += 1;
        cancel?.();
        cancel = undefined;
        stop();
      };
    },
  };
};
