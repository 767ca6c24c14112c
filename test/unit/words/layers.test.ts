import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../../main/core/words/layers.ts';
import { found, matcherFor, rule } from './make-rule.ts';

const matcher = matcherFor([
  rule('微信', { also: ['vx', '薇信'] }),
  '神经病',
  '一夜情',
  '百家乐',
  'fuck',
  'hell',
  'free money',
]);

describe('each layer is seen through and named', () => {
  it.each([
    ['微信', '微信', []],
    ['FUCK off', 'FUCK', ['case']],
    ['ｆｕｃｋ off', 'ｆｕｃｋ', ['width']],
    ['𝖋𝖚𝖈𝖐', '𝖋𝖚𝖈𝖐', ['width']],
    ['加微\u200b信', '微\u200b信', ['invisible']],
    ['微̶信̶', '微̶信̶', ['marks']],
    ['fuсk (Cyrillic с)', 'fuсk', ['look-alikes']],
    ['神經病', '神經病', ['traditional']],
    ['1夜情', '1夜情', ['numerals']],
    ['壹夜情', '壹夜情', ['numerals']],
    ['h3ll', 'h3ll', ['digits']],
    ['he|l', 'he|l', ['digits']],
    ['fuuuuck', 'fuuuuck', ['repeats']],
    ['微-信', '微-信', ['spacing']],
    ['微😀信', '微😀信', ['spacing']],
    ['f.u.c.k', 'f.u.c.k', ['spacing']],
    ['加薇信', '薇信', ['short-form']],
    ['f*ck', 'f*ck', ['mask']],
    ['fu ck', 'fu ck', ['loose-spacing']],
    ['V x', 'V x', ['short-form', 'loose-spacing', 'case']],
    ['百🎲家🎲樂', '百🎲家🎲樂', ['spacing', 'traditional']],
    ['freemoney', 'freemoney', ['run-together']],
    ['Free_Money', 'Free_Money', ['case']],
  ])('%j', (text, characters, layers) => {
    expect(found(matcher, text)).toEqual([[characters, layers]]);
  });

  it('a character in two parts is one character with low confidence', () => {
    const splits = matcherFor(['强者']);
    expect(found(splits, '弓虽者')).toEqual([['弓虽者', ['split']]]);
  });

  it('the same sound counts only where the pinyin layer is on', () => {
    const off = matcherFor(['微信']);
    const on = off.update({ settings: { ...off.settings, pinyin: true } });
    expect(found(off, '加威信')).toEqual([]);
    expect(found(on, '加威信')).toEqual([['威信', ['pinyin']]]);
    expect(found(on, '加weixin')).toEqual([['weixin', ['pinyin']]]);
    expect(found(on, 'wei信')).toEqual([['wei信', ['pinyin']]]);
  });
});

describe('confidence', () => {
  it('is that of the weakest layer', () => {
    expect(confidenceOf([])).toBe('certain');
    expect(confidenceOf(['case', 'spacing'])).toBe('certain');
    expect(confidenceOf(['case', 'mask'])).toBe('likely');
    expect(confidenceOf(['mask', 'pinyin'])).toBe('low');
  });

  it('a block that only a low layer found becomes a hold', () => {
    expect(matcher.check({ text: 'fu ck', nick: '' }, 0).level).toBe('hold');
    expect(matcher.check({ text: 'f u c k', nick: '' }, 0).level).toBe('block');
    expect(matcher.check({ text: 'f*ck', nick: '' }, 0).level).toBe('block');
  });

  it('a flag stays a flag through a low layer', () => {
    const flags = matcherFor([rule('fuck', { level: 'flag' })]);
    expect(flags.check({ text: 'fu ck', nick: '' }, 0).level).toBe('flag');
  });
});

describe('words of other scripts', () => {
  it('a Cyrillic word among Cyrillic words is not a Latin one for sure', () => {
    const pots = matcherFor(['pot']);
    expect(found(pots, 'мой рот')).toEqual([['рот', ['foreign-script', 'look-alikes']]]);
    expect(found(pots, 'pоt')).toEqual([['pоt', ['look-alikes']]]);
  });

  it('a Cyrillic rule finds its word as it stands and in Latin look-alikes', () => {
    const russian = matcherFor(['сука']);
    expect(found(russian, 'Сука')).toEqual([['Сука', ['case']]]);
    expect(found(russian, 'cyka')).toEqual([['cyka', ['look-alikes']]]);
  });

  it('kana and Hangul typed in parts are the whole characters', () => {
    const matcherOfParts = matcherFor(['ガス', '바보']);
    expect(found(matcherOfParts, 'ｶﾞｽ')).toEqual([['ｶﾞｽ', ['width']]]);
    expect(found(matcherOfParts, '바보'.normalize('NFD'))).toHaveLength(1);
    expect(found(matcherOfParts, 'カス')).toEqual([]);
  });
});
