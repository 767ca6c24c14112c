import { startTransition, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';

/**
 * Whoever is selected in the active column; kept while the selection stands, whatever the feed does. The row is lit
 * first: the card is drawn after that was painted, and not at all for those that the keys only pass by.
 */
export const useSubject = (): Subject | undefined => {
  const { deck, desk, feeds, held } = usePanel();
  const active = useStore(deck, (state) => state.active);
  const [subject, setSubject] = useState<Subject | undefined>(undefined);
  useEffect(() => {
    const store = active === null ? undefined : feeds.get(active);
    const follow = () => startTransition(() => setSubject(desk.subject()));
    follow();
    const stopHeld = held.state.subscribe(follow);
    const stopFeed = store?.subscribe((feed, before) => {
      if (feed.selected !== before.selected || feed.open !== before.open) follow();
    });
    return () => {
      stopHeld();
      stopFeed?.();
    };
  }, [active, desk, feeds, held]);
  return subject;
};
