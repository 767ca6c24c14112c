import type { Language } from '../../../main/contract/app-error.ts';

export type Messages = Readonly<Record<string, string>>;

const sources: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => import('./en.ts').then(({ english }) => english),
  'zh-CN': () => import('./zh-cn.ts').then(({ chinese }) => chinese),
};

/** Fetches the messages of one language; the other one's are not loaded until somebody chooses it. */
export const loadMessages = (language: Language): Promise<Messages> => sources[language]();
