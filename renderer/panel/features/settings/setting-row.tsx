import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { defaultSettings, type Settings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { SettingLine } from './setting-list.ts';

export const settingTitleId = (line: SettingLine): string => `setting-${line.id}`;

/** The fields of a line that are not as they came, with their first values. */
const usualOf = (line: SettingLine, settings: Settings): Partial<Settings> | undefined => {
  const fields: readonly (keyof Settings)[] = line.fields;
  const changed = fields.filter(
    (field) => JSON.stringify(settings[field]) !== JSON.stringify(defaultSettings[field]),
  );
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((field) => [field, defaultSettings[field]]));
};

/** One setting: its name, what it does, its control, and the way back to what it was at first. */
export const SettingRow = (props: {
  readonly line: SettingLine;
  readonly settings: Settings;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  const usual = usualOf(props.line, props.settings);
  const name = t(props.line.title);
  return (
    <div className="setting" data-tall={'tall' in props.line}>
      <div className="setting-words">
        <h3 id={settingTitleId(props.line)}>{name}</h3>
        <p>{t(props.line.hint)}</p>
      </div>
      <div className="setting-control">
        {props.children}
        {props.line.fields.length === 0 ? null : (
          <button
            type="button"
            className="icon-btn small setting-reset"
            data-shown={usual !== undefined}
            disabled={usual === undefined}
            aria-label={t('settings.reset', { name })}
            title={t('settings.reset', { name })}
            onClick={() => usual !== undefined && control.change(usual)}
          >
            <RotateCcw aria-hidden="true" />
          </button>
        )}
      </div>
    </div>
  );
};
