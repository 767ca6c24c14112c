import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Whom } from '../people/index.ts';

export const NOTE_FIELD = 'person-note';
const NOTE_LIMIT = 20_000;

/** A note in Markdown, kept when the field is left or with Ctrl+Enter. */
export const PersonNote = ({ whom, kept }: { readonly whom: Whom; readonly kept: string }) => {
  const { t } = useText();
  const { people } = usePanel();
  const hint = useId();
  const [text, setText] = useState(kept);
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  useEffect(() => setText(kept), [kept]);

  const save = async () => {
    if (text === kept) return;
    setState('saving');
    setState((await people.setNote(whom, text)) ? 'saved' : 'idle');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!done || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.blur();
  };
  return (
    <section className="card-part" aria-label={t('person.note')}>
      <h3>
        <label htmlFor={NOTE_FIELD}>{t('person.note')}</label>
        <span className="note-state" role="status">
          {state === 'idle' ? null : t(state === 'saving' ? 'person.noteSaving' : 'person.noteSaved')}
        </span>
      </h3>
      <textarea
        id={NOTE_FIELD}
        className="field person-note"
        rows={Math.min(8, Math.max(1, text.split('\n').length))}
        maxLength={NOTE_LIMIT}
        value={text}
        placeholder={t('person.noteHint')}
        aria-describedby={hint}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setState('idle');
        }}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      <span id={hint} className="unseen">
        {t('person.noteHint')}
      </span>
    </section>
  );
};
