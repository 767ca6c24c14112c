import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';

/**
 * Whoever is selected in the active column; kept while the selection stands, whatever the feed does. The row is lit
 * first: the card is drawn after that was painted, and not at all for those that the keys only pass by.
 */
export const useSubject = (): Subject | undefined => {
  const { clock, deck, desk, feeds, held, journalPick } = usePanel();
  const active = useStore(deck, (state) => state.active);
  const [subject, setSubject] = useState<Subject | undefined>(undefined);
  useEffect(() => {
    const store = active === null ? undefined : feeds.get(active);
    let cancel = (): void => undefined;
    const show = () => {
      cancel();
      setSubject(desk.subject());
    };
    // Not a transition of React: those wait for ever while a feed in a storm has something to draw.
    const follow = () => {
      cancel();
      cancel = clock.frame(() => {
        cancel = clock.after(0, show);
      });
    };
    follow();
    // Whoever wants to write in the card goes on typing: it must be there at once.
    const stopCalls = deck.subscribe(({ cardCalls }, before) => {
      if (cardCalls !== before.cardCalls) show();
    });
    const stopHeld = held.state.subscribe(follow);
    const stopJournal = journalPick.state.subscribe(follow);
    const stopFeed = store?.subscribe((feed, before) => {
      if (feed.selected !== before.selected || feed.open !== before.open) follow();
    });
    return () => {
      cancel();
      stopCalls();
      stopHeld();
      stopJournal();
      stopFeed?.();
    };
  }, [active, clock, deck, desk, feeds, held, journalPick]);
  return subject;
};
