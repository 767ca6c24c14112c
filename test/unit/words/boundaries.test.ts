import { describe, expect, it } from 'vitest';
import { found, matcherFor, rule } from './make-rule.ts';

describe('Latin words', () => {
  const matcher = matcherFor(['ass', 'hell', 'kill', 'god', 'therapist', 'shit', '110']);

  it.each([
    'class pass assassin',
    'hello shell',
    "he'll see, we'll see",
    'Scunthorpe and shiitake',
    'p a s s w o r d',
    'good',
    'his hit',
    "let's hit it",
    'Galaxy A55',
    '455 people',
    '1100 and 2110',
    '1.10',
    'as soon as',
  ])('leaves %j alone', (text) => {
    expect(found(matcher, text)).toEqual([]);
  });

  it.each([
    ['you ass!', 'ass'],
    ['ass123', 'ass'],
    ['hell是地狱', 'hell'],
    ['_ass_', 'ass'],
    ['#BigAss', 'Ass'],
    ['go to hel1', 'hel1'],
    ['kiIl', 'kiIl'],
    ['k!ll', 'k!ll'],
    ['打110', '110'],
  ])('finds the word in %j', (text, characters) => {
    expect(found(matcher, text).map(([written]) => written)).toEqual([characters]);
  });

  it('match inside longer words where the rule says so', () => {
    const anywhere = matcherFor([rule('ass', { anywhere: true })]);
    expect(found(anywhere, 'class')).toEqual([['ass', []]]);
  });

  it('a phrase does not reach over the end of a sentence', () => {
    const phrases = matcherFor(['free money', 'the rapist']);
    expect(found(phrases, 'we are free. money matters')).toEqual([]);
    expect(found(phrases, 'free   MONEY')).toHaveLength(1);
    expect(found(phrases, 'FreeMoney')).toEqual([['FreeMoney', ['case']]]);
    expect(found(phrases, 'my therapist')).toEqual([['therapist', ['loose-spacing']]]);
  });

  it('an apostrophe in the rule may be left out', () => {
    expect(found(matcherFor(["don't tell"]), 'dont tell')).toEqual([['dont tell', []]]);
  });
});

describe('Chinese words', () => {
  const matcher = matcherFor([
    rule('微信', { except: { words: ['卑微信仰'], userIds: [], roles: [] } }),
    '傻逼',
  ]);

  it('match anywhere', () => {
    expect(found(matcher, '加我微信号')).toEqual([['微信', []]]);
    expect(found(matcher, '傻傻逼逼')).toEqual([['傻逼', []]]);
  });

  it('an allowed word that contains one excuses it, and nothing else', () => {
    expect(found(matcher, '卑微信仰')).toEqual([]);
    expect(found(matcher, '卑微信仰，加微信')).toEqual([['微信', []]]);
    expect(found(matcher, '卑微-信仰')).toEqual([]);
  });

  it('an allowed word written with a trick excuses nothing', () => {
    expect(found(matcher, '卑 微信 仰')).toEqual([['微信', []]]);
  });

  it.each(['好卑微，信仰崩塌了', '我很卑微 信仰还在', '卑微😭信仰没了'])(
    'two words that meet over a gap are no match: %j',
    (text) => {
      expect(found(matcher, text)).toEqual([]);
    },
  );

  it('a gap wider than the limit ends the word', () => {
    expect(found(matcher, '微-*~信')).toHaveLength(1);
    expect(found(matcher, '微-*~#信')).toEqual([]);
    const narrow = matcher.update({ settings: { ...matcher.settings, maxGap: 1 } });
    expect(found(narrow, '微-*信')).toEqual([]);
    expect(found(narrow, '微-信')).toHaveLength(1);
  });

  it('one separator many times counts once, within reason', () => {
    expect(found(matcher, '微------信')).toHaveLength(1);
    expect(found(matcher, `微${'-'.repeat(40)}信`)).toEqual([]);
  });
});

describe('words with signs of their own', () => {
  const matcher = matcherFor(['c++', '🍑', '+v']);

  it('are compared sign by sign', () => {
    expect(found(matcher, 'I write C++ all day')).toEqual([['C++', ['case']]]);
    expect(found(matcher, 'vitamin c')).toEqual([]);
    expect(found(matcher, 'eat 🍑!')).toEqual([['🍑', []]]);
    expect(found(matcher, '有事+v')).toEqual([['+v', []]]);
    expect(found(matcher, '4+very')).toEqual([]);
  });
});
