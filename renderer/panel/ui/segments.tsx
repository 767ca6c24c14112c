import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';

export type Segment<V extends string> = { readonly value: V; readonly text: string };

/** One choice out of a few, all in sight. */
export const Segments = <V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Segment<V>[];
  readonly onChoose: (value: V) => void;
  readonly tight?: boolean;
}) => (
  <ToggleGroup
    aria-label={props.label}
    className={props.tight === true ? 'segments tight' : 'segments'}
    value={[props.value]}
    onValueChange={(chosen) => {
      const value = props.choices.find((choice) => chosen.includes(choice.value))?.value;
      if (value !== undefined) props.onChoose(value);
    }}
  >
    {props.choices.map((choice) => (
      <Toggle key={choice.value} value={choice.value}>
        {choice.text}
      </Toggle>
    ))}
  </ToggleGroup>
);
