import { type RefObject, useRef } from 'react';
import { useStore } from 'zustand';
import { ruleLevels, type WordRule } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { RuleList } from './rule-list.tsx';
import type { useRules } from './use-rules.ts';

type Rules = ReturnType<typeof useRules>;

const Nothing = ({ rules, onStarters }: { readonly rules: Rules; readonly onStarters: () => void }) => {
  const { t, local } = useText();
  const shown = useStore(rules.pages.state);
  const none = useTopic('words')?.count === 0;
  if (shown.error !== undefined)
    return (
      <div className="rules-nothing" role="alert">
        <strong>{t('words.notLoaded')}</strong>
        <p>{local(shown.error.text)}</p>
        <button type="button" className="btn" onClick={rules.again}>
          {t('words.again')}
        </button>
      </div>
    );
  if (shown.total !== 0) return null;
  if (!none) return <p className="rules-nothing">{t('words.noMatch')}</p>;
  return (
    <div className="rules-nothing">
      <strong>{t('words.empty')}</strong>
      <p>{t('words.emptyText')}</p>
      <button type="button" className="btn" onClick={onStarters}>
        {t('words.starters')}
      </button>
    </div>
  );
};

/** The rule that was removed last, with the way back. */
const Removed = (props: { readonly rule: WordRule | undefined; readonly onUndo: () => void }) => {
  const { t } = useText();
  return (
    <p className="rules-removed" role="status" data-some={props.rule !== undefined}>
      {props.rule === undefined ? null : (
        <>
          <bdi>{t('words.removed', { word: props.rule.text })}</bdi>
          <button type="button" className="btn small" onClick={props.onUndo}>
            {t('words.undo')}
          </button>
        </>
      )}
    </p>
  );
};

/** The list with its search, and what was taken out of it last. */
export const RulesPane = (props: {
  readonly rules: Rules;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly chosen: string | undefined;
  readonly removed: WordRule | undefined;
  readonly onOpen: (rule: WordRule) => void;
  readonly onToggle: (rule: WordRule) => void;
  readonly onRemove: (rule: WordRule) => void;
  readonly onUndo: () => void;
  readonly onStarters: () => void;
}) => {
  const { t } = useText();
  const { rules } = props;
  const total = useStore(rules.pages.state, (shown) => shown.total);
  const pane = useRef<HTMLElement>(null);
  return (
    <section ref={pane} className="rules-pane" aria-label={t('words.list')}>
      <div className="rules-bar">
        <input
          ref={props.search}
          className="field"
          type="search"
          aria-label={t('words.search')}
          placeholder={t('words.search')}
          maxLength={200}
          value={rules.filter.text}
          onChange={(event) => rules.change({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            pane.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
          }}
        />
        <Segments<'all' | 'flag' | 'hold' | 'block'>
          label={t('words.level')}
          value={rules.filter.level ?? 'all'}
          choices={[
            { value: 'all', text: t('words.anyLevel') },
            ...ruleLevels.map((value) => ({ value, text: t(`words.level.${value}`) })),
          ]}
          onChoose={(value) => rules.change({ level: value === 'all' ? undefined : value })}
        />
        <span className="rules-total" role="status">
          {total === undefined ? null : t('words.count', { count: total })}
        </span>
      </div>
      <RuleList
        pages={rules.pages}
        filterName={rules.filterName}
        showGroup={rules.filter.groupId === undefined}
        chosen={props.chosen}
        onOpen={props.onOpen}
        onToggle={props.onToggle}
        onRemove={props.onRemove}
        inSight={rules.inSight}
      />
      <Nothing rules={rules} onStarters={props.onStarters} />
      <Removed rule={props.removed} onUndo={props.onUndo} />
    </section>
  );
};
