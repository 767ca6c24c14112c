import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { CallInput } from '../../../../main/contract/calls.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Person } from '../../../../main/contract/models/person.ts';
import type { Hit } from '../../../../main/contract/models/user-card.ts';
import type { Bridge, Clock } from '../../bridge/index.ts';
import { rowOfItem, type Subject } from '../desk/index.ts';

/** The field's id, for the key that leads there. */
export const SEARCH_FIELD = 'search-field';

export type SearchAsk = {
  readonly text: string;
  /** `null` = all rooms. */
  readonly roomKey: RoomKey | null;
  readonly person: Person | null;
  /** So many days back; `null` = any time. */
  readonly days: number | null;
};

export type SearchState = SearchAsk & {
  readonly status: 'idle' | 'searching' | 'ready' | 'failed';
  readonly error: AppError | undefined;
  readonly hits: readonly Hit[];
  /** Where older ones begin; absent at the end. */
  readonly cursor: string | undefined;
  /** The chosen hit. */
  readonly selected: number | null;
};

/** Looks through everything that was said, and remembers what was found while other pages are open. */
export type Search = {
  readonly state: StoreApi<SearchState>;
  readonly ask: (change: Partial<SearchAsk>) => void;
  readonly more: () => void;
  readonly move: (step: number) => void;
  readonly pick: (index: number | null) => void;
  /** Whom and what the keys act on. */
  readonly subject: () => Subject | undefined;
  readonly dispose: () => void;
};

/** A pause in typing this long asks the host, ms. */
const PAUSE_MS = 150;
const PAGE = 50;
/** Calls that one search makes for a page: each looks at a bounded number of rows. */
const MOST_CALLS = 40;
const DAY_MS = 86_400_000;

export const subjectOf = ({ roomKey, item }: Hit): Subject => ({
  roomKey,
  row: rowOfItem(item),
  person: item.person,
  comment: item,
});

const isEmpty = ({ text, roomKey, person, days }: SearchAsk): boolean =>
  text.trim() === '' && roomKey === null && person === null && days === null;

export const createSearch = (deps: { readonly bridge: Bridge; readonly clock: Clock }): Search => {
  const { bridge, clock } = deps;
  const state = createStore<SearchState>(() => ({
    text: '',
    roomKey: null,
    person: null,
    days: null,
    status: 'idle',
    error: undefined,
    hits: [],
    cursor: undefined,
    selected: null,
  }));
  let turn = 0;
  let cancel: (() => void) | undefined;

  const inputOf = ({ text, roomKey, person, days }: SearchAsk, cursor: string | undefined) =>
    ({
      text: text.trim(),
      limit: PAGE,
      ...(roomKey === null ? {} : { rooms: [roomKey] }),
      ...(person === null ? {} : { userId: person.userId }),
      ...(days === null ? {} : { from: clock.now() - days * DAY_MS }),
      ...(cursor === undefined ? {} : { cursor }),
    }) satisfies CallInput<'history:search'>;

  /** Asks until a page is full or nothing is left; another search in between ends this one. */
  const collect = async (from: string | undefined, kept: readonly Hit[]): Promise<void> => {
    turn += 1;
    const mine = turn;
    const wanted = kept.length + PAGE;
    let hits = kept;
    let cursor = from;
    state.setState({ status: 'searching', error: undefined });
    for (let call = 0; call < MOST_CALLS && hits.length < wanted; call += 1) {
      const answer = await bridge.call('history:search', inputOf(state.getState(), cursor));
      if (mine !== turn) return;
      if (!answer.ok) return state.setState({ status: 'failed', error: answer.error });
      hits = [...hits, ...answer.value.hits];
      cursor = answer.value.cursor;
      state.setState({ hits, cursor });
      if (cursor === undefined) break;
    }
    state.setState({ status: 'ready', hits, cursor });
  };

  const begin = () => {
    cancel = undefined;
    state.setState({ selected: null });
    if (isEmpty(state.getState())) {
      turn += 1;
      state.setState({ status: 'idle', hits: [], cursor: undefined, error: undefined });
    } else void collect(undefined, []);
  };

  return {
    state,
    ask: (change) => {
      state.setState(change);
      cancel?.();
      cancel = clock.after(PAUSE_MS, begin);
    },
    more: () => {
      const { cursor, hits, status } = state.getState();
      if (cursor !== undefined && status !== 'searching') void collect(cursor, hits);
    },
    move: (step) =>
      state.setState(({ hits, selected }) => {
        if (hits.length === 0) return {};
        const next = selected === null ? 0 : selected + step;
        return { selected: Math.max(0, Math.min(hits.length - 1, next)) };
      }),
    pick: (selected) => state.setState({ selected }),
    subject: () => {
      const { hits, selected } = state.getState();
      const hit = selected === null ? undefined : hits[selected];
      return hit === undefined ? undefined : subjectOf(hit);
    },
    dispose: () => {
      turn += 1;
      cancel?.();
    },
  };
};
