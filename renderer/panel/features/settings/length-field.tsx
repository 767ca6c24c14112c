import { useState } from 'react';
import { MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import { useText } from '../../i18n/index.ts';

const units = { m: 60, h: 3_600, d: 86_400, ever: MUTE_FOREVER_SECONDS } as const;
type Unit = keyof typeof units;
const unitNames = Object.keys(units) as Unit[];

const unitOf = (seconds: number): Unit => {
  if (seconds >= units.ever) return 'ever';
  return seconds % units.d === 0 ? 'd' : seconds % units.h === 0 ? 'h' : 'm';
};

/** A length of time as a number and a unit, or for ever; nothing while what is typed is none. */
export const LengthField = (props: {
  readonly label: string;
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
}) => {
  const { t } = useText();
  const [unit, setUnit] = useState<Unit>(unitOf(props.seconds));
  const [count, setCount] = useState(
    unit === 'ever' ? '1' : String(Math.max(1, Math.round(props.seconds / units[unit]))),
  );
  const tell = (nextCount: string, nextUnit: Unit) => {
    const number = Math.round(Number(nextCount));
    if (nextUnit === 'ever') props.onChange(MUTE_FOREVER_SECONDS);
    else if (number >= 1 && number * units[nextUnit] < MUTE_FOREVER_SECONDS)
      props.onChange(number * units[nextUnit]);
  };
  return (
    <span className="length-field">
      <input
        className="field"
        type="number"
        min={1}
        max={9_999}
        aria-label={props.label}
        disabled={unit === 'ever'}
        value={count}
        onChange={(event) => {
          setCount(event.currentTarget.value);
          tell(event.currentTarget.value, unit);
        }}
      />
      <select
        className="field"
        aria-label={`${props.label}: ${t('actset.unitLabel')}`}
        value={unit}
        onChange={(event) => {
          const next = unitNames.find((name) => name === event.currentTarget.value) ?? 'm';
          setUnit(next);
          tell(count, next);
        }}
      >
        {unitNames.map((name) => (
          <option key={name} value={name}>
            {t(`actset.unit.${name}`)}
          </option>
        ))}
      </select>
    </span>
  );
};
