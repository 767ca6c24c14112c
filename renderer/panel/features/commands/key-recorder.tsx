import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Keys } from '../../ui/index.ts';
import { chordToKeep } from './chords.ts';
import { type ChordVerdict, judgeChord } from './judge-chord.ts';
import { type CommandId, reservedKeys } from './keymap.ts';

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'FnLock']);

type Pressed = { readonly chord: string; readonly verdict: ChordVerdict };

/** What speaks against the key that was pressed, and the ways on. */
const Verdict = (props: { readonly pressed: Pressed; readonly take: () => void }) => {
  const { t } = useText();
  const { verdict } = props.pressed;
  if (verdict.kind === 'taken' && verdict.by !== 'reserved')
    return (
      <>
        <span className="key-trouble">{t('keys.taken', { command: t(`command.${verdict.by}`) })}</span>
        <button type="button" className="btn small" onClick={props.take}>
          {t('keys.takeIt')}
        </button>
      </>
    );
  if (verdict.kind === 'warned')
    return (
      <>
        <span className="key-trouble">{t(`keys.warn.${verdict.warning}`)}</span>
        <button type="button" className="btn small" onClick={props.take}>
          {t('keys.anyway')}
        </button>
      </>
    );
  if (verdict.kind === 'free') return null;
  const kind = verdict.kind === 'taken' ? 'reserved' : verdict.kind;
  return <span className="key-trouble">{t(`keys.${kind}`)}</span>;
};

/** Waits for a key. A free one is taken at once; of any other it says what speaks against it. */
export const KeyRecorder = (props: { readonly command: CommandId; readonly onDone: () => void }) => {
  const { t } = useText();
  const { keymap } = usePanel();
  const [pressed, setPressed] = useState<Pressed>();
  const well = useRef<HTMLButtonElement>(null);
  const { command, onDone } = props;

  useEffect(() => {
    keymap.record(true);
    well.current?.focus();
    return () => keymap.record(false);
  }, [keymap]);

  const take = (chord: string) => {
    keymap.add(command, chord);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || MODIFIERS.has(event.key)) return;
    if (event.key === 'Escape' && !event.shiftKey) return onDone();
    const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
    const altGraph = event.getModifierState('AltGraph');
    const chord = chordToKeep({ key, code, shiftKey, ctrlKey, metaKey, altKey, altGraph });
    if (chord === undefined) return;
    const verdict = judgeChord(chord, command, keymap.state.getState().table, reservedKeys);
    if (verdict.kind === 'free') take(chord);
    else setPressed({ chord, verdict });
  };

  return (
    <fieldset className="key-recorder" aria-label={t('keys.recorder', { command: t(`command.${command}`) })}>
      <button
        ref={well}
        type="button"
        className="key-well"
        onKeyDown={onKeyDown}
        onKeyUp={(event) => event.preventDefault()}
      >
        {pressed === undefined ? t('keys.press') : <Keys chord={pressed.chord} />}
      </button>
      <span role="status" className="key-verdict">
        {pressed === undefined ? null : <Verdict pressed={pressed} take={() => take(pressed.chord)} />}
      </span>
      <button type="button" className="btn small quiet" onClick={onDone}>
        {t('common.cancel')}
      </button>
    </fieldset>
  );
};
