import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type {
  ServiceList,
  ServiceWord,
  WordDeed,
} from '../../../../../main/contract/models/service-words.ts';
import { useText } from '../../../i18n/index.ts';
import { rowAt } from '../paged.ts';
import type { Service } from './use-service.ts';
import { WordRow } from './word-row.tsx';

const ROW_HEIGHT = 40;
const NARROW_HEIGHT = 76;
const BEYOND = 10;

/** The words of both sides, as many as there are; only those in sight are drawn and read. */
export const WordTable = (props: {
  readonly service: Service;
  readonly list: ServiceList;
  readonly onDeed: (deed: WordDeed, row: ServiceWord) => void;
}) => {
  const { t } = useText();
  const { pages, inSight, state, view, text } = props.service;
  const shown = useStore(pages.state);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: shown.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ((scroller.current?.clientWidth ?? 1000) < 760 ? NARROW_HEIGHT : ROW_HEIGHT),
    overscan: BEYOND,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  inSight.current = { first, last };
  const { total } = shown;
  useEffect(() => {
    if (total !== undefined && total > 0) pages.need(first, last);
  }, [pages, total, first, last]);
  const name = `${view} ${text}`;
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    scroller.current?.scrollTo({ top: 0 });
  }, [name]);
  useEffect(() => {
    const observer = new ResizeObserver(() => virtualizer.measure());
    if (scroller.current !== null) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [virtualizer]);

  return (
    <div className="service-table">
      <div className="service-row service-names" aria-hidden="true">
        <span>{t('service.word')}</span>
        <span>{t('service.here')}</span>
        <span>{t('service.there')}</span>
        <span>{t('service.notes')}</span>
        <span />
      </div>
      <div ref={scroller} className="service-scroll">
        <ul
          className="rule-room"
          aria-label={t('service.words')}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => (
            <li
              key={item.key}
              className="service-row"
              aria-setsize={total ?? -1}
              aria-posinset={item.index + 1}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <WordRow
                row={rowAt(shown, item.index)}
                list={props.list}
                busy={state?.job != null}
                onDeed={props.onDeed}
              />
            </li>
          ))}
        </ul>
        {total === 0 ? (
          <p className="rules-nothing">
            {t(state?.counts.all === 0 ? 'service.nothingAtAll' : 'service.nothing')}
          </p>
        ) : null}
      </div>
    </div>
  );
};
