import { startTransition, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';

/**
 * Whoever is selected in the active column; kept while the selection stands, whatever the feed does. The row is lit
 * first: the card is drawn after that was painted, and not at all for those that the keys only pass by.
 */
export const useSubject = (): Subject | undefined => {
  const { deck, desk, feeds, held, journalPick } = usePanel();
  const active = useStore(deck, (state) => state.active);
  const [subject, setSubject] = useState<Subject | undefined>(undefined);
  useEffect(() => {
    const store = active === null ? undefined : feeds.get(active);
    const follow = () => startTransition(() => setSubject(desk.subject()));
    follow();
    // Whoever wants to write in the card goes on typing: it must be there at once.
    const stopCalls = deck.subscribe(({ cardCalls }, before) => {
      if (cardCalls !== before.cardCalls) setSubject(desk.subject());
    });
    const stopHeld = held.state.subscribe(follow);
    const stopJournal = journalPick.state.subscribe(follow);
    const stopFeed = store?.subscribe((feed, before) => {
      if (feed.selected !== before.selected || feed.open !== before.open) follow();
    });
    return () => {
      stopCalls();
      stopHeld();
      stopJournal();
      stopFeed?.();
    };
  }, [active, deck, desk, feeds, held, journalPick]);
  return subject;
};
