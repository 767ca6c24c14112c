import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { createBatcher } from '../../../main/feed-process/batcher.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const item = (id: string) => ({ kind: 'counter', id, at: 0, receivedAt: 0, key: 'k', value: 1 }) as FeedItem;

const start = () => {
  const clock = createManualClock();
  const out: string[] = [];
  const batcher = createBatcher({
    everyMs: 50,
    monotonic: clock.monotonic,
    timers: clock,
    flush: (roomId, items) => out.push(`${roomId}: ${items.map(({ id }) => id).join(' ')}`),
  });
  return { clock, out, add: (roomId: string, id: string) => batcher.add(roomId, [item(id)]) };
};

describe('batches of a feed', () => {
  it('go on at once after a pause, with what came in the same breath', () => {
    const { clock, out, add } = start();
    add('a', '1');
    add('a', '2');
    add('b', '3');
    clock.advance(0);
    expect(out).toEqual(['a: 1 2', 'b: 3']);
    clock.advance(1000);
    add('a', '4');
    clock.advance(0);
    expect(out.slice(2)).toEqual(['a: 4']);
  });

  it('go on no more often than once in 50 ms while more comes', () => {
    const { clock, out, add } = start();
    for (let ms = 0; ms < 200; ms += 5) {
      add('a', String(ms));
      clock.advance(5);
    }
    clock.advance(50);
    expect(out).toHaveLength(5);
    expect(out.join(' ').split(/\D+/).filter(Boolean)).toHaveLength(40);
    expect(clock.pending()).toBe(0);
  });

  it('wait no longer when the clock was set back', () => {
    const clock = createManualClock();
    const out: number[] = [];
    const batcher = createBatcher({
      everyMs: 50,
      monotonic: clock.monotonic,
      timers: clock,
      flush: (_roomId, items) => out.push(items.length),
    });
    batcher.add('a', [item('1')]);
    clock.advance(0);
    clock.set(-3_600_000);
    batcher.add('a', [item('2')]);
    clock.advance(50);
    expect(out).toEqual([1, 1]);
  });
});
