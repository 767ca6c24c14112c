/** A whole number in a range, taken when the field is left. */
export const Amount = (props: {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) => (
  <label className="setting-minutes">
    <input
      key={props.value}
      className="field"
      type="number"
      min={props.min}
      max={props.max}
      aria-label={props.label}
      defaultValue={props.value}
      onBlur={(event) => {
        const value = Math.round(event.currentTarget.valueAsNumber);
        if (value >= props.min && value <= props.max) {
          if (value !== props.value) props.onChange(value);
        } else event.currentTarget.value = String(props.value);
      }}
    />
    <span aria-hidden="true">{props.unit}</span>
  </label>
);
