import { ChevronRight, Trash2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Localized } from '../../../../main/contract/app-error.ts';
import type { WordRule } from '../../../../main/contract/models/word-rule.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { DryRun } from './dry-run.tsx';
import { Part, SwitchLine } from './fields.tsx';
import { LadderField } from './ladder-field.tsx';
import { ExceptFields, ExpiryField, RoomsField } from './reach-fields.tsx';
import {
  type DraftTrouble,
  newDraft,
  type RuleDraft,
  saveTrouble,
  testTrouble,
  withExceptions,
} from './rule-draft.ts';
import { DeedFields, GroupSelect, TextFields } from './rule-fields.tsx';
import { Tester } from './tester.tsx';
import { useAsk } from './use-ask.ts';

export const TroubleNote = ({ trouble }: { readonly trouble: DraftTrouble }) => {
  const { t } = useText();
  if (trouble.kind === 'too-long') return t('words.trouble.too-long', { n: trouble.n });
  if (trouble.kind === 'bad-user') return t('words.trouble.bad-user', { id: trouble.id });
  return t(`words.trouble.${trouble.kind}`);
};

type Note =
  | { readonly kind: 'trouble'; readonly trouble: DraftTrouble }
  | { readonly kind: 'refused'; readonly reason: Localized }
  | { readonly kind: 'saved' };

const NoteLine = ({ note }: { readonly note: Note | undefined }) => {
  const { t, local } = useText();
  return (
    <p className="words-note" role="status" data-kind={note?.kind}>
      {note?.kind === 'trouble' ? <TroubleNote trouble={note.trouble} /> : null}
      {note?.kind === 'refused' ? local(note.reason) : null}
      {note?.kind === 'saved' ? t('words.saved') : null}
    </p>
  );
};

const RestOfRule = (props: {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}) => {
  const { t } = useText();
  const { draft, onChange } = props;
  const special = draft.rooms !== null || draft.expiresAt !== null || draft.note !== '' || !draft.enabled;
  const spared = draft.except.words.length + draft.except.userIds.length + draft.except.roles.length;
  // What was unusual when the form opened is open; after that only the person opens and closes.
  const [first] = useState({ spared: spared > 0, special });
  return (
    <>
      <details className="words-more" open={first.spared}>
        <summary>
          <ChevronRight aria-hidden="true" />
          {t('words.except')}
          {spared === 0 ? null : <span className="words-tally">{spared}</span>}
        </summary>
        <ExceptFields draft={draft} onChange={onChange} />
      </details>
      <details className="words-more" open={first.special}>
        <summary>
          <ChevronRight aria-hidden="true" />
          {t('words.more')}
        </summary>
        <RoomsField draft={draft} onChange={onChange} />
        <ExpiryField draft={draft} onChange={onChange} />
        <Part name={t('words.note')}>
          <input
            className="field"
            aria-label={t('words.note')}
            maxLength={500}
            value={draft.note}
            onChange={(event) => onChange({ note: event.currentTarget.value })}
          />
        </Part>
        <SwitchLine
          name={t('words.enabled')}
          on={draft.enabled}
          onChange={(enabled) => onChange({ enabled })}
        />
      </details>
    </>
  );
};

/** One rule: typed, tried and run over the past before it is saved. */
export const RuleForm = (props: {
  readonly rule: WordRule | undefined;
  readonly groupId: string | null;
  readonly onSaved: (rule: WordRule) => void;
  readonly onRemove: (rule: WordRule) => void;
}) => {
  const { t } = useText();
  const { clock } = usePanel();
  const ask = useAsk();
  const [draft, setDraft] = useState<RuleDraft>(() => props.rule ?? newDraft(props.groupId));
  const [note, setNote] = useState<Note | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const { rule } = props;

  useEffect(() => field.current?.focus(), []);

  const change = (part: Partial<RuleDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setNote(undefined);
  };

  const save = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const trouble = saveTrouble(draft, clock.now());
    if (trouble !== undefined) return setNote({ kind: 'trouble', trouble });
    const answer = await ask('words:save', { rules: [draft] });
    const fate = answer?.fates[0];
    if (fate === undefined) return;
    if (fate.fate !== 'saved' || fate.id === undefined) {
      const reason = fate.reason ?? { en: fate.fate, 'zh-CN': fate.fate };
      return setNote({ kind: 'refused', reason });
    }
    setNote({ kind: 'saved' });
    props.onSaved({ ...draft, id: fate.id });
    if (rule !== undefined) return;
    setDraft(newDraft(draft.groupId));
    field.current?.focus();
  };

  const ready = testTrouble(draft) === undefined;
  return (
    <form
      className="words-form"
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
      }}
    >
      <TextFields field={field} draft={draft} onChange={change} />
      <DeedFields draft={draft} onChange={change} />
      <GroupSelect groupId={draft.groupId} onChoose={(groupId) => change({ groupId })} />
      <LadderField ladder={draft.ladder} onChange={(ladder) => change({ ladder })} />
      <RestOfRule draft={draft} onChange={change} />
      {ready ? (
        <>
          <section aria-label={t('words.tryRule')} className="words-below">
            <h3>{t('words.tryRule')}</h3>
            <Tester rules={[draft]} />
          </section>
          <section aria-label={t('words.dryRun')} className="words-below">
            <h3>{t('words.dryRun')}</h3>
            <DryRun
              subject={{ rules: [draft] }}
              onExcept={(words) => change({ except: withExceptions(draft, words).except })}
            />
          </section>
        </>
      ) : null}
      <div className="words-form-foot">
        <button type="submit" className="btn primary">
          {rule === undefined ? t('words.saveNew') : t('words.save')}
        </button>
        {rule === undefined ? null : (
          <button type="button" className="btn danger" onClick={() => props.onRemove(rule)}>
            <Trash2 aria-hidden="true" />
            {t('words.remove')}
          </button>
        )}
        <NoteLine note={note} />
      </div>
    </form>
  );
};
