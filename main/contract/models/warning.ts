import type { Language } from '../app-error.ts';

/** Words of a warning where the settings have none. `{nick}` is whom it goes to. */
export const usualWarnings: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  en: [
    '@{nick} Please keep to the rules of this room.',
    '@{nick} No advertising here, please.',
    '@{nick} Please do not repeat yourself.',
    '@{nick} Last warning. Next time you will be muted.',
  ],
  'zh-CN': [
    '@{nick} 请遵守直播间规则。',
    '@{nick} 请不要在直播间发广告。',
    '@{nick} 请不要刷屏。',
    '@{nick} 最后一次警告，再犯将被禁言。',
  ],
};

/** The words for one person. A nickname cannot smuggle in another place holder. */
export const warningFor = (text: string, nick: string, most: number): string =>
  text.split('{nick}').join(nick).slice(0, most);
