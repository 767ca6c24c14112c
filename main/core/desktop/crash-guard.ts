/** More ends than this within the time are a loop: starting again would only burn the machine. */
const MOST = 3;
const WITHIN_MS = 60_000;

export type AfterCrash = 'again' | 'give-up';

/** Decides whether something that ended by itself is started again. A person's own try begins the count anew. */
export const createCrashGuard = (now: () => number) => {
  let ends: readonly number[] = [];
  return {
    ended: (): AfterCrash => {
      const at = now();
      ends = [...ends.filter((end) => at - end < WITHIN_MS), at];
      return ends.length > MOST ? 'give-up' : 'again';
    },
    forgive: () => {
      ends = [];
    },
  };
};
export type CrashGuard = ReturnType<typeof createCrashGuard>;
