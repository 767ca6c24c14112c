import type { Language } from '../../main/contract/app-error.ts';

type Words = {
  readonly viewer: string;
  readonly vj: string;
  readonly admin: string;
  readonly pinned: string;
  readonly gift: string;
  readonly waiting: string;
  readonly sent: (what: string) => string;
  /** Who came or went; `others` are people beyond the names. */
  readonly joined: (names: readonly string[], others: number) => string;
  readonly left: (names: readonly string[], others: number) => string;
};

const englishList = (names: readonly string[], others: number) => {
  const rest = others === 1 ? '1 other' : `${others} others`;
  const all =
    others > 0
      ? [...names, names.length === 0 ? `${others} ${others === 1 ? 'viewer' : 'viewers'}` : rest]
      : names;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

const chineseList = (names: readonly string[], others: number) => {
  if (names.length === 0) return `${others} 位观众`;
  return others > 0 ? `${names.join('、')} 等 ${names.length + others} 人` : names.join('、');
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    viewer: 'A viewer',
    vj: 'VJ',
    admin: 'Mod',
    pinned: 'Pinned',
    gift: 'a gift',
    waiting: 'Waiting for Livedeck',
    sent: (what) => `sent ${what}`,
    joined: (names, others) => `${englishList(names, others)} joined`,
    left: (names, others) => `${englishList(names, others)} left`,
  },
  'zh-CN': {
    viewer: '一位观众',
    vj: '主播',
    admin: '房管',
    pinned: '置顶',
    gift: '礼物',
    waiting: '正在等待 Livedeck',
    sent: (what) => `送出 ${what}`,
    joined: (names, others) => `${chineseList(names, others)} 进入直播间`,
    left: (names, others) => `${chineseList(names, others)} 离开了`,
  },
};

/** Long counts are shortened as each language does: 120K, 12万. */
export const countText = (count: number, language: Language): string =>
  new Intl.NumberFormat(language, count < 100_000 ? {} : { notation: 'compact' }).format(count);

export const wordsFor = (language: Language): Words => words[language];
