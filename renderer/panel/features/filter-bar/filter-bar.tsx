import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { type FeedFilter, filterKinds } from '../../../../main/contract/models/deck.ts';
import { verdictLevels } from '../../../../main/contract/models/verdict.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { type ColumnId, focusPart, partId, withFilter } from '../deck/index.ts';
import { HiddenCount } from './hidden-count.tsx';
import { PickSeveral } from './pick-several.tsx';
import { SavedFilters } from './saved-filters.tsx';

/** The field is there because somebody asked to type in it. */
const focusOnArrival = (input: HTMLInputElement | null): void => input?.focus();

/** The fields that narrow a column. Enter keeps what was typed and goes to the feed; Escape lets everything through. */
export const FilterBar = (props: {
  readonly columnId: ColumnId;
  readonly filter: FeedFilter;
  readonly hidden: number;
}) => {
  const { t } = useText();
  const { deck, columns } = usePanel();
  const { columnId, filter } = props;
  const change = (part: Partial<FeedFilter>) => columns.setFilter(columnId, { ...filter, ...part });
  const clear = () => {
    columns.clearFilter(columnId);
    focusPart(columnId, 'feed');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') clear();
    if (event.key !== 'Enter') return;
    deck.setState((state) => withFilter(state, columnId, false), true);
    focusPart(columnId, 'feed');
  };
  return (
    <search className="filter-bar" aria-label={t('room.filter')}>
      <div className="filter-line">
        <Search aria-hidden="true" />
        <input
          ref={focusOnArrival}
          id={partId(columnId, 'filter')}
          className="filter-field"
          value={filter.text}
          placeholder={t('filter.placeholder')}
          aria-label={t('filter.placeholder')}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <HiddenCount count={props.hidden} />
        <button type="button" className="icon-btn small" aria-label={t('filter.close')} onClick={clear}>
          <X aria-hidden="true" />
        </button>
      </div>
      <div className="filter-line">
        <input
          className="filter-field filter-user"
          value={filter.user}
          placeholder={t('filter.userShort')}
          aria-label={t('filter.user')}
          maxLength={100}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => change({ user: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <PickSeveral
          label={t('filter.kind')}
          chosen={filter.kinds}
          choices={filterKinds.map((value) => ({ value, text: t(`filter.kind.${value}`) }))}
          onChange={(kinds) => change({ kinds: [...kinds] })}
        />
        <PickSeveral
          label={t('filter.verdict')}
          chosen={filter.levels}
          choices={verdictLevels.map((value) => ({ value, text: t(`verdict.${value}`) }))}
          onChange={(levels) => change({ levels: [...levels] })}
        />
        <SavedFilters columnId={columnId} filter={filter} />
      </div>
    </search>
  );
};
