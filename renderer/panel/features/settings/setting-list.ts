import type { Settings } from '../../../../main/contract/models/settings.ts';
import type { MessageKey } from '../../i18n/index.ts';

/** The parts of the page, in their order. Those without settings of their own show something else. */
export const settingSections = [
  'general',
  'feed',
  'moderation',
  'held',
  'keys',
  'history',
  'desktop',
  'elsewhere',
  'file',
  'help',
] as const;
export type SettingSection = (typeof settingSections)[number];

export type SettingId =
  | 'language'
  | 'theme'
  | 'images'
  | 'mute'
  | 'ban'
  | 'muteTimes'
  | 'banTimes'
  | 'warnTexts'
  | 'ownButtons'
  | 'heldTimeout'
  | 'historyDays'
  | 'historySize'
  | 'forget'
  | 'notifications'
  | 'globalKeys'
  | 'sayLeft'
  | 'capture'
  | 'updates';

type Line = {
  readonly id: SettingId;
  readonly section: SettingSection;
  readonly title: MessageKey;
  readonly hint: MessageKey;
  readonly fields: readonly (keyof Settings)[];
  /** Its control needs the whole width, under the words. */
  readonly tall?: true;
  /** Only the desktop program can do it. */
  readonly desktopOnly?: true;
};

/** The lines of the page: what each is called, what it does in a sentence, and what it changes. */
export const settingLines = [
  {
    id: 'language',
    section: 'general',
    title: 'settings.language',
    hint: 'settings.languageHint',
    fields: ['language'],
  },
  { id: 'theme', section: 'general', title: 'settings.theme', hint: 'settings.themeHint', fields: ['theme'] },
  {
    id: 'images',
    section: 'feed',
    title: 'settings.images',
    hint: 'settings.imagesHint',
    fields: ['remoteImages'],
  },
  {
    id: 'mute',
    section: 'moderation',
    title: 'settings.mute',
    hint: 'settings.muteHint',
    fields: ['muteSeconds'],
  },
  {
    id: 'ban',
    section: 'moderation',
    title: 'actset.ban',
    hint: 'actset.banHint',
    fields: ['banSeconds'],
  },
  {
    id: 'muteTimes',
    section: 'moderation',
    title: 'actset.muteTimes',
    hint: 'actset.timesHint',
    fields: ['muteTimes'],
    tall: true,
  },
  {
    id: 'banTimes',
    section: 'moderation',
    title: 'actset.banTimes',
    hint: 'actset.timesHint',
    fields: ['banTimes'],
    tall: true,
  },
  {
    id: 'warnTexts',
    section: 'moderation',
    title: 'actset.warnTexts',
    hint: 'actset.warnTextsHint',
    fields: ['warnTexts'],
    tall: true,
  },
  {
    id: 'ownButtons',
    section: 'moderation',
    title: 'actset.own',
    hint: 'actset.ownHint',
    fields: ['ownButtons'],
    tall: true,
  },
  {
    id: 'heldTimeout',
    section: 'held',
    title: 'settings.heldTimeout',
    hint: 'settings.heldTimeoutHint',
    fields: ['heldTimeout', 'heldTimeoutSeconds'],
  },
  {
    id: 'historyDays',
    section: 'history',
    title: 'settings.historyDays',
    hint: 'settings.historyDaysHint',
    fields: ['historyDays'],
  },
  {
    id: 'historySize',
    section: 'history',
    title: 'settings.historySize',
    hint: 'settings.historySizeHint',
    fields: ['historyMegabytes'],
  },
  { id: 'forget', section: 'history', title: 'settings.forget', hint: 'settings.forgetHint', fields: [] },
  {
    id: 'notifications',
    section: 'desktop',
    title: 'settings.notifications',
    hint: 'settings.notificationsHint',
    fields: ['notifications'],
    desktopOnly: true,
  },
  {
    id: 'globalKeys',
    section: 'desktop',
    title: 'settings.globalKeys',
    hint: 'settings.globalKeysHint',
    fields: ['globalKeys'],
    tall: true,
    desktopOnly: true,
  },
  {
    id: 'sayLeft',
    section: 'desktop',
    title: 'settings.sayLeft',
    hint: 'settings.sayLeftHint',
    fields: ['sayLeft', 'leftText'],
  },
  {
    id: 'capture',
    section: 'desktop',
    title: 'settings.capture',
    hint: 'settings.captureHint',
    fields: ['hidePanelFromCapture'],
    desktopOnly: true,
  },
  {
    id: 'updates',
    section: 'desktop',
    title: 'settings.updates',
    hint: 'settings.updatesHint',
    fields: ['updates'],
    tall: true,
    desktopOnly: true,
  },
] as const satisfies readonly Line[];
export type SettingLine = (typeof settingLines)[number];

/** The lines that mean something in this host. */
export const linesIn = (host: 'desktop' | 'browser' | undefined): readonly SettingLine[] =>
  settingLines.filter((line) => host === 'desktop' || !('desktopOnly' in line));
