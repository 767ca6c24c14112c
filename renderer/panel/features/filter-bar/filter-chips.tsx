import { ListFilter, X } from 'lucide-react';
import { useStore } from 'zustand';
import type { FeedFilter } from '../../../../main/contract/models/deck.ts';
import { type Text, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { KeyHint } from '../commands/index.ts';
import { type ColumnId, focusPart, withFilter } from '../deck/index.ts';
import { isFiltering } from '../feed/index.ts';
import { HiddenCount } from './hidden-count.tsx';

type Part = { readonly key: string; readonly text: string; readonly without: Partial<FeedFilter> };

/** The parts of a filter, each with what the filter is without it. */
const partsOf = ({ text, user, kinds, levels }: FeedFilter, { t }: Text): readonly Part[] => [
  ...(text.trim() === '' ? [] : [{ key: 'text', text: `“${text.trim()}”`, without: { text: '' } }]),
  ...(user.trim() === ''
    ? []
    : [{ key: 'user', text: t('filter.by', { user: user.trim() }), without: { user: '' } }]),
  ...(kinds.length === 0
    ? []
    : [
        {
          key: 'kinds',
          text: kinds.map((kind) => t(`filter.kind.${kind}`)).join(', '),
          without: { kinds: [] },
        },
      ]),
  ...(levels.length === 0
    ? []
    : [
        {
          key: 'levels',
          text: levels.map((level) => t(`verdict.${level}`)).join(', '),
          without: { levels: [] },
        },
      ]),
];

/** What a column lets through, part by part, and how much it keeps back; one key lets everything through. */
export const FilterChips = (props: {
  readonly columnId: ColumnId;
  readonly filter: FeedFilter;
  readonly hidden: number;
}) => {
  const text = useText();
  const { t } = text;
  const { deck, columns } = usePanel();
  const { columnId, filter } = props;
  const named = useStore(deck, (state) =>
    state.layout.filters.find((one) => JSON.stringify(one.filter) === JSON.stringify(filter)),
  );
  const clear = () => {
    columns.clearFilter(columnId);
    focusPart(columnId, 'feed');
  };
  const without = (part: Part) => {
    const rest = { ...filter, ...part.without };
    if (isFiltering(rest)) columns.setFilter(columnId, rest);
    else clear();
  };
  const parts: readonly Part[] =
    named === undefined ? partsOf(filter, text) : [{ key: 'named', text: named.name, without: {} }];
  return (
    <fieldset className="filter-chips" aria-label={t('filter.inForce')}>
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('filter.edit')}
        title={t('filter.edit')}
        onClick={() => deck.setState((state) => withFilter(state, columnId, true), true)}
      >
        <ListFilter aria-hidden="true" />
      </button>
      {parts.map((part) => (
        <button
          key={part.key}
          type="button"
          className="chip"
          aria-label={t('filter.without', { part: part.text })}
          onClick={() => (part.key === 'named' ? clear() : without(part))}
        >
          <bdi>{part.text}</bdi>
          <X aria-hidden="true" />
        </button>
      ))}
      <HiddenCount count={props.hidden} />
      <button type="button" className="filter-clear" onClick={clear}>
        {t('filter.clear')}
        <KeyHint command="clearFilter" end />
      </button>
    </fieldset>
  );
};
