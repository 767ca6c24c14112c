import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ColumnId } from '../deck/index.ts';
import {
  type FeedStore,
  isHeld,
  lastEntry,
  type RoomFeed,
  type RowId,
  rowsOf,
  sawUpTo,
} from '../feed/index.ts';
import { rowDomId } from './row-dom-id.ts';
import {
  type LaidRows,
  noRows,
  ROW_HEIGHT,
  rowWindow,
  sameView,
  spaceAbove,
  spaceFor,
  type View,
  viewAround,
} from './row-window.ts';
import { bringIntoSight, lookAt, scrollToEnd } from './sight.ts';

export type WindowRefs = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Everything in the scroller, and in it the rows that are laid out. */
  readonly content: RefObject<HTMLDivElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
};

type Scroller = WindowRefs['scroller'];

/** Brings a row that was selected with the keys into sight, once; moves nothing when it is in sight already. */
const useSelectionInSight = (
  columnId: ColumnId,
  feed: RoomFeed,
  scroller: Scroller,
  goTo: (index: number) => void,
): void => {
  const done = useRef<RowId | null>(null);
  useLayoutEffect(() => {
    const wanted = feed.hold.moving ? feed.selected : null;
    if (done.current === wanted) return;
    const row = wanted === null ? null : document.getElementById(rowDomId(columnId, wanted));
    const index = wanted === null || row !== null ? -1 : rowsOf(feed).findIndex(({ id }) => id === wanted);
    // Not laid out: it will be, and then this comes by again.
    if (index >= 0) return goTo(index);
    done.current = wanted;
    if (row !== null && scroller.current !== null) bringIntoSight(scroller.current, row);
  });
};

/**
 * What is put in above a reader moves nothing: the browser sees to that, but not at the very top, where it takes the
 * beginning for what is read.
 */
const useTopKept = (above: number, view: View | undefined, follows: boolean, scroller: Scroller): void => {
  const before = useRef({ above, view });
  useLayoutEffect(() => {
    const grown = above - before.current.above;
    const moved = before.current.view !== view;
    before.current = { above, view };
    if (follows || moved || grown <= 0 || scroller.current?.scrollTop !== 0) return;
    scroller.current.scrollTop = grown * ROW_HEIGHT;
  }, [above, view, follows, scroller]);
};

/** Calls `look` after a scroll, and `fit` after each layout in which the feed or its content changed its size. */
const useLayoutWatch = (refs: WindowRefs, look: () => void, fit: () => void): void => {
  const { scroller, content } = refs;
  const latest = useRef({ look, fit });
  useLayoutEffect(() => {
    latest.current = { look, fit };
  });
  useEffect(() => {
    const [frame, whole] = [scroller.current, content.current];
    if (frame === null || whole === null) return;
    const onScroll = () => latest.current.look();
    const observer = new ResizeObserver(() => latest.current.fit());
    observer.observe(frame);
    observer.observe(whole);
    frame.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      frame.removeEventListener('scroll', onScroll);
    };
  }, [scroller, content]);
};

/** Which rows are laid out: the newest while the feed follows, and what is around the viewport while it is held. */
export const useRowWindow = (
  columnId: ColumnId,
  store: FeedStore,
  feed: RoomFeed,
  drawn: boolean,
  refs: WindowRefs,
): LaidRows => {
  const { scroller, list } = refs;
  const { lines, from, open, sieve } = feed;
  const follows = !isHeld(feed.hold);
  const [space, setSpace] = useState(() => spaceFor(window.innerHeight));
  const [view, setView] = useState<View>();
  const followed = useRef<View>(undefined);
  const held = follows ? undefined : (view ?? followed.current);
  const moved = !follows && view !== undefined;
  const laid = useMemo(() => {
    const rows = drawn ? rowWindow({ lines, from, open, sieve }, held, space) : noRows;
    return { ...rows, spaceAbove: spaceAbove(rows, space, moved) };
  }, [drawn, lines, from, open, sieve, held, space, moved]);
  const now = useRef(laid);
  useLayoutEffect(() => {
    now.current = laid;
    const first = laid.rows[0];
    if (!follows) return;
    followed.current =
      first === undefined ? undefined : { firstId: first.id, count: Math.max(laid.rows.length, space) };
  }, [laid, follows, space]);
  useLayoutEffect(() => {
    if (!follows) return;
    setView(undefined);
    scrollToEnd(scroller.current);
  }, [follows, scroller]);
  useTopKept(laid.spaceAbove, view, follows, scroller);

  const look = (draw: (change: () => void) => void) => {
    const [frame, rows, state] = [scroller.current, list.current, store.getState()];
    if (frame === null || rows === null || !isHeld(state.hold)) return;
    const sight = lookAt(frame, rows, now.current);
    if (sight.nearEdge) {
      const all = rowsOf(state);
      const next = viewAround(all, sight.first, spaceFor(frame.clientHeight));
      // Before the next paint, or the reader would look at a blank stretch.
      draw(() => setView((before) => (sameView(before, next) ? before : next)));
      const first = sight.pastEnd ? all[sight.first] : undefined;
      const row = first === undefined ? null : document.getElementById(rowDomId(columnId, first.id));
      if (row !== null) frame.scrollTop = row.offsetTop;
    }
    const last = now.current.rows[sight.last - now.current.above];
    const entry = last?.kind === 'line' ? lastEntry(last.line) : last?.entry;
    if (entry !== undefined) store.setState((before) => sawUpTo(before, entry.seq), true);
  };
  const lookNow = () => look(flushSync);
  useLayoutWatch(refs, lookNow, () => {
    const fitting = spaceFor(scroller.current?.clientHeight ?? window.innerHeight);
    // React draws even what did not change when it is told so in the middle of other changes.
    if (fitting !== space) setSpace(fitting);
    if (isHeld(store.getState().hold)) lookNow();
    else scrollToEnd(scroller.current);
  });
  // One leap of the page that stops the feed may go beyond what was laid out while it followed.
  const wasFollowing = useRef(follows);
  useLayoutEffect(() => {
    if (!follows && wasFollowing.current) look((change) => change());
    wasFollowing.current = follows;
  });
  useSelectionInSight(columnId, feed, scroller, (index) => setView(viewAround(rowsOf(feed), index, space)));
  return laid;
};
