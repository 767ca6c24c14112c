import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../main/rehearsal/random.ts';
import {
  createSendGate,
  type GateResult,
  type Rank,
  ranks,
} from '../../../main/rehearsal/state/send-gate.ts';

type Item = { readonly id: number; readonly rank: Rank; readonly offeredAt: number };
type Delivery = { readonly item: Item; readonly at: number };

type Offer = { readonly afterMs: number; readonly rank: Rank };

const offers = fc.array(
  fc.record({
    afterMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 400 })),
    rank: fc.constantFrom(...ranks),
  }),
  { maxLength: 400 },
);

type Run = {
  readonly deliveries: readonly Delivery[];
  readonly dropped: readonly Delivery[];
  /** Deliveries of a lower rank while a higher one waited. */
  readonly unfair: readonly string[];
  readonly offered: number;
};

/** Plays offers against a gate that is woken exactly when it asks for it. */
const play = (plan: readonly Offer[], cap: number, seed: number): Run => {
  const gate = createSendGate<Item>({ cap: () => cap, random: createRandom(seed) });
  const deliveries: Delivery[] = [];
  const dropped: Delivery[] = [];
  const unfair: string[] = [];
  const waiting = new Set<Item>();
  let now = 0;

  const settle = (result: GateResult<Item>): void => {
    for (const item of result.delivered) {
      waiting.delete(item);
      const passedOver = [...waiting].find((other) => ranks.indexOf(other.rank) < ranks.indexOf(item.rank));
      if (passedOver !== undefined) unfair.push(`${item.rank} before ${passedOver.rank}`);
      deliveries.push({ item, at: now });
    }
    for (const item of result.dropped) {
      waiting.delete(item);
      dropped.push({ item, at: now });
    }
  };
  const runUntil = (end: number): void => {
    for (let next = gate.nextAt(); next !== null && next <= end; next = gate.nextAt()) {
      now = Math.max(now, next);
      settle(gate.advance(now));
    }
    now = Math.max(now, end);
  };

  for (const [id, offer] of plan.entries()) {
    runUntil(now + offer.afterMs);
    const item = { id, rank: offer.rank, offeredAt: now };
    waiting.add(item);
    settle(gate.offer(item, offer.rank, now));
  }
  runUntil(now + 10_000);
  return { deliveries, dropped, unfair, offered: plan.length };
};

const most = (deliveries: readonly Delivery[], windowMs: number): number =>
  Math.max(
    0,
    ...deliveries.map(
      ({ at }) => deliveries.filter((each) => each.at >= at && each.at < at + windowMs).length,
    ),
  );

const caps = fc.integer({ min: 1, max: 40 });

describe('the message budget of a room', () => {
  test('never lets more than the cap through in any one-second window', () => {
    fc.assert(
      fc.property(offers, caps, fc.integer(), (plan, cap, seed) => {
        expect(most(play(plan, cap, seed).deliveries, 1_000)).toBeLessThanOrEqual(cap);
      }),
    );
  });

  test('spreads a flood over the second: a quarter of the cap in a quarter of a second', () => {
    fc.assert(
      fc.property(offers, caps, fc.integer(), (plan, cap, seed) => {
        expect(most(play(plan, cap, seed).deliveries, 250)).toBeLessThanOrEqual(Math.ceil(cap / 4));
      }),
    );
  });

  test('never delivers a lower priority in place of a higher one that waits', () => {
    fc.assert(
      fc.property(offers, caps, fc.integer(), (plan, cap, seed) => {
        expect(play(plan, cap, seed).unfair).toEqual([]);
      }),
    );
  });

  test('never makes room by dropping a message while one of lower priority waits and is delivered later', () => {
    fc.assert(
      fc.property(offers, caps, fc.integer(), (plan, cap, seed) => {
        const { deliveries, dropped } = play(plan, cap, seed);
        // Those that waited a whole second for their turn are stale, whatever their priority.
        const forRoom = dropped.filter((drop) => drop.at - drop.item.offeredAt < 1_000);
        const wrong = forRoom.filter((drop) =>
          deliveries.some(
            ({ item, at }) =>
              at > drop.at &&
              item.offeredAt < drop.at &&
              ranks.indexOf(item.rank) > ranks.indexOf(drop.item.rank),
          ),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('settles every message exactly once, and within a second', () => {
    fc.assert(
      fc.property(offers, caps, fc.integer(), (plan, cap, seed) => {
        const { deliveries, dropped, offered } = play(plan, cap, seed);
        const settled = [...deliveries, ...dropped];
        expect(new Set(settled.map(({ item }) => item.id)).size).toBe(offered);
        expect(settled.length).toBe(offered);
        expect(Math.max(0, ...settled.map(({ item, at }) => at - item.offeredAt))).toBeLessThanOrEqual(1_000);
      }),
    );
  });

  test('keeps the order of messages of the same priority', () => {
    fc.assert(
      fc.property(offers, caps, fc.integer(), (plan, cap, seed) => {
        const { deliveries } = play(plan, cap, seed);
        for (const rank of ranks) {
          const ids = deliveries.filter(({ item }) => item.rank === rank).map(({ item }) => item.id);
          expect(ids).toEqual([...ids].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('drops nothing of forty messages that come at once', () => {
    const plan = Array.from({ length: 40 }, () => ({ afterMs: 0, rank: 'Normal' as const }));
    const { deliveries, dropped } = play(plan, 40, 1);
    expect([deliveries.length, dropped.length]).toEqual([40, 0]);
  });

  test('lets all gifts through a storm of two hundred a second', () => {
    const plan = Array.from({ length: 1_000 }, (_, at) => ({
      afterMs: 5,
      rank: at % 20 === 0 ? ('High' as const) : ('Low' as const),
    }));
    const { deliveries, dropped } = play(plan, 40, 7);
    expect(dropped.filter(({ item }) => item.rank === 'High')).toEqual([]);
    expect(deliveries.filter(({ item }) => item.rank === 'High').length).toBe(50);
    // Five seconds at the cap, and the last second's queue.
    expect(deliveries.length).toBeGreaterThanOrEqual(200);
  });

  test('follows a cap that is changed while the room runs', () => {
    let cap = 4;
    const gate = createSendGate<number>({ cap: () => cap, random: createRandom(1) });
    const first = [0, 1, 2, 3, 4, 5].flatMap((id) => gate.offer(id, 'Normal', 0).delivered);
    cap = 400;
    expect(first).toEqual([0]);
    // Four could wait under the old cap; which of five goes is left to chance.
    expect(gate.advance(1).delivered.length).toBe(4);
  });

  test('drops equal ones at random, not always the newest', () => {
    const plan = Array.from({ length: 200 }, () => ({ afterMs: 5, rank: 'Normal' as const }));
    const { dropped } = play(plan, 4, 3);
    const hadWaited = dropped.filter(({ item, at }) => at > item.offeredAt);
    expect(hadWaited.length).toBeGreaterThan(50);
    expect(dropped.length - hadWaited.length).toBeGreaterThan(20);
  });
});
