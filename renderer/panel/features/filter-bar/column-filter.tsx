import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import type { ColumnId } from '../deck/index.ts';
import { type FeedStore, hiddenLines, isFiltering } from '../feed/index.ts';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';

/** How a column is narrowed: its fields while they are open, else what is in force, in short. */
export const ColumnFilter = (props: { readonly columnId: ColumnId; readonly store: FeedStore }) => {
  const { columnId, store } = props;
  const { deck } = usePanel();
  const open = useStore(deck, (state) => state.filters.has(columnId));
  const filter = useStore(store, (feed) => feed.filter);
  const hidden = useStore(store, hiddenLines);
  if (open) return <FilterBar columnId={columnId} filter={filter} hidden={hidden} />;
  return isFiltering(filter) ? <FilterChips columnId={columnId} filter={filter} hidden={hidden} /> : null;
};
