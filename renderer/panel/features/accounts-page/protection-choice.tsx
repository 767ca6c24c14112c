import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type Ref, useId } from 'react';
import type { protections } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import type { FieldProblem } from './read-fields.ts';
import { SecretField } from './secret-field.tsx';

export type Protection = (typeof protections)[number];

/** Sealing by the system where it can, else a passphrase: what a careful person would choose. */
export const firstProtection = (keyProtection: 'os' | 'none' | undefined): Protection =>
  keyProtection === 'os' ? 'os' : 'passphrase';

const Choice = (props: { readonly value: Protection; readonly title: string; readonly text: string }) => {
  const id = useId();
  return (
    <div className="radio-line">
      <Radio.Root
        className="radio"
        value={props.value}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <Radio.Indicator className="radio-dot" />
      </Radio.Root>
      <div>
        <strong id={`${id}-title`}>{props.title}</strong>
        <p id={`${id}-text`}>{props.text}</p>
      </div>
    </div>
  );
};

/** Says plainly how a secret can be kept on this machine, and lets the person choose. */
export const ProtectionChoice = (props: {
  readonly title: string;
  readonly value: Protection;
  readonly onChange: (value: Protection) => void;
  /** The field of a new passphrase; left out where the secret brings its own. */
  readonly passphrase?: Ref<HTMLInputElement>;
  readonly problem?: FieldProblem | undefined;
}) => {
  const { t } = useText();
  const id = useId();
  const canSeal = useTopic('app')?.keyProtection === 'os';
  const own = props.passphrase === undefined;
  return (
    <fieldset className="form-group" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <RadioGroup
        className="radio-list"
        aria-labelledby={id}
        value={props.value}
        onValueChange={(value) => props.onChange(value as Protection)}
      >
        {canSeal ? <Choice value="os" title={t('protect.os')} text={t('protect.osText')} /> : null}
        <Choice
          value="passphrase"
          title={t('protect.passphrase')}
          text={t(own ? 'protect.passText' : 'protect.passphraseText')}
        />
        <Choice value="memory" title={t('protect.memory')} text={t('protect.memoryText')} />
      </RadioGroup>
      {canSeal ? null : <p className="form-note">{t('protect.none')}</p>}
      {props.value === 'passphrase' && props.passphrase !== undefined ? (
        <SecretField field={props.passphrase} label={t('protect.field')} problem={props.problem} />
      ) : null}
    </fieldset>
  );
};
