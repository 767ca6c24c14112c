import { useEffect } from 'react';
import { lastEntry, type Row } from '../feed/index.ts';
import type { FeedVirtualizer } from './use-following.ts';

/** Tells which entry was the newest on screen while the feed stands still, for the count of new ones. */
export const useSeen = (
  virtualizer: FeedVirtualizer,
  rows: readonly Row[],
  follows: boolean,
  saw: (seq: number) => void,
): void => {
  const last = follows ? undefined : virtualizer.range?.endIndex;
  const row = last === undefined ? undefined : rows[last];
  const entry = row?.kind === 'event' ? row.entry : row === undefined ? undefined : lastEntry(row.line);
  const seq = entry?.seq;
  useEffect(() => {
    if (seq !== undefined) saw(seq);
  }, [seq, saw]);
};
