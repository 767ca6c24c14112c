import { type ReactNode, useState } from 'react';
import type { Settings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

/** A whole number in a range, taken when the field is left. */
const Amount = (props: {
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

const Line = (props: { readonly title: string; readonly hint: string; readonly children: ReactNode }) => (
  <div className="setting">
    <div className="setting-words">
      <h3>{props.title}</h3>
      <p>{props.hint}</p>
    </div>
    <div className="setting-control">{props.children}</div>
  </div>
);

/** There is no undo for this, so it takes two presses. */
const ForgetEverything = () => {
  const { t } = useText();
  const { people } = usePanel();
  const [state, setState] = useState<'idle' | 'sure' | 'done'>('idle');
  if (state !== 'sure')
    return (
      <>
        <span role="status">{state === 'done' ? t('settings.forgotten') : null}</span>
        <button type="button" className="btn small danger" onClick={() => setState('sure')}>
          {t('settings.forgetButton')}
        </button>
      </>
    );
  const forget = async () => setState((await people.forgetEverybody()) ? 'done' : 'idle');
  return (
    <>
      <button type="button" className="btn small danger" onClick={() => void forget()}>
        {t('settings.forgetYes')}
      </button>
      <button type="button" className="btn small" onClick={() => setState('idle')}>
        {t('common.cancel')}
      </button>
    </>
  );
};

/** How long and how much of what was said is kept, and the way to be rid of it. */
export const HistorySettings = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <section aria-labelledby="settings-history">
      <h2 id="settings-history">{t('settings.history')}</h2>
      <Line title={t('settings.historyDays')} hint={t('settings.historyDaysHint')}>
        <Amount
          label={t('settings.historyDaysLabel')}
          unit={t('settings.days')}
          value={settings.historyDays}
          min={1}
          max={3650}
          onChange={(historyDays) => control.change({ historyDays })}
        />
      </Line>
      <Line title={t('settings.historySize')} hint={t('settings.historySizeHint')}>
        <Amount
          label={t('settings.historySizeLabel')}
          unit={t('settings.megabytes')}
          value={settings.historyMegabytes}
          min={100}
          max={1_000_000}
          onChange={(historyMegabytes) => control.change({ historyMegabytes })}
        />
      </Line>
      <Line title={t('settings.forget')} hint={t('settings.forgetHint')}>
        <ForgetEverything />
      </Line>
    </section>
  );
};
