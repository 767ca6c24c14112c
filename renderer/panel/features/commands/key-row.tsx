import { Plus, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { MOST_KEYS } from '../../../../main/contract/models/keys.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { chordText, Keys } from '../../ui/index.ts';
import { KeyRecorder } from './key-recorder.tsx';
import type { Binding, CommandId } from './keymap.ts';
import type { Conflict } from './keys-in-force.ts';

const OneKey = (props: {
  readonly command: CommandId;
  readonly chord: string;
  readonly disputed: boolean;
}) => {
  const { t } = useText();
  const { keymap } = usePanel();
  const { command, chord } = props;
  return (
    <span className="key-held" data-disputed={props.disputed}>
      {props.disputed ? <TriangleAlert aria-label={t('keys.disputed')} role="img" /> : null}
      <Keys chord={chord} />
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('keys.remove', { key: chordText(chord), command: t(`command.${command}`) })}
        onClick={() => keymap.remove(command, chord)}
      >
        <X aria-hidden="true" />
      </button>
    </span>
  );
};

/** A command, its keys, and the ways to change them. */
export const KeyRow = (props: {
  readonly row: Binding;
  readonly changed: boolean;
  readonly conflicts: readonly Conflict[];
}) => {
  const { t } = useText();
  const { keymap } = usePanel();
  const [recording, setRecording] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  const { command, keys } = props.row;
  const name = t(`command.${command}`);

  useEffect(() => {
    if (wasRecording.current && !recording) adder.current?.focus();
    wasRecording.current = recording;
  }, [recording]);

  return (
    <li className="key-row">
      <span className="key-name">{name}</span>
      <span className="key-list">
        {keys.map((chord) => (
          <OneKey
            key={chord}
            command={command}
            chord={chord}
            disputed={props.conflicts.some(({ key }) => key === chord)}
          />
        ))}
        {keys.length === 0 ? <span className="quiet">{t('keys.none')}</span> : null}
      </span>
      <span className="key-tools">
        {props.changed ? (
          <button
            type="button"
            className="icon-btn small"
            aria-label={t('keys.reset', { command: name })}
            title={t('keys.reset', { command: name })}
            onClick={() => keymap.reset(command)}
          >
            <RotateCcw aria-hidden="true" />
          </button>
        ) : null}
        <button
          ref={adder}
          type="button"
          className="icon-btn small"
          aria-label={t('keys.add', { command: name })}
          title={t('keys.add', { command: name })}
          aria-expanded={recording}
          disabled={keys.length >= MOST_KEYS}
          onClick={() => setRecording((now) => !now)}
        >
          <Plus aria-hidden="true" />
        </button>
      </span>
      {recording ? <KeyRecorder command={command} onDone={() => setRecording(false)} /> : null}
    </li>
  );
};
