import {
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  Suspense,
  useEffect,
  useEffectEvent,
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

/** What was written before the stored note was there goes beneath it. */
const beneath = (stored: string, written: string): string =>
  [stored, written].filter((part) => part.trim() !== '').join('\n');

/**
 * A note in Markdown, kept when the field is left or with Ctrl+Enter. The field is there before what is stored came
 * (`kept` is `undefined` so long): whoever calls it by key and types must not type into nothing.
 */
export const PersonNote = ({ whom, kept }: { readonly whom: Whom; readonly kept: string | undefined }) => {
  const { t } = useText();
  const { people } = usePanel();
  const hint = useId();
  const [text, setText] = useState(kept ?? '');
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const known = useRef(kept !== undefined);

  const save = async (note: string) => {
    if (kept === undefined || note === kept) return;
    setState('saving');
    setState((await people.setNote(whom, note)) ? 'saved' : 'idle');
  };
  const arrive = useEffectEvent((stored: string) => {
    const busy = document.activeElement === field.current;
    // What somebody is writing is not written over.
    if (known.current && busy) return;
    const early = known.current ? '' : text;
    known.current = true;
    const note = beneath(stored, early);
    setText(note);
    if (!busy && early !== '') void save(note);
  });
  useEffect(() => {
    if (kept !== undefined) arrive(kept);
  }, [kept]);
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
            void save(text);
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
