import { describe, expect, it } from 'vitest';
import type { RuleGroup } from '../../../main/contract/models/word-rule.ts';
import { mayAct } from '../../../main/core/words/verdict.ts';
import { matcherFor, pattern, rule } from './make-rule.ts';

const say = (text: string, more: object = {}) => ({ text, nick: 'kk', ...more });
const noExceptions = { words: [], userIds: [], roles: [] };

describe('a verdict', () => {
  it('has the level of its worst hit, with the worst hit first', () => {
    const matcher = matcherFor([rule('one', { level: 'flag' }), rule('two', { level: 'block' })]);
    const verdict = matcher.check(say('one two'), 0);
    expect(verdict.level).toBe('block');
    expect(verdict.hits.map(({ word }) => word)).toEqual(['two', 'one']);
  });

  it('is clean for a text without hits', () => {
    expect(matcherFor(['微信']).check(say('来了来了'), 0)).toEqual({ level: 'clean', hits: [] });
    expect(matcherFor([]).check(say('anything'), 0).level).toBe('clean');
  });

  it('gives the exact characters of the original text', () => {
    const [hit] = matcherFor(['微信']).check(say('😀加微\u200b-信!'), 0).hits;
    expect(hit).toMatchObject({ ruleId: '微信', field: 'text', start: 3, end: 7 });
  });

  it('carries a bounded number of hits for a flood of words', () => {
    const matcher = matcherFor([rule('傻逼', { level: 'flag' }), rule('微信')]);
    const verdict = matcher.check(say(`${'傻逼'.repeat(3000)}微信`), 0);
    expect(verdict.hits).toHaveLength(32);
    expect(verdict.level).toBe('block');
  });

  it('reports a rule once where two ways of writing overlap', () => {
    const matcher = matcherFor([rule('微信', { also: ['微信号', 'vx'] })]);
    expect(matcher.check(say('微信号'), 0).hits).toHaveLength(1);
  });
});

describe('a rule looks', () => {
  const matcher = matcherFor([
    rule('text-word', { where: 'text' }),
    rule('nick-word', { where: 'nick' }),
    rule('both-word', { where: 'both' }),
  ]);
  it.each([
    ['text-word', 1, 0],
    ['nick-word', 0, 1],
    ['both-word', 1, 1],
  ])('for %j in the right field', (word, inText, inNick) => {
    expect(matcher.check({ text: word, nick: '' }, 0).hits).toHaveLength(inText);
    expect(matcher.check({ text: '', nick: word }, 0).hits).toHaveLength(inNick);
  });

  it('only in its rooms', () => {
    const rooms = matcherFor([rule('x1y', { rooms: ['a/1'] })]);
    expect(rooms.check(say('x1y', { roomKey: 'a/1' }), 0).level).toBe('block');
    expect(rooms.check(say('x1y', { roomKey: 'a/2' }), 0).level).toBe('clean');
    expect(rooms.check(say('x1y'), 0).level).toBe('clean');
  });

  it('until it expires', () => {
    const short = matcherFor([rule('brief', { expiresAt: 1000 })]);
    expect(short.check(say('brief'), 999).level).toBe('block');
    expect(short.check(say('brief'), 1000).level).toBe('clean');
  });

  it('not at its excepted users and roles, nor at trusted ones', () => {
    const matcherWith = matcherFor([
      rule('word', { except: { ...noExceptions, userIds: ['vip'], roles: ['admin'] } }),
    ]);
    expect(matcherWith.check(say('word', { userId: 'vip' }), 0).level).toBe('clean');
    expect(matcherWith.check(say('word', { role: 'admin' }), 0).level).toBe('clean');
    expect(matcherWith.check(say('word', { role: 'member' }), 0).level).toBe('block');
    const trusting = matcherWith.update({
      settings: { ...matcherWith.settings, trustedUserIds: ['friend'], trustedRoles: ['vj'] },
    });
    expect(trusting.check(say('word', { userId: 'friend' }), 0).level).toBe('clean');
    expect(trusting.check(say('word', { role: 'vj' }), 0).level).toBe('clean');
  });
});

describe('groups', () => {
  const group = (id: string, fields: Partial<RuleGroup> = {}): RuleGroup => ({
    id,
    name: id,
    on: true,
    strict: false,
    ...fields,
  });
  const rules = [rule('grouped', { groupId: 'g' }), rule('panicky', { groupId: 's' })];

  it('switch their rules on and off together', () => {
    const on = matcherFor(rules, { groups: [group('g')] });
    expect(on.check(say('grouped'), 0).level).toBe('block');
    const off = on.update({ groups: [group('g', { on: false })] });
    expect(off.check(say('grouped'), 0).level).toBe('clean');
  });

  it('panic turns on the strict ones only', () => {
    const groups = [group('g', { on: false }), group('s', { on: false, strict: true })];
    const calm = matcherFor(rules, { groups });
    const panic = calm.update({ strict: true });
    expect(calm.check(say('panicky'), 0).level).toBe('clean');
    expect(panic.check(say('panicky grouped'), 0).hits.map(({ word }) => word)).toEqual(['panicky']);
    expect(panic.update({ strict: false }).check(say('panicky'), 0).level).toBe('clean');
  });

  it('a disabled rule and a rule of an unknown group find nothing', () => {
    const matcher = matcherFor([rule('off', { enabled: false }), rule('lost', { groupId: 'gone' })]);
    expect(matcher.check(say('off lost'), 0).level).toBe('clean');
  });
});

describe('an update', () => {
  const base = matcherFor([rule('alpha'), rule('beta')]);

  it('adds, changes and removes rules without touching the old matcher', () => {
    const next = base.update({
      changed: [rule('gamma'), { ...rule('alpha'), text: 'delta' }],
      removed: ['beta'],
    });
    const words = (text: string) => next.check(say(text), 0).hits.map(({ word }) => word);
    expect(words('alpha beta gamma delta').sort()).toEqual(['delta', 'gamma']);
    expect(base.check(say('alpha beta'), 0).hits).toHaveLength(2);
    expect(next.pending).toBe(3);
  });

  it('can be followed by others', () => {
    const next = base
      .update({ changed: [rule('gamma')] })
      .update({ removed: ['gamma'] })
      .update({ changed: [rule('omega')] });
    expect(next.check(say('gamma'), 0).level).toBe('clean');
    expect(next.check(say('omega'), 0).level).toBe('block');
    expect(next.rules().size).toBe(3);
  });

  it('takes allowed words for all rules', () => {
    const next = base.update({ settings: { ...base.settings, allow: ['alpha centauri'] } });
    expect(next.check(say('Alpha Centauri'), 0).level).toBe('clean');
    expect(next.check(say('alpha'), 0).level).toBe('block');
  });
});

describe('pattern rules', () => {
  it('see the text as it stands, folded, and squeezed where they ask for it', () => {
    const matcher = matcherFor([pattern('\\b1[3-9]\\d{9}\\b', { squeeze: true })]);
    const written = (text: string) =>
      matcher.check(say(text), 0).hits.map((hit) => [text.slice(hit.start, hit.end), hit.layers]);
    expect(written('打13812345678')).toEqual([['13812345678', []]]);
    expect(written('１３８１２３４５６７８')).toEqual([['１３８１２３４５６７８', ['width']]]);
    expect(written('138-1234-5678')).toEqual([['138-1234-5678', ['spacing']]]);
    expect(matcherFor([pattern('\\d{11}')]).check(say('138-1234-5678'), 0).level).toBe('clean');
  });

  it('are called by their note', () => {
    const matcher = matcherFor([pattern('\\d{11}', { note: 'phone number' })]);
    expect(matcher.check(say('13812345678'), 0).hits[0]?.word).toBe('phone number');
  });

  it('one that cannot be compiled finds nothing and stops nothing', () => {
    const matcher = matcherFor([pattern('(a)\\1'), rule('word')]);
    expect(matcher.check(say('aa word'), 0).hits).toHaveLength(1);
  });
});

it('only certain hits may act by themselves', () => {
  const matcher = matcherFor(['fuck']);
  const acts = (text: string) => matcher.check(say(text), 0).hits.map(mayAct);
  expect(acts('f u c k')).toEqual([true]);
  expect(acts('f*ck')).toEqual([false]);
  expect(acts('fu ck')).toEqual([false]);
});
