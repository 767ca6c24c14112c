import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Row } from '../feed/index.ts';

export const ROW_HEIGHT = 22;
/** A reader who is this near the end, in px, has come back to it. */
const END_THRESHOLD = 8;
/** Measured heights are kept for this many rows beyond those laid out; the rest would only grow. */
const SIZES_KEPT = 3_000;
const OVERSCAN = 8;

export type FeedVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** Lays out the rows near the viewport, and stays at the newest one for as long as the feed follows. */
export const useFollowing = (
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  follows: boolean,
): FeedVirtualizer => {
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    anchorTo: 'end',
    followOnAppend: follows,
    scrollEndThreshold: END_THRESHOLD,
  });

  const followed = useRef(false);
  useLayoutEffect(() => {
    if (follows && !followed.current && rows.length > 0) virtualizer.scrollToEnd();
    // A way to the end that is still being corrected would go on after the newest line, past the hold.
    if (!follows && followed.current) virtualizer.cancelScroll();
    followed.current = follows && rows.length > 0;
  }, [follows, rows.length, virtualizer]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || !follows) return;
    const observer = new ResizeObserver(() => virtualizer.scrollToEnd());
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, follows, virtualizer]);

  useEffect(() => {
    const sizes = virtualizer.itemSizeCache;
    if (sizes.size <= rows.length + SIZES_KEPT) return;
    const kept = new Set<unknown>(rows.map((row) => row.id));
    for (const key of sizes.keys()) if (!kept.has(key)) sizes.delete(key);
  }, [rows, virtualizer]);

  return virtualizer;
};
