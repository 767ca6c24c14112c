import { describe, expect, it } from 'vitest';
import { dryRunReportSchema } from '../../../main/contract/models/word-rule.ts';
import { dryRun, type PastComment } from '../../../main/core/words/dry-run.ts';
import { rule } from './make-rule.ts';

let serial = 0;
const comment = (text: string, userId = 'u1'): PastComment => {
  serial += 1;
  return { id: `c${serial}`, at: serial, text, nick: `nick of ${userId}`, userId, roomKey: 'a/1' };
};

const history = [
  comment('来了来了'),
  comment('加我微信', 'spammer'),
  comment('微 信 加我', 'spammer'),
  comment('这是卑微信仰啊', 'fan'),
  comment('微信号发你', 'spammer'),
  comment('pass the class', 'pupil'),
  comment('fu ck', 'pupil'),
];
const rules = [
  rule('微信', { anywhere: true }),
  rule('ass', { anywhere: true, level: 'flag' }),
  rule('fuck'),
];

describe('a dry run', () => {
  const report = dryRun(rules, history, { now: 0 });

  it('counts comments, levels, people and rules', () => {
    expect(report).toMatchObject({
      checked: 7,
      hit: 6,
      byLevel: { flag: 1, hold: 1, block: 4 },
      people: 3,
      doubtful: 4,
    });
    expect(report.rules[0]).toEqual({ ruleId: '微信', word: '微信', comments: 4, doubtful: 2, people: 2 });
    expect(report.users[0]).toEqual({ userId: 'spammer', nick: 'nick of spammer', comments: 3 });
  });

  it('shows likely false positives first, with the reason', () => {
    expect(report.examples.map(({ text, doubt }) => [text, doubt?.kind])).toEqual([
      ['pass the class', 'inside-longer-word'],
      ['这是卑微信仰啊', 'across-words'],
      ['微信号发你', 'cuts-a-word'],
      ['fu ck', 'low-confidence'],
      ['加我微信', undefined],
      ['微 信 加我', undefined],
    ]);
  });

  it('suggests the longer words as exceptions', () => {
    expect(report.suggestions.map(({ word }) => word)).toEqual(['卑微信仰', 'pass', 'class']);
  });

  it('tells what an exception would let through', () => {
    const lenient = dryRun(rules, history, { now: 0, exceptions: ['卑微信仰', 'pass'] });
    expect(lenient.exceptions.released).toBe(1);
    expect(lenient.exceptions.examples.map(({ text }) => text)).toEqual(['这是卑微信仰啊']);
  });

  it('keeps its lists to the limit and parses as the contract has it', () => {
    const short = dryRun(rules, history, { now: 0, limit: 2 });
    expect([short.examples.length, short.users.length, short.rules.length]).toEqual([2, 2, 2]);
    expect(short.hit).toBe(6);
    expect(dryRunReportSchema.parse(short)).toEqual(short);
  });
});
