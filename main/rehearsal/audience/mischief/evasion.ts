import type { Random } from '../random.ts';
import { alike, type CharacterTable, digits, homoglyphs, pinyin, traditional } from './character-tables.ts';

/** One way to write a forbidden word so that a plain word list misses it. */
type Evasion = { readonly name: string; readonly write: (word: string, random: Random) => string };

const invisible = ['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad'];

const mapped = (word: string, table: CharacterTable): string =>
  [...word].map((character) => table[character]?.[0] ?? character).join('');

const fullWidth = (word: string): string =>
  word.replace(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));

const between = (word: string, divider: () => string): string =>
  [...word].join('\u0000').replaceAll('\u0000', divider);

const joined = (word: string, random: Random, dividers: readonly string[]): string => {
  const divider = random.pick(dividers);
  return between(word, () => divider);
};

const someAlike = (word: string, random: Random): string =>
  [...word]
    .map((character) => {
      const others = alike[character];
      return others !== undefined && random.chance(0.75) ? random.pick(others) : character;
    })
    .join('');

const alternateCase = (word: string): string =>
  [...word].map((letter, at) => (at % 2 === 0 ? letter.toLowerCase() : letter.toUpperCase())).join('');

export const evasions: readonly Evasion[] = [
  { name: 'plain', write: (word) => word },
  { name: 'spaced', write: (word, random) => joined(word, random, [' ', '  ', '\u3000', '\u2009']) },
  {
    name: 'punctuated',
    write: (word, random) => joined(word, random, ['.', '*', '-', '/', '、', '·', '_', '~', '|']),
  },
  { name: 'full-width', write: (word) => fullWidth(word) },
  { name: 'zero-width', write: (word, random) => between(word, () => random.pick(invisible)) },
  { name: 'digits', write: (word) => mapped(word.toLowerCase(), digits) },
  { name: 'homoglyphs', write: (word) => mapped(word, homoglyphs) },
  { name: 'look-alike', write: someAlike },
  { name: 'traditional', write: (word) => mapped(word, traditional) },
  {
    name: 'pinyin',
    write: (word, random) =>
      [...word].map((character) => pinyin[character]?.[0] ?? character).join(random.pick(['', ' '])),
  },
  {
    name: 'initials',
    write: (word) => [...word].map((character) => pinyin[character]?.[0]?.[0] ?? character).join(''),
  },
  {
    name: 'stretched',
    write: (word, random) => [...word].map((character) => character.repeat(random.between(1, 3))).join(''),
  },
  { name: 'alternating case', write: (word) => alternateCase(word) },
  { name: 'emoji between', write: (word, random) => joined(word, random, ['🌟', '👉', '💥', '🍀', '✨']) },
  { name: 'combining marks', write: (word) => between(word, () => '\u0336') },
];

/** Writes the word in some way that leaves it readable; in half of the cases plainly. */
export const evade = (word: string, random: Random): string =>
  random.chance(0.35) ? word : random.pick(evasions).write(word, random);
