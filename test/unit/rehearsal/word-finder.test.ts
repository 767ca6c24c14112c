import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordFinder } from '../../../main/rehearsal/state/word-finder.ts';

const finderOf = (...words: readonly string[]) => {
  const finder = createWordFinder();
  for (const word of words) finder.add(word);
  return finder;
};

describe('the word rules of the service', () => {
  test('find exactly the texts that hold a listed word, whatever the case', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'B', 'c', '傻', '瓜', ' '), maxLength: 12 });
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'C', '傻', '瓜'), minLength: 1, maxLength: 3 }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(letters, words, (text, list) => {
        const expected = list.some((word) => text.toLowerCase().includes(word.toLowerCase()));
        expect(finderOf(...list).find(text) !== undefined).toBe(expected);
      }),
    );
  });

  test('do not find a word that was removed', () => {
    const finder = finderOf('spam', 'spammer');
    expect(finder.remove('SPAM')).toBe(true);
    expect(finder.find('spam')).toBeUndefined();
    expect(finder.find('a spammer')).toBe('spammer');
    expect(finder.list()).toEqual(['spammer']);
  });

  test('say no to removing a word that is not listed', () => {
    expect(finderOf('spam').remove('ham')).toBe(false);
  });
});
