import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsSchema } from '../../../main/contract/models/settings.ts';
import { patchOf } from '../../../main/contract/patch-of.ts';
import { readRuleLine, writeRuleLine } from '../../../main/core/word-book/rule-lines.ts';
import { bookOf, rule } from './parts.ts';

const draft = (text: string, more = {}) => ({ ...rule(text), id: undefined, ...more });

describe('the word book', () => {
  it('saves what can be saved and tells each of the others why it was not', () => {
    const { book, changes } = bookOf({ rules: [rule('old')] });
    const fates = book.saveRules([
      draft('fresh'),
      draft('old'),
      draft('OLD'),
      draft('\u200b'),
      draft('(', { kind: 'pattern' }),
      draft('x'.repeat(101)),
      draft('lost', { groupId: 'nowhere' }),
      draft('fresh'),
    ]);
    expect(fates.map(({ fate }) => fate)).toEqual([
      'saved',
      'duplicate',
      'duplicate',
      'nothing-to-match',
      'bad-pattern',
      'too-long',
      'bad-entry',
      'duplicate',
    ]);
    expect(fates.filter(({ fate, reason }) => fate !== 'saved' && reason === undefined)).toEqual([]);
    expect([...book.rules().values()].map(({ text }) => text)).toEqual(['old', 'fresh']);
    expect(changes).toMatchObject([{ changed: [{ text: 'fresh' }], removed: [] }]);
  });

  it('changes a rule under its ID', () => {
    const { book } = bookOf({ rules: [rule('old')] });
    expect(book.saveRules([rule('old', { level: 'block' })])).toMatchObject([{ fate: 'saved' }]);
    expect([...book.rules().values()]).toMatchObject([{ id: 'rule.old', level: 'block' }]);
  });

  it('has room for 200 patterns and says so at the next', () => {
    const patterns = Array.from({ length: 200 }, (_, index) => rule(`a{${index + 1}}`, { kind: 'pattern' }));
    const { book } = bookOf({ rules: patterns });
    expect(book.saveRules([draft('b+', { kind: 'pattern' })])).toMatchObject([{ fate: 'over-limit' }]);
  });

  it('keeps the rules of a removed group unless they are to go with it', () => {
    const group = { id: 'g', name: 'G', on: true, strict: false };
    const first = { rules: [rule('a', { groupId: 'g' }), rule('b')], groups: [group] };
    const kept = bookOf(first).book;
    expect(kept.removeGroup('g', false)).toEqual({ ok: true, value: 0 });
    expect([...kept.rules().values()].map(({ groupId }) => groupId)).toEqual([null, null]);
    const emptied = bookOf(first).book;
    expect(emptied.removeGroup('g', true)).toEqual({ ok: true, value: 1 });
    expect(emptied.rules().size).toBe(1);
    expect(emptied.removeGroup('g', true)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('tells once that panic switched it to strict', () => {
    const { book, changes } = bookOf();
    book.setStrict(true);
    book.setStrict(true);
    expect([book.strict(), changes.length]).toEqual([true, 1]);
  });
});

describe('a stored rule', () => {
  it('writes of a plain word only what is not as by default', () => {
    const line = writeRuleLine(rule('微信'));
    expect(JSON.parse(line)).toEqual({ id: 'rule.微信', kind: 'word', text: '微信' });
    expect(readRuleLine(line)).toEqual(rule('微信'));
  });
});

describe('a change of some settings', () => {
  it('does not touch the others', () => {
    expect(patchOf(settingsSchema).parse({ language: 'zh-CN' })).toEqual({ language: 'zh-CN' });
    expect(patchOf(settingsSchema).safeParse({ muteSeconds: 0 }).success).toBe(false);
    expect(patchOf(z.object({ a: z.string().default('x') })).safeParse({ b: 1 }).success).toBe(false);
  });
});
