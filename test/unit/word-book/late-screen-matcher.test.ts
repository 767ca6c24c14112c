import { describe, expect, it } from 'vitest';
import { createLateScreenMatcher } from '../../../main/core/word-book/late-screen-matcher.ts';
import { bookOf, macrotask, rule } from './parts.ts';

const late = (rules: Parameters<typeof rule>[0][]) => {
  const { book, changes } = bookOf({ rules: rules.map((text) => rule(text)) });
  const matcher = createLateScreenMatcher(() => book);
  const tell = () => {
    const change = changes.at(-1);
    if (change !== undefined) matcher.changed(change);
  };
  const level = (text: string) => matcher.check({ text, nick: text }, 0).level;
  return { book, matcher, tell, level };
};

describe('the matcher for the picture, before anybody needs it', () => {
  it('judges by the rules that changed before it was first asked', () => {
    const { book, tell, level } = late(['first']);
    book.saveRules([rule('second')]);
    tell();
    book.removeRules(['rule.first']);
    tell();
    expect([level('first'), level('second')]).toEqual(['clean', 'hold']);
  });

  it('lets nothing pass while a long list that it was prepared with is being compiled', async () => {
    const { matcher, level } = late(Array.from({ length: 3000 }, (_, index) => `word${index}x`));
    matcher.prepare();
    expect(matcher.ready()).toBe(false);
    while (matcher.compiling()) await macrotask();
    expect([matcher.ready(), level('word2999x')]).toEqual([true, 'hold']);
  });
});
