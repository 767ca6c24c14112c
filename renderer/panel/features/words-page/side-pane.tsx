import { X } from 'lucide-react';
import type { WordRule } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { DryRun } from './dry-run.tsx';
import { ImportPane } from './import-pane.tsx';
import { OptionsPane } from './options-pane.tsx';
import { RuleForm } from './rule-form.tsx';
import { StartersPane } from './starters-pane.tsx';
import { Tester } from './tester.tsx';
import { useAsk } from './use-ask.ts';

/** What stands beside the list. `none` shows the tester where there is room for it. */
export type Side =
  | { readonly kind: 'none' | 'try' | 'past' | 'starters' | 'options' }
  /** Takes the whole page. */
  | { readonly kind: 'service' }
  | { readonly kind: 'import'; readonly file: File | undefined }
  | {
      readonly kind: 'rule';
      readonly rule: WordRule | undefined;
      readonly groupId: string | null;
      readonly turn: number;
    };

const titles = {
  none: 'words.try',
  try: 'words.try',
  past: 'words.past',
  starters: 'words.starters',
  options: 'words.options',
  service: 'service.title',
  import: 'words.importTitle',
} as const;

export type SideDeeds = {
  readonly onClose: () => void;
  readonly onSaved: (rule: WordRule) => void;
  readonly onRemove: (rule: WordRule) => void;
  readonly onGroup: (groupId: string) => void;
};

const Content = ({ side, deeds }: { readonly side: Side; readonly deeds: SideDeeds }) => {
  const { t } = useText();
  const ask = useAsk();
  const allowed = useTopic('words')?.settings.allow ?? [];
  const allow = (words: readonly string[]) =>
    void ask('words:set-settings', { patch: { allow: [...new Set([...allowed, ...words])] } });
  if (side.kind === 'rule')
    return (
      <RuleForm
        key={`${side.rule?.id ?? 'new'} ${side.turn}`}
        rule={side.rule}
        groupId={side.groupId}
        onSaved={deeds.onSaved}
        onRemove={deeds.onRemove}
      />
    );
  if (side.kind === 'import') return <ImportPane file={side.file} onAllow={allow} />;
  if (side.kind === 'starters') return <StartersPane onAdded={deeds.onGroup} />;
  if (side.kind === 'options') return <OptionsPane />;
  if (side.kind === 'past')
    return (
      <>
        <p className="words-hint">{t('words.dryRunAll')}</p>
        <DryRun subject={{}} onExcept={allow} />
      </>
    );
  return <Tester />;
};

/** The part of the page that does the work: a rule, a list, a line, the past. */
export const SidePane = ({ side, deeds }: { readonly side: Side; readonly deeds: SideDeeds }) => {
  const { t } = useText();
  const title =
    side.kind === 'rule'
      ? t(side.rule === undefined ? 'words.newRule' : 'words.editRule')
      : t(titles[side.kind]);
  return (
    <aside className="side-pane" data-side={side.kind} aria-label={title}>
      <header className="side-head">
        <h2>{title}</h2>
        {side.kind === 'none' ? null : (
          <button
            type="button"
            className="icon-btn"
            aria-label={t('words.close')}
            title={t('words.close')}
            onClick={deeds.onClose}
          >
            <X aria-hidden="true" />
          </button>
        )}
      </header>
      <div className="side-body">
        <Content side={side} deeds={deeds} />
      </div>
    </aside>
  );
};
