import { MUTE_FOREVER_SECONDS } from '../../contract/models/action.ts';
import type { Until } from '../history/journal-events.ts';

/** The service keeps ends in whole seconds and by its own clock; further apart than this is another mute. */
export const CLOCK_SLACK_MS = 60_000;

/** When something of this length ends that begins now. */
export const untilAfter = (now: number, seconds: number): Until =>
  seconds >= MUTE_FOREVER_SECONDS ? 'forever' : now + seconds * 1000;

/** Seconds left, as a length for the service; `undefined` where it is over or never was. */
export const secondsLeft = (until: Until, now: number): number | undefined => {
  if (until === 'forever') return MUTE_FOREVER_SECONDS;
  if (until === null || until <= now) return undefined;
  return Math.min(MUTE_FOREVER_SECONDS - 1, Math.ceil((until - now) / 1000));
};

const endOf = (until: Until): number => {
  if (until === 'forever') return Number.POSITIVE_INFINITY;
  return until ?? Number.NEGATIVE_INFINITY;
};

/** Whether what the service says is at least what was asked for. */
export const reaches = (actual: Until, wanted: Until): boolean =>
  endOf(actual) >= endOf(wanted) - CLOCK_SLACK_MS;
