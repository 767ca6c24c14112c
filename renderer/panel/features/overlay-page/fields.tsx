import { Slider } from '@base-ui/react/slider';
import { Switch } from '@base-ui/react/switch';
import { RotateCcw } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/index.ts';

/** A named line of the inspector with its control at the right or below. */
export const Line = (props: {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) => (
  <div className="ov-line">
    <span className="ov-line-name">
      {props.name}
      {props.hint === undefined ? null : <small>{props.hint}</small>}
    </span>
    {props.children}
  </div>
);

/** A number on a rail: tried while it slides, made when it is let go. */
export const Slide = (props: {
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly text: (value: number) => string;
  readonly onTry: (value: number) => void;
  readonly onCommit: (value: number) => void;
}) => {
  const single = (value: number | readonly number[]) => (typeof value === 'number' ? value : (value[0] ?? 0));
  return (
    <Slider.Root
      className="ov-slide"
      value={Math.min(props.max, Math.max(props.min, props.value))}
      min={props.min}
      max={props.max}
      step={props.step}
      onValueChange={(value) => props.onTry(single(value))}
      onValueCommitted={(value) => props.onCommit(single(value))}
    >
      <span className="ov-line-name">{props.name}</span>
      <output className="ov-slide-value">{props.text(props.value)}</output>
      <Slider.Control className="ov-slide-control">
        <Slider.Track className="ov-slide-track">
          <Slider.Indicator className="ov-slide-filled" />
          <Slider.Thumb
            className="ov-slide-thumb"
            aria-label={props.name}
            getAriaValueText={(_text, value) => props.text(value)}
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
};

export const SwitchLine = (props: {
  readonly name: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) => {
  const id = useId();
  return (
    <div className="ov-line">
      <span className="ov-line-name" id={id}>
        {props.name}
        {props.hint === undefined ? null : <small>{props.hint}</small>}
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

/** A colour of one's own, or the theme's. */
export const ColourLine = (props: {
  readonly name: string;
  readonly value: string | null;
  /** Shown in the field while the theme's colour is used. */
  readonly usual: string;
  readonly onTry: (colour: string) => void;
  readonly onCommit: (colour: string | null) => void;
}) => {
  const { t } = useText();
  const id = useId();
  return (
    <div className="ov-line">
      <label className="ov-line-name" htmlFor={id}>
        {props.name}
      </label>
      {props.value === null ? <span className="quiet">{t('ov.themes')}</span> : null}
      <input
        id={id}
        type="color"
        className="ov-colour"
        data-own={props.value !== null}
        value={props.value ?? props.usual}
        onInput={(event) => props.onTry(event.currentTarget.value)}
        onBlur={(event) => {
          if (event.currentTarget.value !== (props.value ?? props.usual))
            props.onCommit(event.currentTarget.value);
        }}
        ref={(field) => {
          // React's onChange is the field's input event; the choice is made at its change event.
          if (field !== null) field.onchange = () => props.onCommit(field.value);
        }}
      />
      <button
        type="button"
        className="icon-btn small"
        disabled={props.value === null}
        aria-label={t('ov.backToTheme', { name: props.name })}
        onClick={() => props.onCommit(null)}
      >
        <RotateCcw aria-hidden="true" />
      </button>
    </div>
  );
};

/** One of a list too long for buttons. */
export const Choice = <V extends string>(props: {
  readonly name: string;
  readonly value: V;
  readonly choices: readonly (readonly [V, string])[];
  readonly onChoose: (value: V) => void;
  /** For choices with long names. */
  readonly wide?: boolean;
}) => (
  <label className="ov-line">
    <span className="ov-line-name">{props.name}</span>
    <select
      className="field ov-select"
      data-wide={props.wide}
      value={props.value}
      onChange={(event) => {
        const chosen = props.choices.find(([value]) => value === event.currentTarget.value);
        if (chosen !== undefined) props.onChoose(chosen[0]);
      }}
    >
      {props.choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
