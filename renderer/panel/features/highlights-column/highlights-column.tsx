import { Highlighter } from 'lucide-react';
import { useStore } from 'zustand';
import type { HighlightRules } from '../../../../main/contract/models/deck.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ColumnFrame, ColumnHead, ColumnMenu, FilterButton } from '../deck/index.ts';
import type { FeedStore } from '../feed/index.ts';
import { FeedList } from '../feed-view/index.ts';
import { ColumnFilter } from '../filter-bar/index.ts';
import { RulesForm } from './rules-form.tsx';

const Count = ({ store }: { readonly store: FeedStore }) => {
  const { number } = useText();
  const count = useStore(store, (feed) => feed.lines.list.length);
  return <span className="held-count">{number(count)}</span>;
};

/** What the rules pick out of all open rooms, each row with its room; everything can be done here as in a room's feed. */
export const HighlightsColumn = (props: { readonly id: string; readonly rules: HighlightRules }) => {
  const { t } = useText();
  const { feeds } = usePanel();
  const { id } = props;
  const store = feeds.get(id);
  if (store === undefined) return null;
  const name = t('column.highlights');
  return (
    <ColumnFrame id={id} label={name}>
      <ColumnHead name={name}>
        <h2>
          <Highlighter aria-hidden="true" />
          {name}
        </h2>
        <Count store={store} />
        <span className="column-tools">
          <FilterButton columnId={id} />
          <RulesForm id={id} rules={props.rules} />
          <ColumnMenu id={id} label={t('column.more')} closeText={t('column.close')} filters />
        </span>
      </ColumnHead>
      <ColumnFilter columnId={id} store={store} />
      <div className="column-body">
        <FeedList
          columnId={id}
          label={t('highlights.label')}
          room={undefined}
          store={store}
          empty={t('highlights.empty')}
        />
      </div>
    </ColumnFrame>
  );
};
