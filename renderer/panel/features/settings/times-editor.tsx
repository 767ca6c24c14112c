import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { durationText, useText } from '../../i18n/index.ts';
import { LengthField } from './length-field.tsx';

/** As many as a menu can show without scrolling. */
const MOST_TIMES = 12;

/** The lengths that a menu offers, shortest first; one always stays. */
export const TimesEditor = (props: {
  readonly label: string;
  readonly times: readonly number[];
  readonly onChange: (times: number[]) => void;
}) => {
  const { t } = useText();
  const [seconds, setSeconds] = useState(1_800);
  const { times } = props;
  const add = () => props.onChange([...new Set([...times, seconds])].sort((a, b) => a - b));
  return (
    <fieldset className="times-editor" aria-label={props.label}>
      {times.map((time) => {
        const name = durationText(time, t);
        return (
          <span key={time} className="time-chip">
            {name}
            <button
              type="button"
              className="icon-btn small"
              aria-label={t('actset.remove', { what: name })}
              disabled={times.length === 1}
              onClick={() => props.onChange(times.filter((one) => one !== time))}
            >
              <X aria-hidden="true" />
            </button>
          </span>
        );
      })}
      <LengthField label={t('actset.addTime')} seconds={seconds} onChange={setSeconds} />
      <button
        type="button"
        className="btn small"
        disabled={times.length >= MOST_TIMES || times.includes(seconds)}
        onClick={add}
      >
        <Plus aria-hidden="true" />
        {t('actset.add')}
      </button>
    </fieldset>
  );
};
