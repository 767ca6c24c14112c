import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCharacters } from '../../../main/core/words/characters.ts';
import { foldPlain } from '../../../main/core/words/plain-text.ts';
import { matcherFor, pattern, rule } from './make-rule.ts';

/** Any UTF-16 at all, lone surrogates included, and often the characters that folding treats specially. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      fc.constantFrom(
        '微',
        '信',
        'v',
        'x',
        'F',
        'u',
        'с',
        'k',
        '@',
        '$',
        '1',
        '一',
        '壹',
        '髒',
        '弓',
        '虽',
        '가',
      ),
      fc.constantFrom(
        '\u200b',
        '\u0336',
        '\u3099',
        'ﾞ',
        '\u1161',
        '\u11a8',
        '\ufe0f',
        '\u200d',
        '😀',
        '🇫',
        '🇺',
        'ﷺ',
      ),
      fc.constantFrom(' ', '.', ',', '-', '*', "'", '，', '。', '\n'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const characters = createCharacters();

/** True where a cut at this offset leaves no half of a surrogate pair. */
const isBoundary = (text: string, offset: number): boolean => {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return !(before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
};

describe('normalising any text', () => {
  it.each([{}, { squeezed: true }])(
    'maps every character back into the original, in order (%j)',
    (options) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const plain = foldPlain(characters, text, options);
          expect(plain.starts).toHaveLength(plain.text.length);
          expect(plain.ends).toHaveLength(plain.text.length);
          for (let index = 0; index < plain.text.length; index += 1) {
            const start = plain.starts[index] ?? -1;
            const end = plain.ends[index] ?? -1;
            expect(start).toBeGreaterThanOrEqual(plain.starts[index - 1] ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(isBoundary(text, start) && isBoundary(text, end)).toBe(true);
          }
        }),
      );
    },
  );

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldPlain(characters, text).text;
        expect(foldPlain(characters, once).text).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['\u200b', '\u200d', '\ufe0f'])(
    'puts a syllable together around an invisible character (%j)',
    (between) => {
      expect(foldPlain(characters, `\u1100${between}\u1161${between}\u11a8`).text).toBe('각');
      expect(foldPlain(characters, `カ${between}ﾞ`).text).toBe(foldPlain(characters, 'ガ').text);
    },
  );

  it('every single code point folds to something that folds to itself', () => {
    const unstable: number[] = [];
    for (let code = 0; code < 0x110000; code += code < 0x20000 ? 1 : 97) {
      const once = foldPlain(characters, String.fromCodePoint(code)).text;
      if (foldPlain(characters, once).text !== once) unstable.push(code);
    }
    expect(unstable).toEqual([]);
  });
});

describe('checking any text', () => {
  const words = ['微信', 'vx', 'fuck', '强', 'ass', '一夜情', '가', 'c++', '😀', "don't tell", '傻逼'];
  const matcher = matcherFor([
    ...words.map((word) => rule(word)),
    rule('u', { anywhere: true }),
    pattern('[vx]\\d+', { squeeze: true }),
    pattern('.{2}'),
  ]);
  const everything = matcher.update({ settings: { ...matcher.settings, pinyin: true, maxGap: 6 } });

  it('never throws, and every hit lies inside the text on code point boundaries', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, nick) => {
        for (const hit of everything.check({ text, nick }, 0).hits) {
          const field = hit.field === 'text' ? text : nick;
          expect(hit.start).toBeGreaterThanOrEqual(0);
          expect(hit.end).toBeGreaterThan(hit.start);
          expect(hit.end).toBeLessThanOrEqual(field.length);
          expect(isBoundary(field, hit.start) && isBoundary(field, hit.end)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('any text with a letter in it, as a rule, is found in itself', () => {
    const word = anyText.filter((text) => /[\p{L}\p{N}]/u.test(foldPlain(characters, text).text));
    fc.assert(
      fc.property(word, (text) => {
        const own = matcherFor([rule(text.slice(0, 200) || 'x', { anywhere: true })]);
        const { level } = own.check({ text, nick: '' }, 0);
        expect([text, level]).toEqual([text, 'block']);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same however often and in whatever order texts come', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const fresh = everything.check({ text: one, nick: '' }, 0);
        everything.check({ text: other, nick: one }, 0);
        expect(everything.check({ text: one, nick: '' }, 0)).toEqual(fresh);
      }),
    );
  });
});
