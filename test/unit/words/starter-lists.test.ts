import { describe, expect, it } from 'vitest';
import { groupNames } from '../../../main/contract/models/starter-names.ts';
import { ruleGroupSchema, wordRuleSchema } from '../../../main/contract/models/word-rule.ts';
import { createCharacters } from '../../../main/core/words/characters.ts';
import { checkRuleText } from '../../../main/core/words/check-rule.ts';
import { starterLists } from '../../../main/core/words/lists/starter-lists.ts';
import { compileRules } from '../../../main/core/words/matcher.ts';

const lists = starterLists();
const rules = lists.flatMap((list) => list.rules);
const groups = lists.map(({ group }) => group);

describe('the bundled lists', () => {
  it('are called in the language of the panel, until somebody gives them another name', () => {
    for (const { group, name } of starterLists()) expect(groupNames(group)).toEqual(name);
    const [list] = starterLists();
    const renamed = { id: list?.group.id ?? '', name: 'Mine' };
    expect(groupNames(renamed)).toEqual({ en: 'Mine', 'zh-CN': 'Mine' });
    expect(groupNames({ id: 'own', name: 'Chinese: abuse' })['zh-CN']).toBe('Chinese: abuse');
  });

  it('cover five subjects in Chinese and English, and panic', () => {
    expect(groups.map(({ id }) => id)).toEqual([
      ...['abuse', 'adverts', 'scam', 'gambling', 'minors'].map((subject) => `starter.zh.${subject}`),
      ...['abuse', 'adverts', 'scam', 'gambling', 'minors'].map((subject) => `starter.en.${subject}`),
      'starter.strict',
    ]);
  });

  it('are off until chosen, and only the last is strict', () => {
    expect(groups.filter(({ on }) => on)).toEqual([]);
    expect(groups.filter(({ strict }) => strict).map(({ id }) => id)).toEqual(['starter.strict']);
    const matcher = compileRules(rules, { groups });
    expect(matcher.check({ text: '加微信 casino 13812345678', nick: '' }, 0).level).toBe('clean');
    const panic = matcher.update({ strict: true });
    expect(panic.check({ text: '看 13812345678', nick: '' }, 0).level).toBe('hold');
  });

  it('hold in panic a nickname that says where to go, and not one that the app gave out or that has a dot', () => {
    const panic = compileRules(rules, { groups }).update({ strict: true });
    const levelOf = (nick: string) => panic.check({ text: '你好', nick }, 0).level;
    for (const nick of ['用户1234567', 'user83920174', 'priya.moore', 'VIP8888', '小明2008'])
      expect([nick, levelOf(nick)]).toEqual([nick, 'clean']);
    for (const nick of [
      '微信12345678',
      '看13812345678',
      'mai-fen88.com',
      'https://a.example',
      '找@seller_01',
    ])
      expect([nick, levelOf(nick)]).toEqual([nick, 'hold']);
  });

  it('hold in panic a longer number, and not laughter or cheers in digits', () => {
    const panic = compileRules(rules, { groups }).update({ strict: true });
    const levelOf = (text: string) => panic.check({ text, nick: '' }, 0).level;
    for (const text of ['233333333～', '66666666', '主播 88888', '2333', '7 7 7 7 7 7'])
      expect([text, levelOf(text)]).toEqual([text, 'clean']);
    for (const text of ['84720', '找我 8 4 7 2 0 1', '10086110', '2345678', '233366', '99999998'])
      expect([text, levelOf(text)]).toEqual([text, 'hold']);
  });

  it('hold valid rules with IDs of their own that match themselves', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const on = compileRules(rules, { groups: groups.map((group) => ({ ...group, on: true })) });
    const characters = createCharacters();
    for (const rule of rules) {
      expect(wordRuleSchema.parse(rule)).toEqual(rule);
      expect(checkRuleText(characters, rule.kind, rule.text).ok).toBe(true);
      const words = rule.kind === 'word' ? [rule.text, ...rule.also] : [];
      for (const word of words)
        expect([word, on.check({ text: word, nick: '' }, 0).hits.map(({ ruleId }) => ruleId)]).toEqual([
          word,
          expect.arrayContaining([rule.id]),
        ]);
    }
  });

  it('leave their own exceptions alone', () => {
    for (const rule of rules) {
      const alone = compileRules([{ ...rule, groupId: null }]);
      for (const word of rule.except.words)
        expect([word, alone.check({ text: word, nick: '' }, 0).level]).toEqual([word, 'clean']);
    }
  });

  it('have names in both languages and groups that parse', () => {
    for (const { group, name } of lists) {
      expect(ruleGroupSchema.parse(group)).toEqual(group);
      expect(name['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
  });
});
