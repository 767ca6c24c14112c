import { Search } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { CommandTip } from '../commands/index.ts';
import { withFilter } from './deck.ts';
import type { ColumnId } from './layout.ts';

/** Opens and closes the fields of a column's filter. */
export const FilterButton = ({ columnId }: { readonly columnId: ColumnId }) => {
  const { t } = useText();
  const { deck } = usePanel();
  const open = useStore(deck, (state) => state.filters.has(columnId));
  return (
    <CommandTip text={t('room.filter')} command="filter">
      <button
        type="button"
        className="icon-btn column-filter"
        aria-pressed={open}
        aria-label={t('room.filter')}
        onClick={() => deck.setState((state) => withFilter(state, columnId, !open), true)}
      >
        <Search aria-hidden="true" />
      </button>
    </CommandTip>
  );
};
