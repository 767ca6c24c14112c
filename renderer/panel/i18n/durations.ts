import { MUTE_FOREVER_SECONDS } from '../../../main/contract/models/action.ts';
import type { Translate } from './message-types.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its largest whole unit, as short as a button needs it: "10 min", "1 h", "for ever". */
export const durationText = (seconds: number, t: Translate): string => {
  if (seconds >= MUTE_FOREVER_SECONDS) return t('duration.forever');
  if (seconds >= DAY && seconds % DAY === 0) return t('duration.days', { count: seconds / DAY });
  if (seconds >= HOUR && seconds % HOUR === 0) return t('duration.hours', { n: seconds / HOUR });
  if (seconds >= MINUTE && seconds % MINUTE === 0) return t('duration.minutes', { n: seconds / MINUTE });
  return t('duration.seconds', { n: seconds });
};

const two = (value: number): string => String(value).padStart(2, '0');

/** What is left of a mute, counting down: "9:58", "1:03:20". */
export const countdownText = (msLeft: number): string => {
  const left = Math.max(0, Math.floor(msLeft / 1000));
  const hours = Math.floor(left / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const rest = two(left % MINUTE);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
};

/** The time of day on this machine's clock: "21:04:11". */
export const timeOfDay = (at: number): string => {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};
