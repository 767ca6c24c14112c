import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';

/** Whoever is selected in the active column; kept while the selection stands, whatever the feed does. */
export const useSubject = (): Subject | undefined => {
  const { deck, desk, feeds, held, journalPick } = usePanel();
  const active = useStore(deck, (state) => state.active);
  const [subject, setSubject] = useState<Subject | undefined>(undefined);
  useEffect(() => {
    const store = active === null ? undefined : feeds.get(active);
    const follow = () => setSubject(desk.subject());
    follow();
    const stopHeld = held.state.subscribe(follow);
    const stopJournal = journalPick.state.subscribe(follow);
    const stopFeed = store?.subscribe((feed, before) => {
      const renewed =
        feed.selected !== before.selected || feed.open !== before.open || feed.sieve !== before.sieve;
      if (renewed) follow();
    });
    return () => {
      stopHeld();
      stopJournal();
      stopFeed?.();
    };
  }, [active, desk, feeds, held, journalPick]);
  return subject;
};
