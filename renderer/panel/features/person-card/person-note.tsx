import {
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Whom } from '../people/index.ts';

export const NOTE_FIELD = 'person-note';
const NOTE_LIMIT = 20_000;
/** Markdown is read when the first note is looked at, not when the panel starts. */
const NoteText = lazy(async () => ({ default: (await import('./note-text.tsx')).NoteText }));

/** A note in Markdown, kept when the field is left or with Ctrl+Enter. */
export const PersonNote = ({ whom, kept }: { readonly whom: Whom; readonly kept: string }) => {
  const { t } = useText();
  const { people } = usePanel();
  const hint = useId();
  const [text, setText] = useState(kept);
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  useEffect(() => {
    // What somebody is writing is not written over.
    if (document.activeElement !== field.current) setText(kept);
  }, [kept]);

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
  const viewing = !editing && text.trim() !== '';
  const edit = (event: PointerEvent) => {
    if (window.getSelection()?.isCollapsed === false) return;
    if (!(event.target instanceof Element) || event.target.closest('a') === null) field.current?.focus();
  };
  return (
    <section className="card-part" aria-label={t('person.note')}>
      <h3>
        <label htmlFor={NOTE_FIELD}>{t('person.note')}</label>
        <span className="note-state" role="status">
          {state === 'idle' ? null : t(state === 'saving' ? 'person.noteSaving' : 'person.noteSaved')}
        </span>
      </h3>
      <div className="note-box" data-viewing={viewing}>
        <textarea
          ref={field}
          id={NOTE_FIELD}
          className="field person-note"
          maxLength={NOTE_LIMIT}
          value={text}
          placeholder={t('person.noteHint')}
          aria-describedby={hint}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setState('idle');
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setEditing(true)}
          onBlur={() => {
            setEditing(false);
            void save();
          }}
        />
        {viewing ? (
          // The field lies under it and takes the focus by key; a press anywhere but on a link goes to it.
          <section className="note-view" aria-label={t('note.view')} onPointerUp={edit}>
            <Suspense fallback={<p className="note-plain">{text}</p>}>
              <NoteText text={text} />
            </Suspense>
          </section>
        ) : null}
      </div>
      <span id={hint} className="unseen">
        {t('person.noteHint')}
      </span>
    </section>
  );
};
