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
  | 'heldTimeout'
  | 'historyDays'
  | 'historySize'
  | 'forget';

type Line = {
  readonly id: SettingId;
  readonly section: SettingSection;
  readonly title: MessageKey;
  readonly hint: MessageKey;
  readonly fields: readonly (keyof Settings)[];
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
] as const satisfies readonly Line[];
export type SettingLine = (typeof settingLines)[number];
