import { durationText, useText } from '../../i18n/index.ts';
import { Segments } from '../../ui/index.ts';

const choices = [60, 600, 3_600, 86_400] as const;

/** The default time of a mute: one of the usual ones, or any number of minutes. */
export const MuteTime = (props: {
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
}) => {
  const { t } = useText();
  const chosen = choices.find((choice) => choice === props.seconds);
  return (
    <>
      <Segments
        label={t('settings.mute')}
        value={String(chosen ?? '')}
        choices={choices.map((choice) => ({ value: String(choice), text: durationText(choice, t) }))}
        onChoose={(value) => props.onChange(Number(value))}
      />
      <label className="setting-minutes">
        <input
          key={props.seconds}
          className="field"
          type="number"
          min={1}
          max={525_600}
          aria-label={t('settings.muteMinutes')}
          defaultValue={Math.max(1, Math.round(props.seconds / 60))}
          onBlur={(event) => {
            const minutes = Math.round(event.currentTarget.valueAsNumber);
            if (minutes >= 1 && minutes <= 525_600 && minutes * 60 !== props.seconds)
              props.onChange(minutes * 60);
          }}
        />
        <span aria-hidden="true">{t('settings.minutes')}</span>
      </label>
    </>
  );
};
