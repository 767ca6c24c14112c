import { describe, expect, it } from 'vitest';
import { entryMatches, isFiltering, noFilter } from '../../../renderer/panel/features/feed/filter.ts';
import { comment, join } from './feed-samples.ts';

const entry = (item: ReturnType<typeof comment> | ReturnType<typeof join>) => ({ seq: 0, item });
const said = entry(comment('Hello 世界', { userId: 'momo' }));

describe('a column’s filter', () => {
  it('lets everything through while it is empty', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(entryMatches(entry(join()), noFilter)).toBe(true);
  });

  it('looks for every word in what was said, in the nick and in the user ID', () => {
    expect(entryMatches(said, { text: 'hello 世', kind: 'all' })).toBe(true);
    expect(entryMatches(said, { text: 'MOMO hello', kind: 'all' })).toBe(true);
    expect(entryMatches(said, { text: 'hello nobody', kind: 'all' })).toBe(false);
  });

  it('narrows to comments, to flagged ones, to own ones', () => {
    expect(entryMatches(entry(join()), { text: '', kind: 'comments' })).toBe(false);
    expect(entryMatches(said, { text: '', kind: 'comments' })).toBe(true);
    expect(entryMatches(said, { text: '', kind: 'flagged' })).toBe(false);
    expect(entryMatches(entry(comment('x', { level: 'hold' })), { text: '', kind: 'flagged' })).toBe(true);
    expect(entryMatches(entry(comment('x', { own: true })), { text: '', kind: 'own' })).toBe(true);
  });
});
