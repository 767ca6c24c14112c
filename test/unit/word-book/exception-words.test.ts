import { describe, expect, it } from 'vitest';
import { exceptionWords } from '../../../main/core/word-book/exception-words.ts';
import { compileRules } from '../../../main/core/words/matcher.ts';
import { comment, rule } from './parts.ts';

const learn = (by: ReturnType<typeof rule>, text: string, nick = 'Moon') => {
  const verdict = compileRules([by]).check({ text, nick }, 0);
  expect(verdict.level).toBe('hold');
  const held = comment(text, { verdict, person: { userId: 'u', nick } });
  const words = exceptionWords(held, new Map([[by.id, by]])).get(by.id) ?? [];
  const taught = { ...by, except: { ...by.except, words: [...words] } };
  return { words, after: compileRules([taught]) };
};

describe('approve and allow', () => {
  it('allows the longer word that the hit lies in, and the rule still holds the word itself', () => {
    const { words, after } = learn(rule('ass', { anywhere: true }), 'first class seats');
    expect(words).toEqual(['class']);
    expect(after.check({ text: 'first class seats', nick: '' }, 0).level).toBe('clean');
    expect(after.check({ text: 'you ass', nick: '' }, 0).level).toBe('hold');
  });

  it('allows what was written where it is not the rule’s own word', () => {
    const { words } = learn(rule('spam'), 'I like s.p.a.m a lot');
    expect(words).toEqual(['s.p.a.m']);
  });

  it('allows the whole line where the hit is the rule’s own word, so that the rule goes on', () => {
    const { words, after } = learn(rule('idiot'), 'what an idiot sandwich');
    expect(words).toEqual(['what an idiot sandwich']);
    expect(after.check({ text: 'what an idiot sandwich', nick: '' }, 0).level).toBe('clean');
    expect(after.check({ text: 'idiot', nick: '' }, 0).level).toBe('hold');
  });

  it('allows nothing where that would end the rule', () => {
    expect(learn(rule('idiot'), 'idiot').words).toEqual([]);
  });
});
