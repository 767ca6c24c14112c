import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../main/contract/models/verdict.ts';
import { explainHit } from '../../../main/core/words/explain-hit.ts';
import { trace } from '../../../main/core/words/trace.ts';
import { matcherFor, rule } from './make-rule.ts';

const matcher = matcherFor([rule('微信', { also: ['vx'], level: 'hold' }), rule('fuck', { where: 'both' })]);
const explain = (text: string, nick = ''): [string, string][] =>
  matcher.check({ text, nick }, 0).hits.map((hit) => {
    const told = explainHit(hit, hit.field === 'text' ? text : nick);
    return [told.en, told['zh-CN']];
  });

describe('an explanation', () => {
  it.each([
    ['加微信', 'held: 微信', '待审：微信'],
    ['微-信', 'held: 微信 as `微-信` through spacing', '待审：微信，写作“微-信”（间隔）'],
    [
      '加V x w 1 2 3',
      'held: 微信 as `V x` through another way to write it, doubtful spacing and upper and lower case (not sure)',
      '待审：微信，写作“V x”（别写、可疑间隔、大小写）（把握不大）',
    ],
    ['f@©k fuсk', 'blocked: fuck as `fuсk` through look-alikes', '拦截：fuck，写作“fuсk”（形近字符）'],
  ])('of %j', (text, en, zh) => {
    expect(explain(text).at(-1)).toEqual([en, zh]);
  });

  it('says when it is the nickname', () => {
    expect(explain('', 'FUCK99')).toEqual([
      [
        'blocked: fuck in the nickname as `FUCK` through upper and lower case',
        '拦截：昵称中的fuck，写作“FUCK”（大小写）',
      ],
    ]);
  });

  it('of a layer that a newer version knows says the rest', () => {
    const hit = {
      ruleId: 'r',
      word: 'w',
      field: 'text',
      start: 0,
      end: 1,
      layers: ['unheard-of'],
      level: 'flag',
    } satisfies Hit;
    expect(explainHit(hit, 'x').en).toBe('flagged: w as `x`');
  });
});

describe('the tester', () => {
  const steps = (text: string) =>
    Object.fromEntries(trace(matcher, { text, nick: '' }, 0).steps.map((step) => [step.layer, step.text]));

  it('shows the text after every layer', () => {
    expect(steps('Ｆ\u200bÚ＊¢К臺一')).toEqual({
      width: 'F\u200bÚ*¢К臺一',
      invisible: 'FÚ*¢К臺一',
      marks: 'FU*¢К臺一',
      case: 'fu*¢к臺一',
      'look-alikes': 'fu*¢k臺一',
      traditional: 'fu*¢k台一',
      digits: 'fu*ck台一',
      spacing: 'fuck台一',
      repeats: 'fuck台一',
    });
    expect(steps('$h1111t')).toMatchObject({ digits: 'shiiiit', repeats: 'shit' });
  });

  it('marks the layers that changed something, and gives the verdict with its explanations', () => {
    const traced = trace(matcher, { text: 'V X', nick: '' }, 0);
    expect(traced.steps.filter(({ changed }) => changed).map(({ layer }) => layer)).toEqual([
      'case',
      'spacing',
    ]);
    expect(traced.verdict.level).toBe('hold');
    expect(traced.explanations[0]?.en).toContain('微信 as `V X`');
  });
});
