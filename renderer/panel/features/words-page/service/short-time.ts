import type { Language } from '../../../../../main/contract/app-error.ts';

/** A time of day in the language of the screen. */
export const shortTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at);
