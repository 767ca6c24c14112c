import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { ok } from '../../../main/contract/result.ts';
import { createFeedHub } from '../../../main/core/feed/feed-hub.ts';
import { createPressure } from '../../../main/core/feed/pressure.ts';
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

/** `kept`: what earlier runs stored, oldest first. */
const rig = (kept: readonly FeedItem[] = []) => {
  let now = 1_000_000;
  const published: unknown[] = [];
  const taken: string[] = [];
  const stored: string[] = [];
  const passed: FeedItem[] = [];
  const hub = createFeedHub({
    clock: { now: () => now, monotonic: () => now },
    publish: (_event, payload) => published.push(payload),
    isOpen: (roomKey) => roomKey !== 'a/closed',
    history: {
      addItems: (_roomKey, items) => stored.push(...items.map(({ id }) => id)),
      recent: () => ok({ items: kept, more: false }),
      kept: (_roomKey, places) =>
        ok(
          new Map(
            kept.filter(({ id }) => places.some((place) => place.id === id)).map((item) => [item.id, item]),
          ),
        ),
    },
    onItems: (_roomKey, items) => {
      passed.push(...items);
      taken.push(...items.map(({ id }) => id));
    },
  });
  return { hub, published, taken, passed, stored, pass: (ms: number) => (now += ms) };
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

  const held = (id: string): FeedItem => aComment({ id, at: 400, verdict: { level: 'hold', hits: [] } });

  it('gives what was said before a join the time of the service', () => {
    const { hub, pass } = rig();
    const said = { at: 500_000, receivedAt: 1_000_000 };
    hub.add('a/r', [
      { ...like('new'), ...said, past: true },
      { ...like('ahead'), at: 2_000_000, receivedAt: 1_000_000, past: true },
      { ...like('live'), ...said },
    ]);
    const { items } = hub.recent('a/r', 9);
    expect(items.map(({ receivedAt }) => receivedAt)).toEqual([500_000, 1_000_000, 1_000_000]);
    pass(1000);
    expect(hub.pressure('a/r').at(-1)).toBe(1);
  });

  it('begins with what earlier runs stored, and lets stand what they knew of it', () => {
    const through = aComment({ id: 'through', at: 300, receivedAt: 340 });
    const waiting = { ...held('waiting'), receivedAt: 440 };
    const { hub, published, passed } = rig([like('old'), through, waiting]);
    expect(hub.recent('a/r', 9).items).toHaveLength(3);
    hub.add('a/r', [
      { ...held('through'), at: 300, receivedAt: 999_000, past: true },
      { ...held('waiting'), receivedAt: 999_000, past: true },
      { ...aComment({ id: 'said since', at: 500, receivedAt: 999_000 }), past: true },
    ]);
    expect(hub.recent('a/r', 9).items.map(({ id }) => id)).toEqual([
      'old',
      'through',
      'waiting',
      'said since',
    ]);
    expect(published).toMatchObject([{ items: [{ id: 'said since', receivedAt: 500 }] }]);
    // What waits for a person is handed on, so that it waits again.
    expect(passed).toMatchObject([
      { id: 'through', receivedAt: 340, verdict: { level: 'clean' } },
      { id: 'waiting', receivedAt: 440, verdict: { level: 'hold' } },
      { id: 'said since' },
    ]);
  });

  it('only stores what was under way when its room was closed', () => {
    const { hub, published, passed, stored } = rig();
    hub.add('a/closed', [like('late')]);
    expect([published, passed, stored]).toEqual([[], [], ['late']]);
  });

  it('knows again what is stored, also where nobody says that it is past', () => {
    const { hub, published } = rig([like('old')]);
    hub.add('a/r', [like('old')]);
    expect(published).toEqual([]);
  });

  it('tells how long nobody was in the room, where what was said since may be more than came', () => {
    const { hub } = rig([{ ...like('old'), receivedAt: 400_000 }]);
    hub.joined('a/r');
    hub.add('a/r', [{ ...like('live'), at: 1_000_500, receivedAt: 1_000_700 }]);
    hub.add('a/r', [{ ...like('next'), at: 1_000_600, receivedAt: 1_000_800 }]);
    const { items } = hub.recent('a/r', 9);
    expect(items.map(({ id, kind }) => (kind === 'gap' ? kind : id))).toEqual(['old', 'gap', 'live', 'next']);
    expect(items[1]).toMatchObject({ from: 400_000, to: 1_000_000, cause: 'closed', recovered: false });
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
