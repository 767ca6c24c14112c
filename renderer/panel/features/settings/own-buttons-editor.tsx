import {
  OWN_BUTTONS,
  type OwnButton,
  ownButtonSchema,
  ownDeeds,
} from '../../../../main/contract/models/own-button.ts';
import { useText } from '../../i18n/index.ts';
import { ownButtonText } from '../own-buttons/index.ts';
import { LengthField } from './length-field.tsx';

type Change = (part: Partial<OwnButton>) => void;
const warnings = ['no', 'room', 'user'] as const;
const timed: ReadonlySet<OwnButton['deed']> = new Set(['mute', 'ban', 'watch']);

/** Taken when the field is left, so that half a word is never on a button. */
const TextPart = (props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (text: string) => void;
}) => (
  <input
    key={props.value}
    className="field"
    type="text"
    aria-label={props.label}
    placeholder={props.placeholder}
    maxLength={props.most}
    defaultValue={props.value}
    onBlur={(event) => {
      const text = event.currentTarget.value.trim();
      if (text !== props.value) props.onChange(text);
    }}
  />
);

const ButtonRow = (props: {
  readonly digit: number;
  readonly button: OwnButton;
  readonly change: Change;
}) => {
  const text = useText();
  const { t } = text;
  const { digit, button, change } = props;
  const named = { ...button, name: '' };
  return (
    <li className="own-row">
      <kbd className="key">{digit}</kbd>
      <TextPart
        label={t('actset.ownName', { digit })}
        placeholder={ownButtonText(named, text) || t('own.deed.none')}
        value={button.name}
        most={40}
        onChange={(name) => change({ name })}
      />
      <select
        className="field"
        aria-label={t('actset.ownWarn', { digit })}
        value={button.warn}
        onChange={(event) =>
          change({ warn: warnings.find((one) => one === event.currentTarget.value) ?? 'no' })
        }
      >
        <option value="no">{t('actset.noWarning')}</option>
        <option value="room">{t('own.warnRoom')}</option>
        <option value="user">{t('own.warnUser')}</option>
      </select>
      <select
        className="field"
        aria-label={t('actset.ownDeed', { digit })}
        value={button.deed}
        onChange={(event) =>
          change({ deed: ownDeeds.find((one) => one === event.currentTarget.value) ?? 'none' })
        }
      >
        {ownDeeds.map((deed) => (
          <option key={deed} value={deed}>
            {t(`own.deed.${deed}`)}
          </option>
        ))}
      </select>
      {timed.has(button.deed) ? (
        <LengthField
          label={t('actset.ownTime', { digit })}
          seconds={button.seconds}
          onChange={(seconds) => change({ seconds })}
        />
      ) : (
        <span />
      )}
      {button.warn === 'no' ? (
        <span />
      ) : (
        <TextPart
          label={t('actset.ownText', { digit })}
          placeholder={t('actset.textPlaceholder')}
          value={button.warnText}
          most={500}
          onChange={(warnText) => change({ warnText })}
        />
      )}
      <TextPart
        label={t('actset.ownReason', { digit })}
        placeholder={t('actset.reasonPlaceholder')}
        value={button.reason}
        most={200}
        onChange={(reason) => change({ reason })}
      />
    </li>
  );
};

/** The user's own buttons, one row for each digit. */
export const OwnButtonsEditor = (props: {
  readonly buttons: readonly (OwnButton | null)[];
  readonly onChange: (buttons: (OwnButton | null)[]) => void;
}) => {
  const empty = ownButtonSchema.parse({});
  const all = Array.from({ length: OWN_BUTTONS }, (_, index) => ({
    digit: index + 1,
    button: props.buttons[index] ?? empty,
  }));
  const change = (at: number) => (part: Partial<OwnButton>) =>
    props.onChange(all.map(({ digit, button }) => (digit === at ? { ...button, ...part } : button)));
  return (
    <ol className="own-rows">
      {all.map(({ digit, button }) => (
        <ButtonRow key={digit} digit={digit} button={button} change={change(digit)} />
      ))}
    </ol>
  );
};
