import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { createFlyQueue } from '../../../renderer/overlay/engine/queue.ts';
import { mostInRow, rowToCountUp } from '../../../renderer/overlay/layers/chat-fold.ts';
import { createChatQueue } from '../../../renderer/overlay/layers/chat-queue.ts';
import { createGiftQueue, giftCount } from '../../../renderer/overlay/layers/gift-queue.ts';
import { createTickerQueue } from '../../../renderer/overlay/layers/ticker-queue.ts';

let seq = 0;
const item = (text: string, more: Partial<OverlayItem> = {}): OverlayItem => {
  seq += 1;
  return { id: `i${seq}`, seq, kind: 'comment', nick: 'n', text, ...more };
};

describe('comments that wait for a lane', () => {
  it('are counted when they say the same', () => {
    const queue = createFlyQueue();
    for (const text of ['666', 'GG', ' 666', '666']) queue.push(item(text), 0);
    expect(queue.next(0)?.items).toHaveLength(3);
    queue.shift();
    expect(queue.next(0)?.items).toHaveLength(1);
  });

  it('are given up when they have waited too long', () => {
    const queue = createFlyQueue();
    queue.push(item('old'), 0);
    queue.push(item('new'), 1500);
    expect(queue.next(2000)?.items[0]?.text).toBe('new');
    expect(queue.next(9000)).toBeUndefined();
  });

  it('go together when one of them is purged, for they say the same', () => {
    const queue = createFlyQueue();
    const [a, b] = [item('spam'), item('spam')];
    queue.push(a, 0);
    queue.push(b, 0);
    queue.remove(({ id }) => id === b.id);
    expect(queue.items()).toEqual([]);
  });

  it('stay within bounds in a raid', () => {
    const queue = createFlyQueue();
    for (let index = 0; index < 10_000; index += 1) queue.push(item(`t${index}`), 0);
    expect(queue.size()).toBeLessThanOrEqual(60);
  });
});

describe('rows that wait for the chat box', () => {
  it('come at a pace that can be read, the newest first to be kept', () => {
    const queue = createChatQueue();
    queue.push([item('a')], 8);
    expect(queue.take(0, 5).map(({ text }) => text)).toEqual(['a']);
    for (const text of ['b', 'c', 'd', 'e', 'f', 'g', 'h']) queue.push([item(text)], 8);
    expect(queue.take(200, 5).map(({ text }) => text)).toEqual(['d', 'e', 'f', 'g', 'h']);
    queue.push([item('i'), item('j')], 8);
    expect(queue.take(300, 5)).toEqual([]);
    expect(queue.take(500, 5).map(({ text }) => text)).toEqual(['j']);
  });

  it('never leave out what the VJ or an admin says, however fast the room is', () => {
    const queue = createChatQueue();
    queue.push([item('a')], 8);
    queue.take(0, 5);
    queue.push([item('welcome', { role: 'vj' })], 8);
    for (let index = 0; index < 100; index += 1) queue.push([item(`t${index}`)], 8);
    expect(queue.take(500, 5).map(({ text }) => text)).toEqual([
      'welcome',
      't95',
      't96',
      't97',
      't98',
      't99',
    ]);
  });

  it('all come where no pace is set', () => {
    const queue = createChatQueue();
    queue.push([item('a'), item('b')], 8);
    expect(queue.take(0, 0)).toHaveLength(2);
    expect(queue.size()).toBe(0);
  });

  it('never come faster than the pace over any ten seconds', () => {
    const bursts = fc.array(fc.tuple(fc.integer({ min: 50, max: 400 }), fc.nat(30)), { maxLength: 80 });
    fc.assert(
      fc.property(bursts, fc.integer({ min: 1, max: 20 }), (steps, perSecond) => {
        const queue = createChatQueue();
        let [now, shown] = [0, 0];
        for (const [after, count] of steps) {
          now += after;
          queue.push(
            Array.from({ length: count }, () => item('x')),
            50,
          );
          shown += queue.take(now, perSecond).length;
        }
        expect(shown).toBeLessThanOrEqual((now / 1000) * perSecond + perSecond);
      }),
    );
  });
});

describe('messages that wait for the ticker', () => {
  const join = (nick: string, count = 1) => item('', { kind: 'join', nick, count });

  it('gather all who joined into one and let notices go first', () => {
    const queue = createTickerQueue();
    for (const one of [
      join('a'),
      join('b'),
      item('', { kind: 'leave', nick: 'c' }),
      item('news', { kind: 'notice' }),
    ]) {
      queue.push(one);
    }
    expect(queue.next()?.kind).toBe('notice');
    expect(queue.next()?.items.map(({ nick }) => nick)).toEqual(['a', 'b']);
    expect(queue.next()?.kind).toBe('leave');
    expect(queue.next()).toBeUndefined();
  });

  it('lose the purged person and keep the others', () => {
    const queue = createTickerQueue();
    queue.push(join('a'));
    queue.push(join('b'));
    queue.remove(({ nick }) => nick === 'a');
    expect(queue.items()).toHaveLength(1);
    expect(queue.next()?.items.map(({ nick }) => nick)).toEqual(['b']);
  });
});

describe('gifts that wait for their card', () => {
  const gift = (userKey: string, text: string, count: number) => item(text, { kind: 'gift', userKey, count });

  it('add up when the same person gives the same again', () => {
    const queue = createGiftQueue();
    queue.push(gift('u', 'rose', 1));
    queue.push(gift('v', 'rose', 1));
    queue.push(gift('u', 'rose', 9));
    const first = queue.next();
    expect(first && giftCount(first)).toBe(10);
    expect(queue.size()).toBe(1);
  });

  it('leave out the smallest when there are too many', () => {
    const queue = createGiftQueue();
    for (let index = 0; index < 20; index += 1) queue.push(gift(`u${index}`, 'rocket', 50));
    queue.push(gift('small', 'rose', 1));
    expect(queue.items().map(({ userKey }) => userKey)).not.toContain('small');
    expect(queue.size()).toBe(20);
  });
});

describe('a room that says the same for hours', () => {
  it('fills one chat row after the other, each up to what a purge can look through', () => {
    const rows: { readonly key: string; readonly items: number[] }[] = [];
    for (let index = 0; index < 3 * mostInRow; index += 1) {
      const same = rowToCountUp(rows, '666');
      if (same) same.items.push(index);
      else rows.push({ key: '666', items: [index] });
    }
    expect(rows.map(({ items }) => items.length)).toEqual([mostInRow, mostInRow, mostInRow]);
  });

  it('and one person who sends the same gift on and on is counted to the last, and not kept one by one', () => {
    const queue = createGiftQueue();
    for (let index = 0; index < 5_000; index += 1)
      queue.push(item('Rose', { kind: 'gift', userKey: 'fan', count: 2 }));
    const combo = queue.next();
    expect(combo && giftCount(combo)).toBe(10_000);
    expect(combo?.items.length).toBeLessThanOrEqual(200);
  });
});
