import { isBusy } from './sign-in-failures.ts';

/** With this code a poll is refused to somebody who is not in the room (tencent-im A2): waiting does not mend that. */
const NOT_A_MEMBER = 10007;
/** A refused poll comes again after 2 s (sdk-wire 7.1); those of several rooms come close together. ms. */
const ROUND_MS = 1500;
const STUCK_ROUNDS = 3;
/** Each new beginning that did not help doubles the rounds before the next, so many times at most. */
const MOST_DOUBLINGS = 4;
/** A poll says not whose it is: where there are several rooms, for so long none may have been refused. ms. */
const QUIET_MS = 4000;
/** What is refused so soon after a new beginning is refused again. ms. */
const REMEMBERED_MS = 60_000;

/** `since` is ms since the epoch; the other times are those of the monotonic clock. */
type Stall = { readonly since: number; rounds: number; roundAt: number; refusedAt: number };

/**
 * Watches the answers to the rooms' polls. The SDK repeats a refused poll for ever and tells nobody, and it does not
 * join a room that it believes to be in: what waiting does not mend is begun anew.
 */
export const createPollWatch = (options: {
  readonly now: () => number;
  readonly monotonic: () => number;
  /** How many rooms are polled. */
  readonly rooms: () => number;
  /** Polls are refused; `again` when they were before all was begun anew. */
  readonly onStalled: (code: number, again: boolean) => void;
  /** They go on being refused, since then. */
  readonly onStuck: (since: number) => void;
  /** All are answered again. */
  readonly onAnswered: () => void;
}) => {
  const { monotonic } = options;
  let stall: Stall | undefined;
  let tries = 0;
  let triedAt = Number.NEGATIVE_INFINITY;

  const begin = (at: number, code: number): Stall => {
    if (at - triedAt > REMEMBERED_MS) tries = 0;
    options.onStalled(code, tries > 0);
    return { since: options.now(), rounds: 1, roundAt: at, refusedAt: at };
  };

  const isStuck = ({ rounds }: Stall, code: number): boolean => {
    if (isBusy({ code, info: '' })) return false;
    if (tries === 0 && code === NOT_A_MEMBER) return true;
    return rounds >= STUCK_ROUNDS * 2 ** Math.min(tries, MOST_DOUBLINGS);
  };

  return {
    refused: (code: number) => {
      const at = monotonic();
      stall ??= begin(at, code);
      stall.refusedAt = at;
      if (at - stall.roundAt >= ROUND_MS) {
        stall.rounds += 1;
        stall.roundAt = at;
      }
      if (!isStuck(stall, code)) return;
      const { since } = stall;
      stall = undefined;
      tries += 1;
      triedAt = at;
      options.onStuck(since);
    },
    answered: () => {
      if (stall === undefined) return;
      if (options.rooms() > 1 && monotonic() - stall.refusedAt < QUIET_MS) return;
      stall = undefined;
      options.onAnswered();
    },
    /** The line is new: what was refused on the one before says nothing any more. */
    reset: () => {
      stall = undefined;
    },
  };
};
