import { Switch } from '@base-ui/react/switch';
import { type ReactNode, useId, useState } from 'react';
import { linesOf } from './rule-draft.ts';

/** A named part of a form: the name above, a hint below. */
export const Part = (props: {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}) => (
  <div className="words-part">
    <span className="words-part-name" aria-hidden="true">
      {props.name}
    </span>
    {props.children}
    {props.hint === undefined ? null : <span className="words-hint">{props.hint}</span>}
  </div>
);

/** A switch with its name, and what it means. */
export const SwitchLine = (props: {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) => {
  const id = useId();
  return (
    <div className="words-switch">
      <span>
        <span id={id}>{props.name}</span>
        {props.hint === undefined ? null : <span className="words-hint">{props.hint}</span>}
      </span>
      <Switch.Root
        className="switch"
        aria-labelledby={id}
        checked={props.on}
        onCheckedChange={props.onChange}
      >
        <Switch.Thumb />
      </Switch.Root>
    </div>
  );
};

/** A field with one entry a line. What is typed stays as it is typed. */
export const LinesField = (props: {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
}) => {
  const [typed, setTyped] = useState(() => props.lines.join('\n'));
  const shown = linesOf(typed).join('\n') === props.lines.join('\n') ? typed : props.lines.join('\n');
  const rows = Math.min(6, Math.max(2, shown.split('\n').length));
  return (
    <Part name={props.name} hint={props.hint}>
      <textarea
        className="field"
        aria-label={props.name}
        rows={rows}
        spellCheck={false}
        value={shown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          props.onChange(linesOf(event.currentTarget.value));
        }}
      />
    </Part>
  );
};

export const Check = (props: {
  readonly name: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) => (
  <label className="words-check">
    <input
      type="checkbox"
      checked={props.on}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    <span>{props.name}</span>
  </label>
);

export const Select = <V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly text: string }[];
  readonly onChoose: (value: V) => void;
}) => (
  <select
    className="field words-select"
    aria-label={props.label}
    value={props.value}
    onChange={(event) => {
      const choice = props.choices.find(({ value }) => value === event.currentTarget.value);
      if (choice !== undefined) props.onChoose(choice.value);
    }}
  >
    {props.choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.text}
      </option>
    ))}
  </select>
);
