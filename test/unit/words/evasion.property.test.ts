import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../main/contract/models/verdict.ts';
import { confidenceOf } from '../../../main/core/words/layers.ts';
import { matcherFor } from './make-rule.ts';

const latin = ['fuck', 'idiot', 'casino', 'telegram', 'moron', 'bullshit'];
const chinese = ['微信', '博彩', '百家乐', '傻逼', '免费领取', '六合彩'];
const matcher = matcherFor([...latin, ...chinese]);

const certain = (text: string): readonly Hit[] =>
  matcher.check({ text, nick: '' }, 0).hits.filter((hit) => confidenceOf(hit.layers) === 'certain');

/** Starts of Unicode's styled Latin alphabets, small letters, in unbroken order. */
const ALPHABETS = [
  0xff41, 0x1d41a, 0x1d4ea, 0x1d51e, 0x1d552, 0x1d586, 0x1d5ba, 0x1d5ee, 0x1d68a, 0x24d0, 0x249c,
];
const styled = (word: string, alphabet: number): string =>
  [...word].map((letter) => String.fromCodePoint(alphabet + letter.charCodeAt(0) - 97)).join('');

const INVISIBLE = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u180e',
  '\u034f',
  '\ufe0e',
  '\u{e0041}',
];
const MARKS = ['\u0301', '\u0336', '\u0327', '\u0489', '\u20dd', '\u0332', '\u{1abe}'];
const NOISE = ['*', '_', '~', '|', '+', '#', '^', '😀', '❤️', '👨‍👩‍👧', '👋🏽'];

const between = (word: string, separator: string): string => [...word].join(separator);

const anyWord = fc.constantFrom(...latin, ...chinese);
const carrier = fc.constantFrom('%', '来了 % 啊', 'hey % !', '😀%😀', '“%”');
const finds = (word: string, line: string, trick: string): void => {
  const text = line.replace('%', () => trick);
  expect([text, certain(text).map((hit) => hit.word)]).toEqual([text, [word]]);
};

describe('tricks that nobody wrote down', () => {
  it('any styled alphabet', () => {
    fc.assert(
      fc.property(fc.constantFrom(...latin), fc.constantFrom(...ALPHABETS), carrier, (word, alphabet, line) =>
        finds(word, line, styled(word, alphabet)),
      ),
    );
  });

  it('invisible characters anywhere inside', () => {
    const hidden = fc.array(fc.constantFrom(...INVISIBLE), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyWord, hidden, carrier, (word, characters, line) =>
        finds(word, line, between(word, characters.join(''))),
      ),
    );
  });

  it('piles of combining marks on every character', () => {
    const pile = fc.array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyWord, pile, carrier, (word, marks, line) =>
        finds(word, line, [...word].map((character) => character + marks.join('')).join('')),
      ),
    );
  });

  it('noise between all characters, with invisible ones among it', () => {
    fc.assert(
      fc.property(
        anyWord,
        fc.constantFrom(...NOISE),
        fc.constantFrom('', ...INVISIBLE),
        carrier,
        (word, noise, hidden, line) => finds(word, line, between(word, noise + hidden)),
      ),
    );
  });

  it('upper and lower case at random', () => {
    fc.assert(
      fc.property(fc.constantFrom(...latin), fc.infiniteStream(fc.boolean()), (word, coins) => {
        const mixed = [...word].map((letter) =>
          coins.next().value === true ? letter.toUpperCase() : letter,
        );
        finds(word, '%', mixed.join(''));
      }),
    );
  });
});
