import { describe, expect, it } from 'vitest';
import { defaultFoldRules } from '../../../renderer/panel/features/feed/fold.ts';
import { appendEvents, noLines } from '../../../renderer/panel/features/feed/room-lines.ts';
import { rowsOf } from '../../../renderer/panel/features/feed/rows.ts';
import {
  rowWindow,
  spaceAbove,
  spaceFor,
  viewAround,
} from '../../../renderer/panel/features/feed-view/row-window.ts';
import { comment } from './feed-samples.ts';

const feedOf = (count: number) => ({
  lines: appendEvents(
    noLines,
    Array.from({ length: count }, (_, index) => comment(`words ${index}`)),
    defaultFoldRules,
  ),
  from: 0,
  open: new Set<number>(),
  sieve: undefined,
});

describe('the rows that are laid out', () => {
  it('are the newest while the feed follows', () => {
    const { rows, above, below } = rowWindow(feedOf(500), undefined, 40);
    expect([rows.at(-1)?.id, above + rows.length, below]).toEqual(['l499', 500, 0]);
  });

  it('take as much space together with what is above them, whatever comes, until a reader moves', () => {
    const laid = [500, 501, 507, 508, 900].map((count) => rowWindow(feedOf(count), undefined, 40));
    expect(new Set(laid.map((one) => spaceAbove(one, 40, false) + one.rows.length)).size).toBe(1);
    expect(laid.map((one) => spaceAbove(one, 40, true))).toEqual(laid.map(({ above }) => above));
    expect(spaceAbove(rowWindow(feedOf(50), undefined, 40), 40, false)).toBeLessThan(11);
  });

  it('stay the same for a reader, however much comes', () => {
    const view = viewAround(rowsOf(feedOf(500)), 300, 40);
    const before = rowWindow(feedOf(500), view, 40);
    const after = rowWindow(feedOf(700), view, 40);
    expect(after.rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
    expect([after.above, after.below]).toEqual([before.above, before.below + 200]);
  });

  it('stay the same when the oldest are let go', () => {
    const feed = feedOf(500);
    const view = viewAround(rowsOf(feed), 300, 40);
    const before = rowWindow(feed, view, 40);
    const after = rowWindow({ ...feed, from: 100 }, view, 40);
    expect(after.rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
    expect(after.above).toBe(before.above - 100);
  });

  it('begin with what comes next when the first of them is let go', () => {
    const feed = feedOf(500);
    const { rows, above } = rowWindow({ ...feed, from: 300 }, { firstId: 'l200', count: 40 }, 40);
    expect([rows[0]?.id, above, rows.length]).toEqual(['l300', 0, 40]);
  });

  it('reach beyond the viewport on both sides, and no further than there are rows', () => {
    const all = rowsOf(feedOf(500));
    const space = spaceFor(780);
    const first = (index: number) => viewAround(all, index, space)?.firstId;
    expect([first(0), first(250), first(499)]).toEqual(['l0', 'l230', `l${500 - space - 40}`]);
    expect(viewAround([], 0, space)).toBeUndefined();
  });
});
