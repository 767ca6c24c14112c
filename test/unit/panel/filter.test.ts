import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { sliceList } from '../../../renderer/panel/features/feed/chunked-list.ts';
import {
  createSieve,
  entryMatches,
  isFiltering,
  noFilter,
} from '../../../renderer/panel/features/feed/filter.ts';
import { defaultFoldRules } from '../../../renderer/panel/features/feed/fold.ts';
import { appendEvents, noLines } from '../../../renderer/panel/features/feed/room-lines.ts';
import { hiddenLines } from '../../../renderer/panel/features/feed/rows.ts';
import { comment, join, like } from './feed-samples.ts';

const entry = (item: FeedItem) => ({ seq: 0, item });
const said = entry(comment('Hello 世界', { userId: 'momo' }));

describe('a column’s filter', () => {
  it('lets everything through while it is empty', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(entryMatches(entry(join()), noFilter)).toBe(true);
  });

  it('looks for every word in what was said, in the nick and in the user ID', () => {
    const text = (wanted: string) => ({ ...noFilter, text: wanted });
    expect(entryMatches(said, text('hello 世'))).toBe(true);
    expect(entryMatches(said, text('MOMO hello'))).toBe(true);
    expect(entryMatches(said, text('hello nobody'))).toBe(false);
  });

  it('narrows to one person by a part of the nick or the user ID, but not by what is said', () => {
    expect(entryMatches(said, { ...noFilter, user: ' Mom ' })).toBe(true);
    expect(entryMatches(said, { ...noFilter, user: 'hello' })).toBe(false);
  });

  it('narrows to some kinds', () => {
    const kinds = (...wanted: (typeof noFilter.kinds)[number][]) => ({ ...noFilter, kinds: wanted });
    expect(entryMatches(entry(join()), kinds('comments'))).toBe(false);
    expect(entryMatches(entry(join()), kinds('comments', 'people'))).toBe(true);
    expect(entryMatches(entry(like()), kinds('likes'))).toBe(true);
    expect(entryMatches(said, kinds('comments'))).toBe(true);
    expect(entryMatches(said, kinds('own'))).toBe(false);
    expect(entryMatches(entry(comment('x', { own: true })), kinds('own'))).toBe(true);
  });

  it('narrows to comments of some verdicts', () => {
    const flagged = { ...noFilter, levels: ['flag' as const, 'hold' as const] };
    expect(entryMatches(said, flagged)).toBe(false);
    expect(entryMatches(entry(like()), flagged)).toBe(false);
    expect(entryMatches(entry(comment('x', { level: 'hold' })), flagged)).toBe(true);
  });

  it('never keeps back that something is missing', () => {
    const gap = { kind: 'dropped' as const, id: 'd', at: 0, receivedAt: 0, count: 3 };
    expect(entryMatches({ seq: 0, item: gap }, { ...noFilter, kinds: ['gifts'], levels: ['block'] })).toBe(
      true,
    );
  });
});

describe('a sieve', () => {
  const lines = appendEvents(
    noLines,
    [like(0, 5), join(1), comment('666', { userId: 'a' }), comment('666', { userId: 'b' }), comment('x')],
    defaultFoldRules,
  );
  const all = sliceList(lines.list, 0);

  it('leaves of a folded line what fits, with counts of its own', () => {
    const sieve = createSieve({ ...noFilter, kinds: ['likes'] });
    expect(all.map(sieve).filter(Boolean)).toMatchObject([
      { kind: 'crowd', counts: { likes: 5, joined: 0 } },
    ]);
  });

  it('leaves of words that many said those of the one who is looked for', () => {
    const sieve = createSieve({ ...noFilter, user: 'b' });
    expect(all.map(sieve).filter(Boolean)).toMatchObject([
      { kind: 'single', entry: { item: { person: { userId: 'b' } } } },
    ]);
  });

  it('answers the same line again from memory, and lets a line through whole where all of it fits', () => {
    const sieve = createSieve({ ...noFilter, kinds: ['comments'] });
    const once = all.map(sieve);
    expect(all.map(sieve).every((line, index) => line === once[index])).toBe(true);
    expect(once).toContain(all[1]);
    expect(hiddenLines({ lines, sieve })).toBe(1);
  });
});
