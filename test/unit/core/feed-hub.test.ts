import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { ok } from '../../../main/contract/result.ts';
import { createFeedHub } from '../../../main/core/feed/feed-hub.ts';
import { createPressure } from '../../../main/core/feed/pressure.ts';
import type { Earlier } from '../../../main/core/history/earlier.ts';
import { aComment } from '../history/test-history.ts';

const like = (id: string): FeedItem => ({
  id,
  at: 0,
  receivedAt: 0,
  kind: 'like',
  person: { userId: 'a', nick: 'a' },
  count: 1,
});
const gap = (id: string): FeedItem => ({
  id,
  at: 0,
  receivedAt: 0,
  kind: 'gap',
  from: 0,
  to: 1,
  cause: 'connection',
  recovered: true,
});

const rig = (earlier: Readonly<Record<string, Earlier>> = {}) => {
  let now = 1_000_000;
  const published: unknown[] = [];
  const taken: string[] = [];
  const hub = createFeedHub({
    clock: { now: () => now },
    publish: (_event, payload) => published.push(payload),
    earlier: () => ok(new Map(Object.entries(earlier))),
    onItems: (_roomKey, items) => taken.push(...items.map(({ id }) => id)),
  });
  return { hub, published, taken, pass: (ms: number) => (now += ms) };
};

describe('the feed hub', () => {
  it('hands every batch on to the panel as it is', () => {
    const { hub, published } = rig();
    hub.add('a/r', [like('1'), like('2')]);
    hub.add('a/r', []);
    expect(published).toEqual([{ roomKey: 'a/r', items: [like('1'), like('2')], dropped: 0 }]);
  });

  it('takes in each item once, also when a feed process that was started again brings it anew', () => {
    const { hub, published, taken } = rig();
    hub.add('a/r', [like('1'), like('2')]);
    hub.add('a/r', [like('1'), like('2')]);
    hub.add('a/r', [like('2'), like('3'), like('3')]);
    hub.add('a/other', [like('1')]);
    expect(published).toMatchObject([
      { items: [{ id: '1' }, { id: '2' }] },
      { items: [{ id: '3' }] },
      { roomKey: 'a/other', items: [{ id: '1' }] },
    ]);
    expect(taken).toEqual(['1', '2', '3', '1']);
    expect(hub.recent('a/r', 10).items.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('gives what was said before a join the time of its first receipt, or else that of the service', () => {
    const { hub, pass } = rig({ known: { receivedAt: 400, approved: false } });
    const said = { at: 500_000, receivedAt: 1_000_000 };
    hub.add('a/r', [
      { ...like('known'), ...said, past: true },
      { ...like('new'), ...said, past: true },
      { ...like('ahead'), at: 2_000_000, receivedAt: 1_000_000, past: true },
      { ...like('live'), ...said },
    ]);
    expect(hub.recent('a/r', 9).items.map(({ receivedAt }) => receivedAt)).toEqual([
      400, 500_000, 1_000_000, 1_000_000,
    ]);
    pass(1000);
    expect(hub.pressure('a/r').at(-1)).toBe(1);
  });

  it('does not call held what a person let through in an earlier run', () => {
    const { hub } = rig({ through: { receivedAt: 400, approved: true } });
    const held = (id: string): FeedItem => aComment({ id, verdict: { level: 'hold', hits: [] }, past: true });
    hub.add('a/r', [held('through'), held('waiting')]);
    expect(hub.recent('a/r', 9).items).toMatchObject([
      { id: 'through', receivedAt: 400, verdict: { level: 'clean' } },
      { id: 'waiting', verdict: { level: 'hold' } },
    ]);
  });

  it('takes what a room brings that was live and is joined again for missed, not for past', () => {
    const { hub } = rig();
    const said = (id: string): FeedItem => ({ ...like(id), at: 500, receivedAt: 9000 });
    hub.add('a/r', [{ ...said('before'), past: true }]);
    hub.add('a/r', [gap('g'), { ...said('before-too'), past: true }]);
    hub.add('a/r', [said('live')]);
    hub.add('a/r', [
      { ...said('before'), past: true },
      { ...said('missed'), past: true },
    ]);
    const { items } = hub.recent('a/r', 9);
    expect(items.map(({ id, past, receivedAt }) => [id, past, receivedAt])).toEqual([
      ['before', true, 500],
      ['g', undefined, 0],
      ['before-too', true, 500],
      ['live', undefined, 9000],
      ['missed', undefined, 9000],
    ]);
  });

  it('pages back through what it remembers without a hole or a repeat', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 70 }), (count, limit) => {
        const { hub } = rig();
        const ids = Array.from({ length: count }, (_, index) => `m${index}`);
        hub.add('a/r', ids.map(like));
        const read: string[] = [];
        let page = hub.recent('a/r', limit);
        read.unshift(...page.items.map(({ id }) => id));
        while (page.more) {
          page = hub.recent('a/r', limit, page.items[0]?.id);
          read.unshift(...page.items.map(({ id }) => id));
        }
        expect(read).toEqual(ids);
      }),
    );
  });

  it('keeps a bounded number of the newest', () => {
    const { hub } = rig();
    for (let index = 0; index < 9000; index += 1) hub.add('a/r', [like(`m${index}`)]);
    const { items } = hub.recent('a/r', 10_000);
    expect(items.length).toBeLessThanOrEqual(4000);
    expect(items.at(-1)?.id).toBe('m8999');
  });

  it('counts what the service delivered against the cap, not our own gap marks', () => {
    const { hub, pass } = rig();
    hub.add('a/r', [like('1'), like('2'), gap('g')]);
    pass(1000);
    expect(hub.pressure('a/r').at(-1)).toBe(2);
  });
});

describe('the pressure gauge', () => {
  it('always shows ten whole seconds that sum to what came in them', () => {
    const arrivals = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 50 })));
    fc.assert(
      fc.property(arrivals, (steps) => {
        const pressure = createPressure();
        let now = 5_000_000;
        const seen: [number, number][] = [];
        for (const [pause, count] of steps) {
          now += pause;
          pressure.add(count, now);
          seen.push([Math.floor(now / 1000), count]);
        }
        const current = Math.floor(now / 1000);
        const read = pressure.read(now);
        expect(read).toHaveLength(10);
        const expected = seen
          .filter(([second]) => second < current && second >= current - 10)
          .reduce((sum, [, count]) => sum + count, 0);
        expect(read.reduce((sum, count) => sum + count, 0)).toBe(expected);
      }),
    );
  });
});
