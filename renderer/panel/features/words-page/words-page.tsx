import { type DragEvent, useRef, useState } from 'react';
import type { WordRule } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { GroupList } from './group-list.tsx';
import { RulesPane } from './rules-pane.tsx';
import { ServiceWordsView } from './service/service-words.tsx';
import { type Side, SidePane } from './side-pane.tsx';
import { useAsk } from './use-ask.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useRules } from './use-rules.ts';
import { WordsHead } from './words-head.tsx';

const bringsFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** The word rules: found, written, tried, run over the past, taken in and given out. */
export const WordsPage = () => {
  const { t } = useText();
  const ask = useAsk();
  const rules = useRules();
  const [side, setSide] = useState<Side>({ kind: 'none' });
  const [removed, setRemoved] = useState<WordRule | undefined>(undefined);
  const [over, setOver] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLElement>(null);
  const turns = useRef(0);
  const { groupId } = rules.filter;

  const openRule = (rule: WordRule | undefined) => {
    turns.current += 1;
    setSide({ kind: 'rule', rule, groupId: groupId ?? null, turn: turns.current });
  };
  const close = () => {
    setSide({ kind: 'none' });
    page.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  };
  usePageKeys({
    search: () => {
      search.current?.focus();
      return true;
    },
    add: () => {
      openRule(undefined);
      return true;
    },
    close: () => {
      if (side.kind !== 'none') close();
      return side.kind !== 'none';
    },
  });

  const remove = async (rule: WordRule) => {
    const answer = await ask('words:remove', { ids: [rule.id] });
    if (answer === undefined) return;
    setRemoved(rule);
    if (side.kind === 'rule' && side.rule?.id === rule.id) close();
  };
  const undo = async () => {
    if (removed !== undefined && (await ask('words:save', { rules: [removed] })) !== undefined)
      setRemoved(undefined);
  };
  const onDrop = (event: DragEvent) => {
    if (!bringsFile(event)) return;
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) setSide({ kind: 'import', file });
  };

  return (
    <main
      ref={page}
      className="words-page"
      data-over={over}
      aria-label={t('words.title')}
      onDragOver={(event) => {
        if (!bringsFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.target === event.currentTarget) setOver(false);
      }}
      onDrop={onDrop}
    >
      <WordsHead side={side} groupId={groupId} onSide={setSide} onAdd={() => openRule(undefined)} />
      <div className="words-body" data-side={side.kind}>
        {side.kind === 'service' ? (
          <ServiceWordsView />
        ) : (
          <>
            <GroupList picked={groupId} onPick={(picked) => rules.change({ groupId: picked })} />
            <RulesPane
              rules={rules}
              search={search}
              chosen={side.kind === 'rule' ? side.rule?.id : undefined}
              removed={removed}
              onOpen={openRule}
              onToggle={(rule) => void ask('words:save', { rules: [{ ...rule, enabled: !rule.enabled }] })}
              onRemove={(rule) => void remove(rule)}
              onUndo={() => void undo()}
              onStarters={() => setSide({ kind: 'starters' })}
            />
            <SidePane
              side={side}
              deeds={{
                onClose: close,
                onSaved: (rule) =>
                  setSide((now) => (now.kind === 'rule' && now.rule ? { ...now, rule } : now)),
                onRemove: (rule) => void remove(rule),
                onGroup: (added) => rules.change({ groupId: added, text: '', level: undefined }),
              }}
            />
          </>
        )}
      </div>
    </main>
  );
};
