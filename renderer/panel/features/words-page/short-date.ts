import type { Language } from '../../../../main/contract/app-error.ts';

/** A day and a time in the language of the screen. */
export const shortDate = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
