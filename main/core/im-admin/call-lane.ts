import type { Place, Refusal } from './call-queue.ts';
import type { Rate } from './command.ts';
import { type Priority, priorities } from './priority.ts';

export type Waiter = Readonly<{
  priority: Priority;
  /** Counts up over all lanes: who came first goes first. */
  arrival: number;
  settle: (answer: Place | Refusal) => void;
}>;

/** The share of a command's rate that each priority may use up, so that a mute finds room beside a bulk of mutes. */
const SHARE: Readonly<Record<Priority, number>> = { urgent: 1, normal: 0.95, bulk: 0.8 };

/** The calls of one command: who waits, and when the next may go. */
export type Lane = Readonly<{
  add: (waiter: Waiter) => void;
  remove: (waiter: Waiter) => void;
  first: (priority: Priority) => Waiter | undefined;
  /** The waiter goes now and counts towards the rate. */
  take: (waiter: Waiter) => void;
  /** A call is over. */
  finish: (now: number) => void;
  /** When a call of this priority may go, by the clock of `now`; not after it = at once. */
  readyAt: (priority: Priority, now: number) => number;
  pause: (until: number) => void;
  size: () => number;
  clear: () => readonly Waiter[];
}>;

/**
 * The service counted a call at some moment before its answer came; which one, we cannot know. So a call counts from
 * when it goes until `perMs` after its answer, and no delay on the way can bunch calls into more than the rate allows.
 */
export const createLane = ({ calls, perMs }: Rate): Lane => {
  const waiting: Record<Priority, Waiter[]> = { urgent: [], normal: [], bulk: [] };
  /** When the newest calls were over, oldest first. */
  const finished: number[] = [];
  let underWay = 0;
  let pausedUntil = 0;

  const drop = (waiter: Waiter): void => {
    const line = waiting[waiter.priority];
    const index = line.indexOf(waiter);
    if (index >= 0) line.splice(index, 1);
  };

  const readyAt = (priority: Priority, now: number): number => {
    while (finished[0] !== undefined && finished[0] <= now - perMs) finished.shift();
    const allowed = Math.max(1, Math.floor(calls * SHARE[priority]));
    const tooMany = underWay + finished.length - allowed + 1;
    if (tooMany <= 0) return Math.max(pausedUntil, now);
    const last = finished[tooMany - 1];
    return last === undefined ? Number.POSITIVE_INFINITY : Math.max(pausedUntil, last + perMs);
  };

  return {
    add: (waiter) => waiting[waiter.priority].push(waiter),
    remove: drop,
    first: (priority) => waiting[priority][0],
    take: (waiter) => {
      drop(waiter);
      underWay += 1;
    },
    finish: (now) => {
      underWay -= 1;
      finished.push(now);
    },
    readyAt,
    pause: (until) => {
      pausedUntil = Math.max(pausedUntil, until);
    },
    size: () => priorities.reduce((sum, priority) => sum + waiting[priority].length, 0),
    clear: () => priorities.flatMap((priority) => waiting[priority].splice(0)),
  };
};
