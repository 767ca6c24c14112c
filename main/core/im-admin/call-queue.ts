import type { Clock } from '../ports.ts';
import { createLane, type Lane, type Waiter } from './call-lane.ts';
import type { Command } from './command.ts';
import { type Priority, priorities } from './priority.ts';

/** How many calls may be under way at once. The last places are kept for what is more urgent. */
const IN_FLIGHT: Readonly<Record<Priority, number>> = { urgent: 32, normal: 20, bulk: 6 };

export type QueueTimer = Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;

/** A granted place; give it back with `release` when the call is over. */
export type Place = Readonly<{ release: () => void }>;
export type Refusal = 'cancelled' | 'closed';

export type CallQueue = Readonly<{
  /** Waits for a place: rate of the command, places under way, and whoever is more urgent go first. */
  enter: (command: Command, priority: Priority, signal?: AbortSignal) => Promise<Place | Refusal>;
  /** The service asked to slow down: no call of this command (or of any) for `ms`. */
  pause: (command: Command | 'all', ms: number) => void;
  waiting: () => number;
  dispose: () => void;
}>;

export const createCallQueue = (clock: QueueTimer): CallQueue => {
  const lanes = new Map<string, Lane>();
  let inFlight = 0;
  let arrivals = 0;
  let pausedUntil = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const laneOf = (command: Command): Lane => {
    const known = lanes.get(command.path);
    if (known !== undefined) return known;
    const lane = createLane(command.rate);
    lanes.set(command.path, lane);
    return lane;
  };

  /** The waiter who came first among those whose command may be called now. */
  const nextOf = (priority: Priority, now: number): { lane: Lane; waiter: Waiter } | undefined => {
    let first: { lane: Lane; waiter: Waiter } | undefined;
    for (const lane of lanes.values()) {
      const waiter = lane.first(priority);
      if (waiter === undefined || lane.readyAt(priority, now) > now) continue;
      if (first === undefined || waiter.arrival < first.waiter.arrival) first = { lane, waiter };
    }
    return first;
  };

  const grant = (lane: Lane, waiter: Waiter): void => {
    lane.take(waiter);
    inFlight += 1;
    let held = true;
    waiter.settle({
      release: () => {
        if (!held) return;
        held = false;
        inFlight -= 1;
        lane.finish(clock.monotonic());
        pump();
      },
    });
  };

  const pump = (): void => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
    const now = clock.monotonic();
    if (now >= pausedUntil) grantAll(now);
    wakeLater(now);
  };

  const grantAll = (now: number): void => {
    for (const priority of priorities) {
      while (inFlight < IN_FLIGHT[priority]) {
        const next = nextOf(priority, now);
        if (next === undefined) break;
        grant(next.lane, next.waiter);
      }
    }
  };

  const wakeLater = (now: number): void => {
    let at = Number.POSITIVE_INFINITY;
    for (const lane of lanes.values()) {
      for (const priority of priorities) {
        if (lane.first(priority) !== undefined) at = Math.min(at, lane.readyAt(priority, now));
      }
    }
    const wakeAt = Math.max(at, pausedUntil);
    // Where it is only calls under way that are in the way, the next release pumps.
    if (Number.isFinite(at) && wakeAt > now) timer = clock.setTimeout(pump, wakeAt - now);
  };

  const enter: CallQueue['enter'] = (command, priority, signal) =>
    new Promise((resolve) => {
      if (closed) return resolve('closed');
      if (signal?.aborted === true) return resolve('cancelled');
      const lane = laneOf(command);
      const onAbort = (): void => {
        lane.remove(waiter);
        waiter.settle('cancelled');
      };
      arrivals += 1;
      const waiter: Waiter = {
        priority,
        arrival: arrivals,
        settle: (answer) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(answer);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      lane.add(waiter);
      pump();
    });

  return {
    enter,
    pause: (command, ms) => {
      const until = clock.monotonic() + ms;
      if (command === 'all') pausedUntil = Math.max(pausedUntil, until);
      else laneOf(command).pause(until);
      pump();
    },
    waiting: () => [...lanes.values()].reduce((sum, lane) => sum + lane.size(), 0),
    dispose: () => {
      closed = true;
      if (timer !== undefined) clock.clearTimeout(timer);
      for (const lane of lanes.values()) for (const waiter of lane.clear()) waiter.settle('closed');
    },
  };
};
