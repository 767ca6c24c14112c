import { useLayoutEffect, useRef } from 'react';
import type { Row, RowId } from '../feed/index.ts';
import type { FeedVirtualizer } from './use-following.ts';

/** Brings a row that was selected with the keys into sight, once, and moves nothing when it is in sight already. */
export const useSelectionInView = (
  virtualizer: FeedVirtualizer,
  rows: readonly Row[],
  selected: RowId | null,
  byKeys: boolean,
): void => {
  const shown = useRef<RowId | null>(null);
  useLayoutEffect(() => {
    const wanted = byKeys ? selected : null;
    if (shown.current === wanted) return;
    shown.current = wanted;
    const index = wanted === null ? -1 : rows.findIndex((row) => row.id === wanted);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [virtualizer, rows, selected, byKeys]);
};
