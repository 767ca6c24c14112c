import type { Language } from '../../../../main/contract/app-error.ts';
import { timeOfDay } from '../../i18n/index.ts';

const twelveHours = 12 * 3_600_000;

/** A moment as short as it can be without doubt: a time today or near, else a day and a time. */
export const whenText = (at: number, now: number, language: Language): string => {
  const near =
    new Date(at).toDateString() === new Date(now).toDateString() || Math.abs(at - now) < twelveHours;
  if (near) return timeOfDay(at);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
};
