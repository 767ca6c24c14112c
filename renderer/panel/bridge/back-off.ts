const FIRST_MS = 250;
const LONGEST_MS = 5_000;
const JITTER = 0.2;

/**
 * How long to wait before the next attempt to reach the host. Short at first, because a host that restarts is back in
 * a second; never longer than five seconds, because somebody is looking at the screen.
 */
export const backOffMs = (attempt: number, random: () => number): number => {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, Math.min(attempt, 16)));
  return Math.round(base * (1 - JITTER + 2 * JITTER * random()));
};
