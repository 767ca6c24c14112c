import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { defaultFoldRules, fold } from '../../../renderer/panel/features/feed/fold.ts';
import {
  type Entry,
  entriesOf,
  giftsTogether,
  type Line,
} from '../../../renderer/panel/features/feed/lines.ts';
import { comment, counter, gift, join, leave, like } from './feed-samples.ts';

const numbered = (items: readonly FeedItem[], from = 0): Entry[] =>
  items.map((item, index) => ({ seq: from + index, item }));

const folded = (...items: FeedItem[]): Line[] => fold([], 0, numbered(items), defaultFoldRules);

const anything: fc.Arbitrary<FeedItem> = fc
  .tuple(
    fc.constantFrom('talk', 'repeat', 'like', 'join', 'leave', 'counter', 'own', 'held', 'gift'),
    fc.nat(60_000),
    fc.nat(5),
  )
  .map(([kind, at, who]) => {
    if (kind === 'like') return like(at, who + 1);
    if (kind === 'join') return join(at);
    if (kind === 'leave') return leave(at);
    if (kind === 'counter') return counter('likes', who, at);
    if (kind === 'gift') return gift('Heart', 1, at, `u${who}`);
    if (kind === 'own') return comment('666', { at, own: true });
    if (kind === 'held') return comment('666', { at, level: 'hold', userId: `u${who}` });
    return comment(kind === 'repeat' ? '666' : `line ${at}`, { at, userId: `u${who}` });
  });

const inTime = fc
  .array(anything, { maxLength: 200 })
  .map((items) => [...items].sort((a, b) => a.receivedAt - b.receivedAt));

describe('folding', () => {
  it('loses nothing, doubles nothing and keeps the order', () => {
    fc.assert(
      fc.property(inTime, fc.nat(20), (items, batch) => {
        let lines: Line[] = [];
        for (let at = 0; at < items.length; at += batch + 1)
          lines = fold(lines, 0, numbered(items.slice(at, at + batch + 1), at), defaultFoldRules);

        const all = lines.flatMap((line) => entriesOf(line));
        const back = [...all].sort((a, b) => a.seq - b.seq);
        expect(back.map((entry) => entry.item)).toEqual(items);
        for (const line of lines) {
          const seqs = entriesOf(line).map((entry) => entry.seq);
          expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
          expect(line.seq).toBe(seqs[0]);
        }
        const starts = lines.map((line) => line.seq);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  it('gives the same lines whether events come one by one or all at once', () => {
    fc.assert(
      fc.property(inTime, (items) => {
        const atOnce = fold([], 0, numbered(items), defaultFoldRules);
        const oneByOne = numbered(items).reduce<Line[]>(
          (lines, entry) => fold(lines, 0, [entry], defaultFoldRules),
          [],
        );
        expect(oneByOne).toEqual(atOnce);
      }),
    );
  });

  it('makes likes, joins and leaves of a short while one line that counts them', () => {
    const lines = folded(like(0, 300), comment('hello', { at: 10 }), like(20, 12), join(30), leave(40));
    expect(lines.map((line) => line.kind)).toEqual(['crowd', 'single']);
    expect(lines[0]).toMatchObject({ counts: { likes: 312, joined: 1, left: 1 } });
  });

  it('keeps the newest value of each counter in the crowd line', () => {
    const lines = folded(counter('likes', 10), like(5), counter('likes', 12), counter('heat', 3));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ counts: { likes: 1, counters: { likes: 12, heat: 3 } } });
  });

  it('begins a new crowd line when the last one is old', () => {
    const lines = folded(like(0), like(defaultFoldRules.crowdMs + 1));
    expect(lines.map((line) => entriesOf(line).length)).toEqual([1, 1]);
  });

  it('folds the same words of several people, whatever their case and width, and counts the people', () => {
    const lines = folded(
      comment('GG', { userId: 'a' }),
      comment('gg ', { userId: 'b', at: 5 }),
      comment('ｇｇ', { userId: 'a', at: 9 }),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ kind: 'same', people: 2 });
  });

  it('makes one line of the gifts of a kind that one person gives in a row', () => {
    const lines = folded(
      gift('Heart', 1),
      comment('thanks', { at: 300 }),
      gift('Heart', 2, 600),
      gift('Rocket', 1, 700),
      gift('Heart', 1, 800, 'other'),
      gift('Heart', 3, 900),
      gift('Heart', 4, 9_500),
    );
    expect(lines.map((line) => entriesOf(line).length)).toEqual([3, 1, 1, 1, 1]);
  });

  it('counts such gifts as the app does: up from message to message, or each for itself', () => {
    const together = (...counts: number[]) =>
      giftsTogether(numbered(counts.map((count) => gift('Heart', count))))?.count;
    expect(together(1, 2, 3, 4)).toBe(4);
    expect(together(3, 7, 9)).toBe(9);
    expect(together(1, 1, 1)).toBe(3);
    expect(together(10, 10)).toBe(20);
    expect(giftsTogether(numbered([comment('no gift')]))).toBeUndefined();
  });

  it('never folds what was said from this console', () => {
    expect(folded(comment('hi'), comment('hi', { own: true }), comment('hi', { own: true }))).toHaveLength(3);
  });

  it('keeps a held comment apart from a clean one with the same words', () => {
    expect(folded(comment('hi'), comment('hi', { level: 'hold' }))).toHaveLength(2);
  });

  it('lets no sealed line grow', () => {
    const lines = folded(like(0));
    const more = fold(lines, 1, numbered([like(10)], 1), defaultFoldRules);
    expect(more).toHaveLength(2);
    expect(more[0]).toBe(lines[0]);
  });

  it('takes in nothing from more than a screen away', () => {
    const between = Array.from({ length: defaultFoldRules.reach }, (_, index) => comment(`line ${index}`));
    expect(folded(comment('hi'), ...between, comment('hi'))).toHaveLength(between.length + 2);
  });

  it('starts another line when one is full', () => {
    const lines = folded(...Array.from({ length: defaultFoldRules.capacity + 1 }, () => like(0)));
    expect(lines.map((line) => entriesOf(line).length)).toEqual([defaultFoldRules.capacity, 1]);
  });
});
