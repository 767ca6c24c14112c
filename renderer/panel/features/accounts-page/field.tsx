import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/index.ts';
import type { FieldProblem } from './read-fields.ts';

/** The ids that tie a control to its words. */
export type FieldIds = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** A label, a control, and beneath it a hint or what is wrong. */
export const Field = (props: {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly problem?: FieldProblem | undefined;
  readonly problemText?: string | undefined;
  readonly children: (ids: FieldIds) => ReactNode;
}) => {
  const { t } = useText();
  const id = useId();
  const problem =
    props.problemText ?? (props.problem === undefined ? undefined : t(`field.${props.problem}`));
  const words = problem ?? props.hint;
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {props.label}
        {props.optional === true ? <span className="form-optional"> · {t('accounts.optional')}</span> : null}
      </label>
      {props.children({
        id,
        'aria-describedby': words === undefined ? undefined : `${id}-words`,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {words === undefined ? null : (
        <p id={`${id}-words`} className="form-words" data-wrong={problem !== undefined}>
          {words}
        </p>
      )}
    </div>
  );
};

/** A line of text in a form. Uncontrolled: it is read when the form is sent. */
export const TextField = (props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly problem?: FieldProblem | undefined;
  readonly problemText?: string | undefined;
  readonly value?: string;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  readonly maxLength?: number;
}) => (
  <Field {...props}>
    {(ids) => (
      <input
        {...ids}
        className="field"
        name={props.name}
        defaultValue={props.value}
        placeholder={props.placeholder}
        maxLength={props.maxLength ?? 300}
        inputMode={props.numeric === true ? 'numeric' : undefined}
        autoComplete="off"
        spellCheck={false}
      />
    )}
  </Field>
);
