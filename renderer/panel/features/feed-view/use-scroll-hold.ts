import { type UIEvent, useRef } from 'react';
import type { Clock } from '../../bridge/index.ts';
import { type FeedStore, hold, showEarlier } from '../feed/index.ts';

/** A scroll event this soon after a wheel, a key or a press on the bar is the reader's; others are our own. */
const BY_HAND_MS = 400;
const NEAR_TOP_PX = 400;
const NEAR_END_PX = 8;

export type ScrollHold = {
  readonly byHand: () => void;
  readonly onScroll: (event: UIEvent<HTMLDivElement>) => void;
};

/** Holds the feed when the reader scrolls up, lets go when they are back at the end, and brings in what is earlier. */
export const useScrollHold = (deps: {
  readonly store: FeedStore;
  readonly clock: Clock;
  readonly loadOlder: () => void;
}): ScrollHold => {
  const { store, clock, loadOlder } = deps;
  const handAt = useRef(Number.NEGATIVE_INFINITY);
  const lastTop = useRef(0);

  const onScroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    const up = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    if (clock.monotonic() - handAt.current > BY_HAND_MS) return;
    handAt.current = clock.monotonic();
    const toEnd = scrollHeight - clientHeight - scrollTop;
    if (toEnd <= NEAR_END_PX) return store.setState((feed) => hold(feed, 'reached-end'), true);
    if (up) store.setState((feed) => hold(feed, 'scrolled-up'), true);
    if (scrollTop > NEAR_TOP_PX) return;
    const feed = store.getState();
    if (feed.from > feed.lines.droppedLines) store.setState(showEarlier(feed), true);
    else loadOlder();
  };

  return {
    byHand: () => {
      handAt.current = clock.monotonic();
    },
    onScroll,
  };
};
