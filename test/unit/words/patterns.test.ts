import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../main/core/words/matcher.ts';
import { compilePattern, compilePatternSet } from '../../../main/core/words/patterns.ts';
import { pattern } from './make-rule.ts';

const refusal = (source: string): string => {
  const compiled = compilePattern(source);
  return compiled.ok ? 'accepted' : compiled.error.text.en;
};

describe('a pattern', () => {
  it('gives the places of its matches in UTF-16 units', () => {
    const compiled = compilePattern('加+(\\d+)');
    if (!compiled.ok) throw new Error('refused');
    expect(compiled.value.find('😀加加123 加4')).toEqual([
      { start: 2, end: 7 },
      { start: 8, end: 10 },
    ]);
  });

  it('lights up only its group named hit', () => {
    const compiled = compilePattern('(?:^|[^.])(?P<hit>\\d{3})(?:$|\\D)');
    if (!compiled.ok) throw new Error('refused');
    expect(compiled.value.find('a123b')).toEqual([{ start: 1, end: 4 }]);
    expect(compiled.value.find('0.123')).toEqual([]);
  });

  it('does not mind upper and lower case', () => {
    const compiled = compilePattern('vip\\d');
    if (!compiled.ok) throw new Error('refused');
    expect(compiled.value.find('VIP7')).toHaveLength(1);
  });

  it.each([
    ['(a+)\\1', /[Bb]ack references/],
    ['(?=x)y', /Look-ahead/],
    ['(?!x)y', /Look-ahead/],
    ['(?<=x)y', /Look-ahead and look-behind/],
    ['(?<!x)y', /Look-ahead and look-behind/],
    ['(?>x)y', /linear time/],
    ['a{1,5000}', /too large/],
    ['((a{100}){100}){100}', /too large/],
    ['(?:[a-z]{1,100}\\d{1,100}){9}', /too large/],
    ['[', /cannot be read/],
    ['a(b', /cannot be read/],
    ['x*', /matches empty text/],
    ['|a', /matches empty text/],
    ['a'.repeat(501), /longer than 500/],
  ])('%j is refused with its reason', (source, reason) => {
    expect(refusal(source)).toMatch(reason);
  });

  it('that breaks a backtracking engine takes no time here', () => {
    const compiled = compilePattern('(a+)+$');
    if (!compiled.ok) throw new Error('refused');
    expect(compiled.value.find(`${'a'.repeat(5000)}!`)).toEqual([]);
  });

  it('is refused or works, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ unit: 'binary' }),
        (source, text) => {
          const compiled = compilePattern(source);
          if (compiled.ok)
            for (const { start, end } of compiled.value.find(text)) expect(start).toBeLessThan(end);
          else expect(compiled.error.text['zh-CN']).not.toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('a set tells which of its patterns match', () => {
  const match = compilePatternSet(['\\d{3}', 'abc', '中+']);
  expect([...match('abc 中文')].sort()).toEqual([1, 2]);
  expect(match('none')).toEqual([]);
  expect(compilePatternSet([])('anything')).toEqual([]);
});

describe('patterns of several groups', () => {
  const rules = [
    pattern('a\\d', { groupId: null, where: 'both' }),
    pattern('b\\d', { groupId: 'on', where: 'text' }),
    pattern('c\\d', { groupId: 'on', where: 'nick' }),
    pattern('d\\d', { groupId: 'off', where: 'both' }),
    pattern('e\\d', { groupId: 'strict', where: 'both' }),
  ];
  const group = (id: string, on: boolean) => ({ id, name: id, on, strict: id === 'strict' });
  const groups = [group('on', true), group('off', false), group('strict', false)];
  const every = 'a1 b2 c3 d4 e5';
  const found = (matcher: ReturnType<typeof compileRules>): readonly string[] =>
    matcher
      .check({ text: every, nick: every }, 0)
      .hits.map(({ field, ruleId }) => `${field} ${ruleId[0]}`)
      .sort();

  it('are looked for where they are wanted, and only while their group is on', () => {
    const matcher = compileRules(rules, { groups });
    expect(found(matcher)).toEqual(['nick a', 'nick c', 'text a', 'text b']);
    const inPanic = matcher.update({ strict: true });
    expect(found(inPanic)).toEqual(['nick a', 'nick c', 'nick e', 'text a', 'text b', 'text e']);
    const swapped = inPanic.update({ strict: false, groups: [group('on', false), group('off', true)] });
    expect(found(swapped)).toEqual(['nick a', 'nick d', 'text a', 'text d']);
  });
});
