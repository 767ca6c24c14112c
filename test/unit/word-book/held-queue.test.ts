import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeldEnd } from '../../../main/contract/models/held.ts';
import { createHeldQueue, type HeldPolicy, heldId } from '../../../main/core/word-book/held-queue.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { comment } from './parts.ts';

const rig = (policy: HeldPolicy = { heldTimeoutSeconds: 120, heldTimeout: 'deny' }, most = 500) => {
  const clock = createManualClock();
  const ends: { readonly id: string; readonly outcome: HeldEnd['outcome']; readonly released: boolean }[] =
    [];
  let current = policy;
  const queue = createHeldQueue({
    clock,
    most,
    policy: () => current,
    onWaiting: () => undefined,
    onEnd: ({ id }, { outcome, released }) => ends.push({ id, outcome, released }),
  });
  return { clock, ends, queue, choose: (next: HeldPolicy) => (current = next) };
};

const id = (name: string) => heldId('a/r', name);
const held = (name: string) => comment('x', { id: name });

describe('the held queue', () => {
  it('lets a comment through when a person approves it, and tells the second panel who decided', () => {
    const { queue, ends, clock } = rig();
    queue.add('a/r', held('1'));
    const at = clock.now();
    expect(queue.decide(id('1'), true, 'vj')).toMatchObject({ first: true, end: { outcome: 'approved' } });
    clock.advance(50);
    expect(queue.decide(id('1'), false, 'other')).toEqual({
      first: false,
      end: { outcome: 'approved', released: true, by: 'vj', at },
    });
    expect(ends).toEqual([{ id: id('1'), outcome: 'approved', released: true }]);
  });

  it('denies what nobody decided about in time', () => {
    const { queue, ends, clock } = rig();
    queue.add('a/r', held('1'));
    clock.advance(60_000);
    queue.add('a/r', held('2'));
    clock.advance(60_000);
    expect(ends).toEqual([{ id: id('1'), outcome: 'timed-out', released: false }]);
    clock.advance(60_000);
    expect(queue.waiting()).toEqual([]);
  });

  it('waits for its time also where the clock is set back meanwhile', () => {
    const { queue, ends, clock } = rig();
    queue.add('a/r', held('1'));
    clock.set(-3_600_000);
    clock.advance(120_000);
    expect(ends).toEqual([{ id: id('1'), outcome: 'timed-out', released: false }]);
  });

  it('approves after the time when that was chosen', () => {
    const { queue, ends, clock } = rig({ heldTimeoutSeconds: 10, heldTimeout: 'approve' });
    queue.add('a/r', held('1'));
    clock.advance(10_000);
    expect(ends).toEqual([{ id: id('1'), outcome: 'timed-out', released: true }]);
  });

  it('never approves after the time what was said before we came: it waits for a person', () => {
    const { queue, ends, clock } = rig({ heldTimeoutSeconds: 10, heldTimeout: 'approve' });
    queue.add('a/r', { ...held('1'), past: true });
    clock.advance(10_000);
    expect(ends).toEqual([]);
    expect(queue.waiting()).toMatchObject([{ deadline: null }]);
    expect(queue.decide(id('1'), true, 'vj').first).toBe(true);
  });

  it('goes on waiting, without a deadline, when that was chosen', () => {
    const { queue, ends, clock } = rig({ heldTimeoutSeconds: 10, heldTimeout: 'keep' });
    queue.add('a/r', held('1'));
    clock.advance(1_000_000);
    expect(ends).toEqual([]);
    expect(queue.waiting()).toMatchObject([{ deadline: null }]);
    expect(clock.pending()).toBe(0);
  });

  it('denies the oldest when more wait than anybody can look through, even where time-outs approve', () => {
    const { queue, ends } = rig({ heldTimeoutSeconds: 10, heldTimeout: 'approve' }, 2);
    for (const name of ['1', '2', '3']) queue.add('a/r', held(name));
    expect(ends).toEqual([{ id: id('1'), outcome: 'timed-out', released: false }]);
    expect(queue.waiting()).toHaveLength(2);
  });

  it('does not hold again what came before and was decided', () => {
    const { queue, ends } = rig();
    queue.add('a/r', held('1'));
    queue.decide(id('1'), false, 'vj');
    queue.add('a/r', held('1'));
    expect(queue.waiting()).toEqual([]);
    expect(ends).toHaveLength(1);
  });

  it('gives out what waits in a room undecided, and lets it wait again', () => {
    const { queue, ends } = rig();
    queue.add('a/r', held('1'));
    queue.add('a/other', held('2'));
    expect(queue.takeOut(({ roomKey }) => roomKey === 'a/r').map((one) => one.id)).toEqual([id('1')]);
    expect(queue.waiting().map((one) => one.roomKey)).toEqual(['a/other']);
    queue.add('a/r', held('1'));
    expect(queue.waiting()).toHaveLength(2);
    expect(ends).toEqual([]);
  });

  it('says so when it knows nothing of a comment', () => {
    const { queue } = rig();
    expect(queue.decide(id('?'), true, 'vj')).toMatchObject({ first: false, end: { outcome: 'unknown' } });
  });

  it('ends each held comment exactly once: approved, denied or timed out', () => {
    const names = fc.constantFrom('1', '2', '3', '4', '5', '6');
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), name: names }),
      fc.record({ do: fc.constantFrom('approve' as const, 'deny' as const), name: names }),
      fc.record({ do: fc.constant('drop' as const), name: names }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 200_000 }) }),
      fc.record({
        do: fc.constant('choose' as const),
        heldTimeout: fc.constantFrom('deny' as const, 'approve' as const, 'keep' as const),
      }),
    );
    const policies = fc.record({
      heldTimeoutSeconds: fc.integer({ min: 5, max: 300 }),
      heldTimeout: fc.constantFrom('deny' as const, 'approve' as const, 'keep' as const),
    });
    type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
    const play = (parts: ReturnType<typeof rig>, policy: HeldPolicy, steps: readonly Step[]) => {
      const { queue, clock, choose } = parts;
      const first = new Map<string, string>();
      const decide = (name: string, approve: boolean) => {
        const decided = queue.decide(id(name), approve, 'vj');
        if (decided.first) first.set(id(name), decided.end.outcome);
        return first.get(id(name)) ?? decided.end.outcome;
      };
      const run = (one: Step) => {
        switch (one.do) {
          case 'add':
            return queue.add('a/r', held(one.name));
          case 'wait':
            return clock.advance(one.ms);
          case 'choose':
            return choose({ ...policy, heldTimeout: one.heldTimeout });
          case 'drop':
            return queue.drop(
              (item) => item.id === id(one.name),
              () => 'vj',
            );
          default:
            // Whoever asks again is told what was decided first.
            expect(decide(one.name, one.do === 'approve')).toBe(
              queue.decide(id(one.name), true, 'late').end.outcome,
            );
        }
      };
      for (const one of steps) run(one);
    };
    fc.assert(
      fc.property(policies, fc.array(step, { maxLength: 60 }), (policy, steps) => {
        const parts = rig(policy, 4);
        play(parts, policy, steps);
        for (const { id: left } of parts.queue.waiting()) parts.queue.decide(left, false, 'vj');
        const added = steps.flatMap((one) => (one.do === 'add' ? [id(one.name)] : []));
        const ended = parts.ends.map((end) => end.id);
        expect(new Set(ended).size).toBe(ended.length);
        expect(new Set(ended)).toEqual(new Set(added));
        for (const { outcome } of parts.ends) expect(['approved', 'denied', 'timed-out']).toContain(outcome);
      }),
    );
  });
});
