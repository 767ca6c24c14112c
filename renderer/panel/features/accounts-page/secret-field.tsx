import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Field } from './field.tsx';
import type { FieldProblem } from './read-fields.ts';

/** A passphrase or another secret line: uncontrolled, hidden until asked, and without a name so that no form reads it. */
export const SecretField = (props: {
  readonly field: Ref<HTMLInputElement>;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: FieldProblem | undefined;
}) => {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  const Sign = shown ? EyeOff : Eye;
  return (
    <Field {...props}>
      {(ids) => (
        <div className="secret-field">
          <input
            {...ids}
            ref={props.field}
            className="field"
            type={shown ? 'text' : 'password'}
            maxLength={4_000}
            autoComplete="off"
            spellCheck={false}
          />
          <button
            type="button"
            className="icon-btn small"
            aria-label={t('accounts.reveal', { what: props.label })}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Sign aria-hidden="true" />
          </button>
        </div>
      )}
    </Field>
  );
};
