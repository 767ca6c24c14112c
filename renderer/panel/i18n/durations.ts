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

/** A length of time as somebody would tell it, rounded: "12 s", "95 min", "14 h", "3 days". */
export const spanText = (ms: number, t: Translate): string => {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const unit = [DAY, HOUR, MINUTE].find((one) => seconds >= 2 * one) ?? 1;
  return durationText(Math.round(seconds / unit) * unit, t);
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
