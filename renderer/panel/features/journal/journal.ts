import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import type { Bridge } from '../../bridge/index.ts';
import { type Entries, mergeEntries } from './entries.ts';

export type Journal = {
  readonly entries: StoreApi<Entries>;
  readonly take: (entries: readonly JournalEntry[]) => void;
  readonly dispose: () => void;
};

const FIRST_PAGE = 200;

/** Mirrors the newest part of the journal: read once, then each entry as it is written or changes. */
export const createJournal = (deps: { readonly bridge: Bridge }): Journal => {
  const { bridge } = deps;
  const entries = createStore<Entries>(() => []);
  const take = (news: readonly JournalEntry[]) =>
    entries.setState((known) => mergeEntries(known, news), true);

  const load = async () => {
    const answer = await bridge.call('journal:recent', { limit: FIRST_PAGE });
    if (answer.ok) take(answer.value.entries);
  };
  const stops = [
    bridge.on('journal:entry', (entry) => take([entry])),
    bridge.link.subscribe((link, before) => {
      if (link.state === 'up' && before.state !== 'up') void load();
    }),
  ];
  if (bridge.link.getState().state === 'up') void load();

  return {
    entries,
    take,
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
};
