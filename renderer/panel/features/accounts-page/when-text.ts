import type { Language } from '../../../../main/contract/app-error.ts';

/** A day and a time on this machine's clock, as short as it can be without doubt. */
export const whenText = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
