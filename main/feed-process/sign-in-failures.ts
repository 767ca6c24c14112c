import type { VendorFailure } from '../contract/feed-port.ts';

/** The service is busy or stumbled: the same login may be taken a moment later (tencent-im A1, retry classes). */
const busyCodes: readonly number[] = [
  10002, 60007, 60008, 60011, 60018, 60019, 60022, 70169, 70202, 70500, 91000,
];

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

export const isBusy = ({ code }: VendorFailure): boolean => busyCodes.includes(code);

/** A login that would be answered the same way again, as against one without an answer (tencent-im A2, C7). */
export const isRefusal = ({ code }: VendorFailure): boolean =>
  (code >= 10_000 && !busyCodes.includes(code)) || (code >= 2000 && code <= 2024);

/** How long to wait before the next login, ms, after so many in a row that the service was too busy for. */
export const pauseAfter = (busyAnswers: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, busyAnswers - 1), LONGEST_PAUSE_MS);
