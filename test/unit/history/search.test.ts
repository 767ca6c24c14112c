import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable } from '../../../main/core/history/grams.ts';
import type { SearchQuery } from '../../../main/core/history/search.ts';
import { must, openTestHistory, said } from './test-history.ts';

const opened = () => {
  const { history } = openTestHistory();
  const find = (query: SearchQuery | string) =>
    must(history.search(typeof query === 'string' ? { text: query } : query)).hits.map(
      ({ item }) => item.text,
    );
  return { history, find };
};

describe('search', () => {
  it('finds every comment by every part of its text, and only those that hold it', () => {
    const alphabet = fc.constantFrom(...'哈来了主播犇６6aB z!"*&|(){}:^-+~\'`\\$%\t\u0000😀ﬁé\u2028鑫');
    const texts = fc.array(fc.string({ unit: alphabet, minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (all, which, from, length) => {
        const { history, find } = opened();
        history.addItems(
          'main/room',
          all.map((text, index) => said('ann', text, { at: 1e12 + index * 1000 })),
        );
        const text = [...(all[which % all.length] ?? '')];
        const start = from % text.length;
        const part = text.slice(start, start + 1 + (length % 9)).join('');
        const expected = all.filter((one) => comparable(one).includes(comparable(part))).toReversed();
        expect(find({ text: part, limit: 100 })).toEqual(expected);
        history.dispose();
      }),
      { numRuns: 200 },
    );
  });

  it('finds one and two Chinese characters, far back as well as near', () => {
    const { history, find } = opened();
    const start = 1_750_000_000_000;
    history.addItems('main/room', [said('ann', '犇腾而过', { at: start })]);
    history.addItems(
      'main/room',
      Array.from({ length: 6000 }, (_, index) =>
        said('bob', `来了 ${index}`, { at: start + (index + 1) * 1000 }),
      ),
    );
    expect(find('犇')).toEqual(['犇腾而过']);
    expect(find('腾而')).toEqual(['犇腾而过']);
    expect(find({ text: '来', limit: 2 })).toEqual(['来了 5999', '来了 5998']);
  });

  it('takes full-width and half-width, upper and lower case for the same', () => {
    const { history, find } = opened();
    history.addItems('main/room', [said('ann', '加Ｖ１２３'), said('bob', 'HELLO World')]);
    expect(find('加v123')).toEqual(['加Ｖ１２３']);
    expect(find('hello w')).toEqual(['HELLO World']);
    expect(find('ＷＯＲＬＤ')).toEqual(['HELLO World']);
  });

  it('treats signs of the query language as plain text', () => {
    const { history, find } = opened();
    history.addItems('main/room', [said('ann', 'say "yes" AND (no)'), said('bob', '100% * OR NOT')]);
    expect(find('"yes" AND (')).toEqual(['say "yes" AND (no)']);
    expect(find('% * OR NOT')).toEqual(['100% * OR NOT']);
    expect(find('NEAR(')).toEqual([]);
    expect(find('"')).toEqual(['say "yes" AND (no)']);
  });

  it('narrows by room, user and time', () => {
    const { history, find } = opened();
    const at = 1_755_000_000_000;
    history.addItems('main/one', [said('ann', 'gg one', { at }), said('bob', 'gg two', { at: at + 60_000 })]);
    history.addItems('main/two', [said('ann', 'gg three', { at: at + 120_000 })]);
    history.addItems('other/one', [said('ann', 'gg four', { at: at + 180_000 })]);
    expect(find({ text: 'gg', roomKeys: ['main/one'] })).toEqual(['gg two', 'gg one']);
    expect(find({ text: 'gg', userId: 'ann' })).toEqual(['gg four', 'gg three', 'gg one']);
    expect(find({ text: '', userId: 'bob' })).toEqual(['gg two']);
    expect(find({ text: 'gg', userId: 'nobody' })).toEqual([]);
    expect(find({ text: 'gg', roomKeys: ['main/unseen'] })).toEqual([]);
    expect(find({ text: 'gg', from: at + 1, to: at + 120_000 })).toEqual(['gg three', 'gg two']);
    expect(find({ text: '', from: at, to: at })).toEqual(['gg one']);
    expect(find({ text: 'g', roomKeys: ['main/two', 'main/one'], userId: 'ann' })).toEqual([
      'gg three',
      'gg one',
    ]);
  });

  it('names the room key that was asked for, else the one used last', () => {
    const { history } = opened();
    history.addItems('main/room', [said('ann', 'hello')]);
    history.flush();
    const { hits } = must(history.search({ text: 'hello', roomKeys: ['main/room'] }));
    expect(hits.map((hit) => hit.roomKey)).toEqual(['main/room']);
  });

  it('gives pages that meet without a gap or a repeat', () => {
    const { history } = opened();
    const all = Array.from({ length: 120 }, (_, index) =>
      said('ann', `主播 ${index % 3 === 0 ? '666' : 'hi'} ${index}`),
    );
    history.addItems('main/room', all);
    for (const text of ['主', '主播', '主播 ', '66', '']) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = must(history.search({ text, limit: 7, cursor }));
        found.push(...page.hits.map(({ item }) => item.id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      const expected = all.filter((item) => item.text.includes(text)).map((item) => item.id);
      expect(found).toEqual(expected.toReversed());
    }
  });

  it('looks at a bounded number of rows at a time and says where to go on', () => {
    const { history } = opened();
    const start = 1_750_000_000_000;
    // The grams of the query are all here, but never together in this order.
    const tease = Array.from({ length: 9000 }, (_, index) =>
      said('bob', 'abcd bcda', { at: start + index * 1000 }),
    );
    history.addItems('main/room', [said('ann', 'abcda', { at: start - 1000 }), ...tease]);
    const first = must(history.search({ text: 'abcda' }));
    expect(first.hits).toEqual([]);
    const second = must(history.search({ text: 'abcda', cursor: first.cursor }));
    expect(second.hits.map(({ item }) => item.text)).toEqual(['abcda']);
  });

  it('refuses a page mark that it did not give', () => {
    const { history } = opened();
    for (const cursor of ['', '-1', '1; DROP TABLE items', '99999999999999999999', 'NaN']) {
      const answer = history.search({ text: 'a', cursor });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
  });

  it('finds what was added a moment ago, before any commit', () => {
    const { history, find } = opened();
    history.addItems('main/room', [said('ann', 'just now')]);
    expect(history.status().waiting).toBe(1);
    expect(find('just now')).toEqual(['just now']);
  });
});
