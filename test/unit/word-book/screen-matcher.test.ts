import { describe, expect, it } from 'vitest';
import { createScreenMatcher } from '../../../main/core/word-book/screen-matcher.ts';
import { createScreenText } from '../../../main/core/word-book/screen-text.ts';
import { compileRules } from '../../../main/core/words/matcher.ts';
import { bookOf, macrotask, rule } from './parts.ts';

const rig = (first: Parameters<typeof bookOf>[0] = {}) => {
  const { book, changes } = bookOf(first);
  const matcher = createScreenMatcher(() => book);
  const screen = createScreenText(matcher, { now: () => 0, monotonic: () => 0 });
  const tell = () => {
    const change = changes.at(-1);
    if (change === undefined) return;
    matcher.changed(change);
    screen.forget();
  };
  const compiled = async () => {
    while (matcher.compiling()) await macrotask();
  };
  return { book, matcher, screen: screen.screen, tell, compiled };
};

const many = (count: number) => Array.from({ length: count }, (_, index) => rule(`word${index}x`));

describe('what the main process judges for the picture', () => {
  it('lets no nickname pass while a long list is being compiled at the start', async () => {
    const { screen, compiled } = rig({ rules: many(3000) });
    expect(screen('Moon')).toBe('hold');
    await compiled();
    expect([screen('Moon'), screen('word2999x')]).toEqual(['clean', 'hold']);
  });

  it('says the same as the matcher of the feed processes', async () => {
    const rules = [...many(2500), rule('微信', { also: ['vx'] }), rule('spam', { level: 'block' })];
    const settings = { ...bookOf().book.settings(), allow: ['spamalot'] };
    const { matcher, compiled } = rig({ rules, settings });
    await compiled();
    const whole = compileRules(rules, { settings });
    for (const text of ['V_X', 'word7x word2400x', 'spam', 'spamalot', 's p a m', 'hello', '']) {
      const input = { text, nick: text };
      expect(matcher.check(input, 0)).toEqual(whole.check(input, 0));
    }
  });

  it('follows a rule that is added, changed and removed', () => {
    const { book, screen, tell } = rig({ rules: many(10) });
    book.saveRules([rule('fresh')]);
    tell();
    expect(screen('fresh')).toBe('hold');
    book.saveRules([rule('word1x', { level: 'block' }), rule('fresh', { level: 'flag' })]);
    tell();
    expect([screen('word1x'), screen('fresh')]).toEqual(['block', 'flag']);
    book.removeRules(['rule.word1x', 'rule.fresh']);
    tell();
    expect([screen('word1x'), screen('fresh')]).toEqual(['clean', 'clean']);
  });

  it('keeps a change that was made while it compiled', async () => {
    const { book, screen, tell, compiled } = rig({ rules: many(3000) });
    await compiled();
    book.setSettings({ allow: ['harmless'] });
    tell();
    book.saveRules([rule('fresh')]);
    tell();
    expect(screen('fresh')).toBe('hold');
    await compiled();
    expect([screen('fresh'), screen('word3x')]).toEqual(['hold', 'hold']);
  });

  it('switches groups at once, and strict ones with panic', () => {
    const group = { id: 'g', name: 'G', on: false, strict: true };
    const { book, screen, tell } = rig({ rules: [rule('link', { groupId: 'g' })], groups: [group] });
    expect(screen('link')).toBe('clean');
    book.setStrict(true);
    tell();
    expect(screen('link')).toBe('hold');
    book.setStrict(false);
    tell();
    expect(screen('link')).toBe('clean');
    book.saveGroup({ ...group, on: true });
    tell();
    expect(screen('link')).toBe('hold');
  });
});
