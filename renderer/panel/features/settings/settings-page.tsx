import { Switch } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import { defaultSettings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { HistorySettings } from './history-settings.tsx';
import { MuteTime } from './mute-time.tsx';

const Setting = (props: {
  readonly title: string;
  readonly hint?: string;
  readonly id?: string;
  readonly children: ReactNode;
}) => (
  <div className="setting">
    <div className="setting-words">
      <h3 id={props.id}>{props.title}</h3>
      {props.hint === undefined ? null : <p>{props.hint}</p>}
    </div>
    <div className="setting-control">{props.children}</div>
  </div>
);

export const SettingsPage = () => {
  const { t } = useText();
  const { settings: control } = usePanel();
  const settings = useTopic('settings') ?? defaultSettings;
  const imagesId = useId();
  return (
    <main className="page settings-page">
      <h1>{t('settings.title')}</h1>
      <section aria-labelledby="settings-look">
        <h2 id="settings-look">{t('settings.look')}</h2>
        <Setting title={t('settings.language')} hint={t('settings.languageHint')}>
          <Segments
            label={t('settings.language')}
            value={settings.language ?? 'system'}
            choices={[
              { value: 'system', text: t('settings.system') },
              { value: 'en', text: 'English' },
              { value: 'zh-CN', text: '简体中文' },
            ]}
            onChoose={(value) => control.change({ language: value === 'system' ? null : value })}
          />
        </Setting>
        <Setting title={t('settings.theme')}>
          <Segments
            label={t('settings.theme')}
            value={settings.theme}
            choices={(['dark', 'light', 'system'] as const).map((value) => ({
              value,
              text: t(`settings.${value}`),
            }))}
            onChoose={(theme) => control.change({ theme })}
          />
        </Setting>
      </section>
      <section aria-labelledby="settings-moderation">
        <h2 id="settings-moderation">{t('settings.moderation')}</h2>
        <Setting title={t('settings.mute')} hint={t('settings.muteHint')}>
          <MuteTime
            seconds={settings.muteSeconds}
            onChange={(muteSeconds) => control.change({ muteSeconds })}
          />
        </Setting>
      </section>
      <HistorySettings settings={settings} />
      <section aria-labelledby="settings-privacy">
        <h2 id="settings-privacy">{t('settings.privacy')}</h2>
        <Setting id={imagesId} title={t('settings.images')} hint={t('settings.imagesHint')}>
          <Switch.Root
            className="switch"
            aria-labelledby={imagesId}
            checked={settings.remoteImages}
            onCheckedChange={(remoteImages) => control.change({ remoteImages })}
          >
            <Switch.Thumb />
          </Switch.Root>
        </Setting>
      </section>
    </main>
  );
};
