import { describe, expect, it } from 'vitest';
import { reasonHeld, reasonNotShown, reasonOfRule } from '../../../main/core/word-book/reasons.ts';
import { comment, rule, verdictFor } from './parts.ts';

const bad = rule('badword');
const { level, hits } = verdictFor(bad, 'such badword');
const held = (why: { en: string; 'zh-CN': string } | undefined) =>
  comment('such badword', {
    verdict: { level, hits: hits.map((hit) => (why === undefined ? hit : { ...hit, why })) },
  });
const why = { en: 'held: badword', 'zh-CN': '待审：badword' };

describe('the reason of what is done without a person’s words', () => {
  it('is there in both languages, with the rule that was broken', () => {
    expect(reasonNotShown('denied', held(why))).toEqual({
      en: 'Denied; held: badword',
      'zh-CN': '已拒绝；待审：badword',
    });
    expect(reasonNotShown('timed-out', held(why))['zh-CN']).toBe('超时无人通过；待审：badword');
    expect(reasonHeld(held(why))).toEqual(why);
    const [hit] = hits;
    if (hit === undefined) throw new Error('The verdict has no hit');
    expect(reasonOfRule(held(undefined), hit, 2)).toEqual({
      en: 'Word rule, strike 2; held: badword',
      'zh-CN': '词规则，第 2 次命中；待审：badword',
    });
  });

  it('is without an explanation where there is none, and never longer than the journal takes', () => {
    expect(reasonNotShown('denied', held(undefined))).toEqual({ en: 'Denied', 'zh-CN': '已拒绝' });
    expect(reasonHeld(held(undefined))).toEqual({ en: '', 'zh-CN': '' });
    const long = { en: 'x'.repeat(900), 'zh-CN': '长'.repeat(900) };
    const { en, 'zh-CN': chinese } = reasonNotShown('denied', held(long));
    expect([en.length, chinese.length]).toEqual([500, 500]);
  });
});
