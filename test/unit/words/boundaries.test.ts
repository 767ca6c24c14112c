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
    'fail, fall',
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

  it('are found where they run together with words that go with any other', () => {
    expect(found(matcher, 'shitbot')).toEqual([['shit', ['run-together']]]);
    expect(found(matcher, 'yourshitstream')).toEqual([['shit', ['run-together']]]);
    for (const innocent of ['therapists', 'shitake', 'yourshi tbot', 'assbot'])
      expect([innocent, found(matcher, innocent)]).toEqual([innocent, []]);
  });

  it('that a hyphen joins to more letters are doubtful where they may be a piece of a longer word', () => {
    const hyphens = matcherFor(['ass', 'moron', 'viewbot', 'free money']);
    expect(found(hyphens, 'ass-istant')).toEqual([['ass', ['loose-spacing']]]);
    expect(found(hyphens, 'the moron-i dance')).toEqual([['moron', ['loose-spacing']]]);
    expect(found(hyphens, 'free money-back')).toEqual([['free money', ['loose-spacing']]]);
    expect(found(hyphens, 'moron-streamer')).toEqual([['moron', []]]);
    expect(found(hyphens, 'ass-bot')).toEqual([['ass', []]]);
    expect(found(hyphens, 'a view-bot')).toEqual([['view-bot', ['spacing']]]);
  });

  it('of a phrase may run together, with its neighbours too', () => {
    const phrases = matcherFor(['kill yourself', 'shut up', 'dm me']);
    expect(found(phrases, 'killyourself')).toEqual([['killyourself', ['run-together']]]);
    expect(found(phrases, 'shutupmods')).toEqual([['shutup', ['run-together']]]);
    expect(found(phrases, 'dmme')).toEqual([['dmme', ['loose-spacing']]]);
    expect(found(phrases, 'admmeter')).toEqual([]);
  });

  it('of letters and digits end where letters and digits end', () => {
    const mixed = matcherFor(['f4f']);
    expect(found(mixed, 'f4f?')).toHaveLength(1);
    expect(found(mixed, '#f4f4f4')).toEqual([]);
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

  it('that the end of one word and the beginning of the next spell are no match', () => {
    const joined = matcherFor(['私我', '操你', '去死', '微信', '刷单']);
    expect(found(joined, '体操你会吗')).toEqual([['操你', ['cut-word']]]);
    expect(found(joined, '他过去死守老家')).toEqual([]);
    expect(found(joined, '卑微信仰')).toEqual([]);
    expect(found(joined, '今天刷单词了吗')).toEqual([['刷单', ['cut-word']]]);
    expect(found(joined, '加我微信号码')).toEqual([['微信', []]]);
    expect(found(joined, '刷单吗')).toEqual([['刷单', []]]);
  });

  it('that may as well be a piece of the next word are doubtful', () => {
    const joined = matcherFor(['洗钱', '外挂', '骗子', '主播滚']);
    expect(found(joined, '洗钱包的时候')).toEqual([['洗钱', ['cut-word']]]);
    expect(found(joined, '场外挂牌价')).toEqual([]);
    expect(found(joined, '诱骗子公司签合同')).toEqual([]);
    expect(found(joined, '主播滚轮坏了')).toEqual([['主播滚', ['cut-word']]]);
    expect(found(joined, '有人洗钱')).toEqual([['洗钱', []]]);
    expect(found(joined, '开外挂的主播')).toEqual([['外挂', []]]);
  });

  it('are found over digits in between, for sure where every gap has some', () => {
    const digits = matcherFor(['六合彩', '傻逼', '加群']);
    expect(found(digits, '六1合2彩')).toEqual([['六1合2彩', ['spacing']]]);
    expect(found(digits, '傻①逼')).toEqual([['傻①逼', ['loose-spacing']]]);
    expect(found(digits, '加3群了吗')).toEqual([['加3群', ['loose-spacing']]]);
    expect(found(digits, '今天我加了2个群')).toEqual([]);
  });

  it('two clauses that meet at a comma are doubtful', () => {
    const phrase = matcherFor(['垃圾主播']);
    expect(found(phrase, '不要乱扔垃圾，主播说得对')).toEqual([['垃圾，主播', ['loose-spacing']]]);
    expect(found(phrase, '垃。圾。主。播')).toEqual([['垃。圾。主。播', ['spacing']]]);
  });

  it('match across words too where the rule says so', () => {
    const anywhere = matcherFor([rule('去死', { anywhere: true })]);
    expect(found(anywhere, '他过去死守老家')).toEqual([['去死', []]]);
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
