import { describe, expect, it } from 'vitest';
import { readRule } from '../../../main/contract/models/read-rule.ts';
import { wordRuleSchema } from '../../../main/contract/models/word-rule.ts';
import { readRuleLine, writeRuleLine } from '../../../main/core/word-book/rule-lines.ts';
import { rule } from './parts.ts';

const rules = [
  rule('plain'),
  rule('x'.repeat(300)),
  rule('微信', { also: ['vx'], level: 'block', groupId: 'g', note: 'n', anywhere: true }),
  rule('laddered', { ladder: { steps: [{ do: 'hide', atStrike: 1 }], forgetAfterSeconds: 60 } }),
  rule('roomy', { rooms: ['a/1'], expiresAt: 5, enabled: false, where: 'nick' }),
  rule('excepted', { except: { words: ['w'], userIds: ['u'], roles: ['vj'] } }),
  wordRuleSchema.parse({ id: 'p', kind: 'pattern', text: '\\d+', squeeze: true }),
];

describe('a rule that crosses a boundary', () => {
  it('comes out as it went in, also as a line of the store', () => {
    for (const one of rules) {
      expect(readRule(structuredClone(one))).toEqual(one);
      expect(readRuleLine(writeRuleLine(one))).toEqual(one);
    }
    expect(writeRuleLine(rule('plain'))).toBe('{"id":"rule.plain","kind":"word","text":"plain"}');
  });

  it('is judged as strictly as by the schema', () => {
    const base = { id: 'i', kind: 'word', text: 't' };
    const broken: unknown[] = [
      null,
      'word',
      {},
      { ...base, id: '' },
      { ...base, text: '' },
      { ...base, text: 7 },
      { ...base, kind: 'words' },
      { ...base, level: 'mild' },
      { ...base, where: 'here' },
      { ...base, enabled: 'yes' },
      { ...base, groupId: 4 },
      { ...base, also: 'x' },
      { ...base, except: { words: 'w' } },
      { ...base, note: 'n'.repeat(501) },
    ];
    for (const value of broken) {
      expect(wordRuleSchema.safeParse(value).success).toBe(false);
      expect([value, readRule(value)]).toEqual([value, undefined]);
    }
    for (const value of [base, { ...base, except: {} }, { ...base, more: 1 }])
      expect(readRule(value)).toEqual(wordRuleSchema.parse(value));
  });
});
