import { Switch } from '@base-ui/react/switch';
import type { ComponentType } from 'react';
import type { Settings } from '../../../../main/contract/models/settings.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { GlobalKeys, UpdateStatus } from '../desktop/index.ts';
import { BanTime, BanTimes, MuteTimes, OwnButtonsControl, WarnTexts } from './action-controls.tsx';
import { Amount } from './amount.tsx';
import { ForgetEverything } from './forget-everything.tsx';
import { MuteTime } from './mute-time.tsx';
import type { SettingId } from './setting-list.ts';

type Props = { readonly settings: Settings; readonly titleId: string };

const Language = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
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
  );
};

const Theme = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <Segments
      label={t('settings.theme')}
      value={settings.theme}
      choices={(['dark', 'light', 'system'] as const).map((value) => ({
        value,
        text: t(`settings.${value}`),
      }))}
      onChoose={(theme) => control.change({ theme })}
    />
  );
};

type OnOff = 'remoteImages' | 'notifications' | 'hidePanelFromCapture' | 'updates' | 'sayLeft';

const OnOffSwitch = ({ settings, titleId, field }: Props & { readonly field: OnOff }) => {
  const { settings: control } = usePanel();
  return (
    <Switch.Root
      className="switch"
      aria-labelledby={titleId}
      checked={settings[field]}
      onCheckedChange={(on) => control.change({ [field]: on })}
    >
      <Switch.Thumb />
    </Switch.Root>
  );
};

const Images = (props: Props) => <OnOffSwitch {...props} field="remoteImages" />;
const Notifications = (props: Props) => <OnOffSwitch {...props} field="notifications" />;
const Capture = (props: Props) => <OnOffSwitch {...props} field="hidePanelFromCapture" />;

const SayLeft = (props: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  const { leftText } = props.settings;
  return (
    <div className="setting-together">
      <input
        key={leftText}
        className="field"
        maxLength={200}
        aria-label={t('settings.leftText')}
        placeholder={t('settings.leftUsual')}
        defaultValue={leftText}
        onBlur={(event) => {
          const words = event.currentTarget.value.trim();
          if (words !== leftText) control.change({ leftText: words });
        }}
      />
      <OnOffSwitch {...props} field="sayLeft" />
    </div>
  );
};

const Updates = (props: Props) => (
  <>
    <OnOffSwitch {...props} field="updates" />
    <UpdateStatus />
  </>
);

const Mute = ({ settings }: Props) => {
  const { settings: control } = usePanel();
  return (
    <MuteTime seconds={settings.muteSeconds} onChange={(muteSeconds) => control.change({ muteSeconds })} />
  );
};

const HeldTimeout = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <>
      <Segments
        label={t('settings.heldTimeout')}
        value={settings.heldTimeout}
        choices={(['deny', 'approve', 'keep'] as const).map((value) => ({
          value,
          text: t(`settings.held.${value}`),
        }))}
        onChoose={(heldTimeout) => control.change({ heldTimeout })}
      />
      <Amount
        label={t('settings.heldSeconds')}
        unit={t('settings.seconds')}
        value={settings.heldTimeoutSeconds}
        min={5}
        max={86_400}
        onChange={(heldTimeoutSeconds) => control.change({ heldTimeoutSeconds })}
      />
    </>
  );
};

const HistoryDays = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <Amount
      label={t('settings.historyDaysLabel')}
      unit={t('settings.days')}
      value={settings.historyDays}
      min={1}
      max={3650}
      onChange={(historyDays) => control.change({ historyDays })}
    />
  );
};

const HistorySize = ({ settings }: Props) => {
  const { t } = useText();
  const { settings: control } = usePanel();
  return (
    <Amount
      label={t('settings.historySizeLabel')}
      unit={t('settings.megabytes')}
      value={settings.historyMegabytes}
      min={100}
      max={1_000_000}
      onChange={(historyMegabytes) => control.change({ historyMegabytes })}
    />
  );
};

/** How each setting is changed. */
export const settingControls: Readonly<Record<SettingId, ComponentType<Props>>> = {
  language: Language,
  theme: Theme,
  images: Images,
  mute: Mute,
  ban: BanTime,
  muteTimes: MuteTimes,
  banTimes: BanTimes,
  warnTexts: WarnTexts,
  ownButtons: OwnButtonsControl,
  heldTimeout: HeldTimeout,
  historyDays: HistoryDays,
  historySize: HistorySize,
  forget: ForgetEverything,
  notifications: Notifications,
  globalKeys: GlobalKeys,
  sayLeft: SayLeft,
  capture: Capture,
  updates: Updates,
};
