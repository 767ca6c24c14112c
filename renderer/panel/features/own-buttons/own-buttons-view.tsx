import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { KeyHint } from '../commands/index.ts';
import { ownButtonText } from './own-button-text.ts';
import { ownButtons } from './own-buttons.ts';

/** The user's own buttons, each with its digit. */
export const OwnButtons = ({ press }: { readonly press: (digit: number) => void }) => {
  const text = useText();
  const buttons = ownButtons(useTopic('settings'));
  if (buttons.length === 0) return null;
  return (
    <fieldset className="own-buttons" aria-label={text.t('own.title')}>
      {buttons.map(({ digit, button }) => {
        const name = ownButtonText(button, text);
        return (
          <button
            key={digit}
            type="button"
            className="btn small own-button"
            title={name}
            onClick={() => press(digit)}
          >
            <span>{name}</span>
            <KeyHint command={`own${digit}`} />
          </button>
        );
      })}
    </fieldset>
  );
};
