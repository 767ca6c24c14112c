import { WARNING_MAX } from '../../../../main/contract/models/action.ts';
import type { Settings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { LengthField } from './length-field.tsx';
import { OwnButtonsEditor } from './own-buttons-editor.tsx';
import { TimesEditor } from './times-editor.tsx';

type Props = { readonly settings: Settings };

const MOST_TEXTS = 12;

export const BanTime = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <LengthField
      key={settings.banSeconds}
      label={t('actset.ban')}
      seconds={settings.banSeconds}
      onChange={(banSeconds) => control.change({ banSeconds })}
    />
  );
};

export const MuteTimes = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <TimesEditor
      label={t('actset.muteTimes')}
      times={settings.muteTimes}
      onChange={(muteTimes) => control.change({ muteTimes })}
    />
  );
};

export const BanTimes = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <TimesEditor
      label={t('actset.banTimes')}
      times={settings.banTimes}
      onChange={(banTimes) => control.change({ banTimes })}
    />
  );
};

const linesOf = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.trim().slice(0, WARNING_MAX)))]
    .filter((line) => line !== '')
    .slice(0, MOST_TEXTS);

/** One warning a line, taken when the field is left. */
export const WarnTexts = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control, desk } = usePanel();
  const kept = settings.warnTexts.join('\n');
  return (
    <textarea
      key={kept}
      className="field warn-lines"
      rows={4}
      aria-label={t('actset.warnTexts')}
      placeholder={desk.warnTexts().join('\n')}
      defaultValue={kept}
      onBlur={(event) => {
        const warnTexts = linesOf(event.currentTarget.value);
        if (warnTexts.join('\n') !== kept) control.change({ warnTexts });
      }}
    />
  );
};

export const OwnButtonsControl = ({ settings }: Props) => {
  const { settings: control } = usePanel();
  return (
    <OwnButtonsEditor
      buttons={settings.ownButtons}
      onChange={(ownButtons) => control.change({ ownButtons })}
    />
  );
};
