import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAirLock, type LockItem } from '../../../main/core/overlay/air-lock.ts';
import type { Clock } from '../../../main/core/ports.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const item = (id: string, more: Partial<LockItem<string>> = {}): LockItem<string> => ({
  id,
  level: 'clean',
  payload: id,
  ...more,
});

const lockWith = (holdMs: number) => {
  const clock = createManualClock();
  const aired: { id: string; at: number }[] = [];
  const start = clock.now();
  let changes = 0;
  const lock = createAirLock<string>({
    clock: clock as unknown as Clock,
    holdMs,
    onAir: (ids) => aired.push(...ids.map((id) => ({ id, at: clock.now() - start }))),
    onChange: () => {
      changes += 1;
    },
  });
  return { clock, lock, aired, changes: () => changes };
};

describe('the air lock', () => {
  it('keeps an item for its time and then lets it on air', () => {
    const { clock, lock, aired } = lockWith(2000);
    lock.enter([item('a')]);
    clock.advance(1999);
    expect(aired).toEqual([]);
    clock.advance(1);
    expect(aired).toEqual([{ id: 'a', at: 2000 }]);
    expect(lock.waiting()).toEqual([]);
  });

  it('lets everything through at once when it is set to nothing', () => {
    const { lock, aired } = lockWith(0);
    lock.enter([item('a'), item('b')]);
    expect(aired.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('turns away what is held or blocked', () => {
    const { clock, lock, aired } = lockWith(100);
    expect(lock.enter([item('h', { level: 'hold' }), item('b', { level: 'block' })])).toBe(0);
    clock.advance(1000);
    expect(aired).toEqual([]);
  });

  it('lists what waits with the time at which it goes on air', () => {
    const { clock, lock } = lockWith(3000);
    lock.enter([item('a')]);
    clock.advance(500);
    lock.enter([item('b', { level: 'flag' })]);
    expect(lock.waiting().map(({ id, level, airAt }) => [id, level, airAt - clock.now()])).toEqual([
      ['a', 'clean', 2500],
      ['b', 'flag', 3000],
    ]);
  });

  it('takes out by id, by person and all', () => {
    const { clock, lock, aired } = lockWith(1000);
    lock.enter([item('a'), item('b', { userKey: 'u' }), item('c', { userKey: 'u' }), item('d')]);
    expect(lock.remove({ ids: ['a'] })).toBe(1);
    expect(lock.remove({ userKey: 'u' })).toBe(2);
    expect(lock.waiting().map(({ id }) => id)).toEqual(['d']);
    expect(lock.remove({ all: true })).toBe(1);
    clock.advance(5000);
    expect(aired).toEqual([]);
  });

  it('lets go of what has waited long enough when its time is shortened', () => {
    const { clock, lock, aired } = lockWith(10_000);
    lock.enter([item('a')]);
    clock.advance(4000);
    lock.setHold(3000);
    expect(aired.map(({ id }) => id)).toEqual(['a']);
  });

  it('holds longer what already waits when its time is lengthened', () => {
    const { clock, lock, aired } = lockWith(1000);
    lock.enter([item('a')]);
    lock.setHold(5000);
    clock.advance(4999);
    expect(aired).toEqual([]);
    clock.advance(1);
    expect(aired).toHaveLength(1);
  });

  it('keeps a raid within bounds and the newest in it', () => {
    const { lock } = lockWith(5000);
    lock.enter(Array.from({ length: 3000 }, (_, index) => item(String(index))));
    expect(lock.waiting()).toHaveLength(1000);
    expect(lock.waiting().at(-1)?.id).toBe('2999');
  });

  it.each([600_000, -600_000])('holds for its time also where the clock is set by %i ms meanwhile', (by) => {
    const { clock, lock, aired } = lockWith(2000);
    lock.enter([item('a')]);
    clock.advance(1000);
    clock.set(by);
    lock.enter([item('b')]);
    expect(lock.waiting().map(({ airAt }) => airAt - clock.now())).toEqual([1000, 2000]);
    expect(aired).toEqual([]);
    clock.advance(1000);
    expect(aired.map(({ id }) => id)).toEqual(['a']);
    clock.advance(1000);
    expect(aired.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('keeps no timer when nothing waits or it is gone', () => {
    const { clock, lock } = lockWith(1000);
    lock.enter([item('a')]);
    clock.advance(1000);
    expect(clock.pending()).toBe(0);
    lock.enter([item('b')]);
    lock.dispose();
    expect(clock.pending()).toBe(0);
  });

  it('airs each admitted item once, in order, never early, and never one that was taken out', () => {
    const level = fc.constantFrom<'clean' | 'flag' | 'hold' | 'block'>('clean', 'flag', 'hold', 'block');
    const step = fc.oneof(
      level.map((given) => ({ level: given, ms: 0, pick: -1 })),
      fc.integer({ min: 0, max: 3000 }).map((ms) => ({ level: undefined, ms, pick: -1 })),
      fc.nat(30).map((pick) => ({ level: undefined, ms: 0, pick })),
    );
    const property = fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.array(step, { maxLength: 60 }),
      (holdMs, steps) => {
        const { clock, lock, aired } = lockWith(holdMs);
        const expected = new Map<string, number>();
        for (const [index, { level: given, ms, pick }] of steps.entries()) {
          clock.advance(ms);
          const waits = lock.waiting().some(({ id }) => id === String(pick));
          lock.remove({ ids: [String(pick)] });
          if (waits) expected.delete(String(pick));
          if (given && lock.enter([item(String(index), { level: given })]) === 1) {
            expected.set(String(index), clock.now() + holdMs);
          }
        }
        const start = createManualClock().now();
        clock.advance(20_000);
        expect(aired.map(({ id, at }) => [id, at + start])).toEqual([...expected]);
      },
    );
    fc.assert(property);
  });
});
