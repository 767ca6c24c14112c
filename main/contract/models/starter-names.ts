import type { Localized } from '../app-error.ts';
import type { RuleGroup } from './word-rule.ts';

/** What the bundled lists are called, by the part of their group's ID after `starter.`. */
export const starterNames = {
  'zh.abuse': { en: 'Chinese: abuse', 'zh-CN': '中文：辱骂' },
  'zh.adverts': { en: 'Chinese: adverts and contact details', 'zh-CN': '中文：广告与联系方式' },
  'zh.scam': { en: 'Chinese: scams', 'zh-CN': '中文：诈骗' },
  'zh.gambling': { en: 'Chinese: gambling', 'zh-CN': '中文：赌博' },
  'zh.minors': { en: 'Chinese: luring minors', 'zh-CN': '中文：诱骗未成年人' },
  'en.abuse': { en: 'English: abuse', 'zh-CN': '英文：辱骂' },
  'en.adverts': { en: 'English: adverts and contact details', 'zh-CN': '英文：广告与联系方式' },
  'en.scam': { en: 'English: scams', 'zh-CN': '英文：诈骗' },
  'en.gambling': { en: 'English: gambling', 'zh-CN': '英文：赌博' },
  'en.minors': { en: 'English: luring minors', 'zh-CN': '英文：诱骗未成年人' },
  strict: { en: 'Strict (panic turns it on)', 'zh-CN': '严格（一键紧急时开启）' },
} as const satisfies Record<string, Localized>;

export type StarterId = keyof typeof starterNames;

const byGroup = new Map<string, Localized>(
  Object.entries(starterNames).map(([id, name]) => [`starter.${id}`, name]),
);

/** A group's name in both languages: that of a bundled list for as long as nobody gave it another. */
export const groupNames = ({ id, name }: Pick<RuleGroup, 'id' | 'name'>): Localized => {
  const bundled = byGroup.get(id);
  return bundled !== undefined && bundled.en === name ? bundled : { en: name, 'zh-CN': name };
};
