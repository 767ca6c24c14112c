import type { Random } from '../random.ts';

/** Ranks, most important first. `system` is the service's own: moderation, notices of the admin. */
export const ranks = ['system', 'High', 'Normal', 'Low', 'Lowest'] as const;
export type Rank = (typeof ranks)[number];

export type GateResult<T> = { readonly delivered: readonly T[]; readonly dropped: readonly T[] };

/**
 * The room's message budget (tencent-im D): at most `cap` in any second, higher ranks first, equal ranks at random.
 * What does not fit waits for up to a second, in a queue of `cap`; beyond that the lowest rank goes.
 * Time is the caller's, in milliseconds that never go back.
 */
export type SendGate<T> = {
  offer(item: T, rank: Rank, now: number): GateResult<T>;
  /** Delivers what has become due and drops what has waited too long. */
  advance(now: number): GateResult<T>;
  /** When `advance` has something to do next; null when nothing waits. */
  nextAt(): number | null;
};

type SendGateOptions = {
  /** Messages a second; read at each use, so that it can be changed in a running room. */
  readonly cap: () => number;
  readonly random: Random;
};

type Waiting<T> = { readonly item: T; readonly since: number };

const windowMs = 1_000;
/** A quarter of the budget per quarter of a second, so that a flood comes out as a steady stream. */
const stepsPerWindow = 4;

/** Moments of the last deliveries, oldest first; no more than the cap of them. */
const createHistory = () => {
  let times: number[] = [];
  let start = 0;
  return {
    /** The moment from which `limit` deliveries within `span` leave room for one more. */
    freeAt(limit: number, span: number): number {
      const blocking = times[times.length - limit];
      return blocking === undefined || times.length - start < limit
        ? Number.NEGATIVE_INFINITY
        : blocking + span;
    },
    add(now: number): void {
      times.push(now);
    },
    forgetBefore(moment: number): void {
      while (start < times.length && (times[start] ?? moment) <= moment) start += 1;
      if (start < 1_024) return;
      times = times.slice(start);
      start = 0;
    },
  };
};

export const createSendGate = <T>({ cap, random }: SendGateOptions): SendGate<T> => {
  const queues: Waiting<T>[][] = ranks.map(() => []);
  const history = createHistory();
  let waiting = 0;

  const freeAt = (): number => {
    const limit = cap();
    const step = Math.ceil(limit / stepsPerWindow);
    return Math.max(history.freeAt(limit, windowMs), history.freeAt(step, windowMs / stepsPerWindow));
  };

  const dropExpired = (now: number, dropped: T[]): void => {
    for (const queue of queues) {
      const firstFresh = queue.findIndex((entry) => now - entry.since < windowMs);
      const expired = queue.splice(0, firstFresh === -1 ? queue.length : firstFresh);
      waiting -= expired.length;
      for (const entry of expired) dropped.push(entry.item);
    }
  };

  const deliverDue = (now: number, delivered: T[]): void => {
    while (waiting > 0 && freeAt() <= now) {
      const next = queues.find((queue) => queue.length > 0)?.shift();
      if (next === undefined) return;
      waiting -= 1;
      history.add(now);
      delivered.push(next.item);
    }
  };

  const dropOverflow = (dropped: T[]): void => {
    while (waiting > cap()) {
      const lowest = queues.findLast((queue) => queue.length > 0);
      if (lowest === undefined) return;
      const [victim] = lowest.splice(random.below(lowest.length), 1);
      waiting -= 1;
      if (victim !== undefined) dropped.push(victim.item);
    }
  };

  const advance = (now: number): GateResult<T> => {
    const delivered: T[] = [];
    const dropped: T[] = [];
    history.forgetBefore(now - windowMs);
    if (waiting > 0) {
      // What is due is delivered before what is stale is dropped: a late timer must not cost messages.
      deliverDue(now, delivered);
      dropExpired(now, dropped);
    }
    return { delivered, dropped };
  };

  return {
    advance,
    offer(item, rank, now) {
      const before = advance(now);
      if (waiting === 0 && freeAt() <= now) {
        history.add(now);
        return { delivered: [...before.delivered, item], dropped: before.dropped };
      }
      queues[ranks.indexOf(rank)]?.push({ item, since: now });
      waiting += 1;
      const dropped = [...before.dropped];
      dropOverflow(dropped);
      return { delivered: before.delivered, dropped };
    },
    nextAt() {
      if (waiting === 0) return null;
      const oldest = Math.min(...queues.map((queue) => queue[0]?.since ?? Number.POSITIVE_INFINITY));
      return Math.min(freeAt(), oldest + windowMs);
    },
  };
};
