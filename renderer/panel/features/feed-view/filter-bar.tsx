import { Search, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { focusPart, partId, withFilter } from '../deck/index.ts';
import { type FeedFilter, type FeedStore, filterKinds, noFilter, setFilter } from '../feed/index.ts';

/** The field is there because somebody asked to type in it. */
const focusOnArrival = (input: HTMLInputElement | null): void => input?.focus();

/** Narrows a column to some words or some kinds. Closing it lets everything through again. */
export const FilterBar = ({ roomKey, store }: { readonly roomKey: string; readonly store: FeedStore }) => {
  const { t } = useText();
  const { deck } = usePanel();
  const filter = useStore(store, (feed) => feed.filter);
  const change = (next: FeedFilter) => store.setState((feed) => setFilter(feed, next), true);
  const close = () => {
    change(noFilter);
    deck.setState((state) => withFilter(state, roomKey, false), true);
    focusPart(roomKey, 'feed');
  };
  return (
    <search className="filter-bar" aria-label={t('room.filter')}>
      <Search aria-hidden="true" />
      <input
        ref={focusOnArrival}
        id={partId(roomKey, 'filter')}
        className="filter-field"
        value={filter.text}
        placeholder={t('filter.placeholder')}
        aria-label={t('filter.placeholder')}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change({ ...filter, text: event.target.value.slice(0, 200) })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') close();
          if (event.key === 'Enter') focusPart(roomKey, 'feed');
        }}
      />
      <Segments
        tight
        label={t('filter.kind')}
        value={filter.kind}
        choices={filterKinds.map((value) => ({ value, text: t(`filter.${value}`) }))}
        onChoose={(kind) => change({ ...filter, kind })}
      />
      <button type="button" className="icon-btn small" aria-label={t('filter.close')} onClick={close}>
        <X aria-hidden="true" />
      </button>
    </search>
  );
};
