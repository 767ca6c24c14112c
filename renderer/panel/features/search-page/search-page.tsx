import { ContextMenu } from '@base-ui/react/context-menu';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { RowMenu } from '../feed-view/index.ts';
import { LastActs, PersonView } from '../person-card/index.ts';
import { SEARCH_FIELD, subjectOf } from './search.ts';
import { SearchFields } from './search-fields.tsx';
import { hitDomId, SearchRow } from './search-row.tsx';

const hitAt = (target: EventTarget): number | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-hit]') : null;
  return row === null ? undefined : Number(row.dataset.hit);
};

/** How many there are, or why there are none. */
const Outcome = () => {
  const { t, local, number } = useText();
  const { status, error, hits, cursor } = useStore(usePanel().search.state);
  if (status === 'failed' && error !== undefined)
    return (
      <p className="search-outcome" role="alert">
        <strong>{t('failed.search')}</strong> {local(error.text)}
      </p>
    );
  const found =
    cursor === undefined
      ? t('search.found', { count: hits.length })
      : t('search.foundMore', { n: number(hits.length) });
  return (
    <p className="search-outcome quiet" role="status">
      {status === 'searching' ? t('search.searching') : null}
      {status === 'ready' ? (hits.length === 0 ? t('search.none') : found) : null}
    </p>
  );
};

const Results = () => {
  const { t } = useText();
  const { search, moderation, deck } = usePanel();
  // What is hidden shows at once, as in a column.
  useStore(moderation.state);
  const { hits, selected, text, cursor, status } = useStore(search.state);
  const pick = (event: MouseEvent): boolean => {
    const index = hitAt(event.target);
    if (index !== undefined) search.pick(index);
    return index !== undefined;
  };
  const onClick = (event: MouseEvent) => {
    if (pick(event)) deck.setState({ card: true });
  };
  if (status === 'idle')
    return (
      <div className="search-empty">
        <h2>{t('search.emptyTitle')}</h2>
        <p>{t('search.emptyText')}</p>
      </div>
    );
  return (
    <div className="search-scroll">
      <ContextMenu.Root>
        <ContextMenu.Trigger
          render={
            <div
              id="search-results"
              className="search-results"
              role="tree"
              tabIndex={0}
              aria-label={t('search.results')}
              aria-activedescendant={selected === null ? undefined : hitDomId(selected)}
              onClick={onClick}
              onContextMenu={pick}
              onKeyDown={(event) => {
                if (event.key === 'ArrowUp' || event.key === 'ArrowDown') event.currentTarget.focus();
              }}
            />
          }
        >
          {hits.map((hit, index) => (
            <SearchRow
              key={`${hit.roomKey}:${hit.item.id}`}
              hit={hit}
              index={index}
              sought={text}
              selected={index === selected}
            />
          ))}
        </ContextMenu.Trigger>
        <RowMenu subject={search.subject} />
      </ContextMenu.Root>
      {cursor === undefined ? null : (
        <button type="button" className="btn small search-more" onClick={search.more}>
          {t('search.more')}
        </button>
      )}
    </div>
  );
};

/** Everything that was said, found again and acted on with the keys of the deck. */
export const SearchPage = () => {
  const { t } = useText();
  const { search, deck } = usePanel();
  const page = useRef<HTMLElement>(null);
  const hit = useStore(search.state, ({ hits, selected }) =>
    selected === null ? undefined : hits[selected],
  );
  const over = useStore(deck, (state) => state.card);
  useEffect(() => {
    page.current?.querySelector<HTMLInputElement>(`#${SEARCH_FIELD}`)?.select();
  }, []);
  const toResults = () => {
    if (search.state.getState().selected === null) search.move(1);
    page.current?.querySelector<HTMLElement>('#search-results')?.focus();
  };
  return (
    <main ref={page} className="deck search-page" aria-label={t('page.search')}>
      <div className="search-main">
        <h1 className="unseen">{t('search.title')}</h1>
        <SearchFields toResults={toResults} />
        <Outcome />
        <Results />
      </div>
      <aside className="card" data-over={over && hit !== undefined} aria-label={t('card.label')}>
        {hit === undefined ? (
          <div className="card-empty">
            <h2>{t('card.emptyTitle')}</h2>
            <p>{t('search.card')}</p>
          </div>
        ) : (
          <PersonView subject={subjectOf(hit)} onClose={() => search.pick(null)} />
        )}
        <LastActs />
      </aside>
    </main>
  );
};
