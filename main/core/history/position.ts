/** Numbers within one second of `at`. */
const PER_SECOND = 2 ** 20;
/** Keeps `pos` a safe integer: the last second that fits, in the year 2242. */
const LAST_SECOND = Math.floor(Number.MAX_SAFE_INTEGER / PER_SECOND) - 1;

/** The second of a time in ms, held within what a position can say (a bad clock may send anything). */
export const secondOf = (at: number): number => Math.min(LAST_SECOND, Math.max(0, Math.floor(at / 1000)));

/** The first position at or after a time. */
export const positionFrom = (at: number): number => secondOf(at) * PER_SECOND;

/** The last position of the second in which a time lies. */
export const positionUpTo = (at: number): number => secondOf(at) * PER_SECOND + PER_SECOND - 1;

export const FIRST_POSITION = 0;
export const LAST_POSITION = positionUpTo(Number.MAX_SAFE_INTEGER);
