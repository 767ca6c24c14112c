import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { groupNames } from '../../../../main/contract/models/starter-names.ts';
import type { WordRule } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { type RulePages, ruleAt } from './rule-pages.ts';
import { RuleRow } from './rule-row.tsx';

const ROW_HEIGHT = 30;
const BEYOND = 12;
const PAGE_STEP = 12;

/** Where a key leads from a row; `undefined` where it does not move. */
export const rowAfterKey = (key: string, at: number, total: number): number | undefined => {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    PageDown: at + PAGE_STEP,
    PageUp: at - PAGE_STEP,
    Home: 0,
    End: total - 1,
  };
  const to = moves[key];
  return to === undefined || total === 0 ? undefined : Math.min(total - 1, Math.max(0, to));
};

const useRows = (pages: RulePages, scroller: RefObject<HTMLDivElement | null>) => {
  const shown = useStore(pages.state);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: shown.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: BEYOND,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { total } = shown;
  useEffect(() => {
    if (total !== undefined && total > 0) pages.need(first, last);
  }, [pages, total, first, last]);
  return { shown, virtualizer, items };
};

/** The rules that match, as many as there are; only those in sight are drawn and read. */
export const RuleList = (props: {
  readonly pages: RulePages;
  readonly filterName: string;
  /** Rules of one group do not each say its name. */
  readonly showGroup: boolean;
  readonly chosen: string | undefined;
  readonly onOpen: (rule: WordRule) => void;
  readonly onToggle: (rule: WordRule) => void;
  readonly onRemove: (rule: WordRule) => void;
  readonly inSight: RefObject<{ first: number; last: number }>;
}) => {
  const { t, local } = useText();
  const { clock } = usePanel();
  const domId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { shown, virtualizer, items } = useRows(props.pages, scroller);
  const [row, setRow] = useState(0);
  const groups = useTopic('words')?.groups;
  const names = useMemo(
    () => new Map(groups?.map((group) => [group.id, local(groupNames(group))])),
    [groups, local],
  );
  const total = shown.total ?? 0;
  const at = Math.min(row, Math.max(0, total - 1));
  props.inSight.current = { first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? 0 };

  const { filterName } = props;
  const before = useRef(filterName);
  useEffect(() => {
    if (before.current === filterName) return;
    before.current = filterName;
    setRow(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [filterName]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = rowAfterKey(event.key, at, total);
    const rule = ruleAt(shown, at);
    const deeds: Readonly<Record<string, ((rule: WordRule) => void) | undefined>> = {
      Enter: props.onOpen,
      ' ': props.onToggle,
      Delete: props.onRemove,
    };
    const deed = deeds[event.key];
    if (to === undefined && deed === undefined) return;
    event.preventDefault();
    if (to !== undefined) {
      setRow(to);
      virtualizer.scrollToIndex(to);
    } else if (rule !== undefined) deed?.(rule);
  };

  const onClick = (event: MouseEvent) => {
    const pressed =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (pressed === null) return;
    const index = Number(pressed.dataset.index);
    const rule = ruleAt(shown, index);
    setRow(index);
    if (rule !== undefined) props.onOpen(rule);
  };

  return (
    <div
      ref={scroller}
      className="rule-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('words.list')}
      aria-description={t('words.keys')}
      aria-activedescendant={total === 0 ? undefined : `${domId}-${at}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className="rule-room" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const rule = ruleAt(shown, item.index);
          return (
            <div
              key={item.key}
              id={`${domId}-${item.index}`}
              className="rule-row"
              role="option"
              tabIndex={-1}
              aria-selected={rule !== undefined && rule.id === props.chosen}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              data-at={item.index === at}
              data-off={rule?.enabled === false}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              data-index={item.index}
            >
              <RuleRow
                rule={rule}
                group={props.showGroup ? names.get(rule?.groupId ?? '') : undefined}
                now={clock.now()}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
};
