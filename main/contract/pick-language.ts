import type { Language } from './app-error.ts';

/** The language to show: the person's choice, else the system's if we speak it, else English. */
export const pickLanguage = (chosen: Language | null | undefined, system: readonly string[]): Language => {
  if (chosen !== null && chosen !== undefined) return chosen;
  const first = system.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en';
};
