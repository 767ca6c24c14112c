import type { Characters } from './characters.ts';
import { layerBits } from './layers.ts';
import type { Search, Wanted } from './match.ts';
import { foldPlain, layersBetween, type PlainText } from './plain-text.ts';
import type { PatternSet } from './shelf.ts';

const setsWith = (sets: readonly PatternSet[], wanted: Wanted): readonly PatternSet[] =>
  sets.filter(({ members }) => members.some(({ rule }) => wanted(rule)));

const matchingIn = (sets: readonly PatternSet[], text: string): readonly PatternSet['members'][number][] =>
  sets.flatMap(({ members, matching }) => matching(text).flatMap((index) => members[index] ?? []));

type LookFor = { readonly sets: readonly PatternSet[]; readonly wanted: Wanted };

const findIn = (search: Search, plain: PlainText | undefined, { sets, wanted }: LookFor): void => {
  const searched = plain?.text ?? search.text;
  for (const { rule, pattern } of matchingIn(sets, searched)) {
    if (!wanted(rule)) continue;
    for (const { start, end } of pattern.find(searched)) {
      const place =
        plain === undefined
          ? { start, end, bits: 0 }
          : {
              start: plain.starts[start] ?? 0,
              end: plain.ends[end - 1] ?? 0,
              bits: layersBetween(plain, start, end),
            };
      search.matches.push({ ...place, rule, use: 'pattern' });
    }
  }
};

const NUMERALS = '〇一二三四五六七八九';
const OTHER_NUMERALS = '零壹贰叁肆伍陆柒捌玖幺';
const NUMERAL_ROW = /[〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖幺]{5,}/gu;

const digitOf = (numeral: string): string => {
  const plain = NUMERALS.indexOf(numeral);
  const other = OTHER_NUMERALS.indexOf(numeral);
  return String(plain >= 0 ? plain : other === OTHER_NUMERALS.length - 1 ? 1 : other);
};

/** A row of Chinese numerals as the number that it spells, character by character. */
const readNumerals = (plain: PlainText): PlainText | undefined => {
  const layers = plain.layers.slice();
  const text = plain.text.replace(NUMERAL_ROW, (row, at: number) => {
    for (let index = 0; index < row.length; index += 1)
      layers[at + index] = (layers[at + index] ?? 0) | layerBits.numerals;
    return [...row].map(digitOf).join('');
  });
  return text === plain.text ? undefined : { ...plain, text, layers };
};

/** Patterns see the text as it stands, folded, with numerals as digits, and, where a rule asks for it, without separators. */
export const findPatterns = (characters: Characters, search: Search): void => {
  const { shelf, text, wanted } = search;
  const every: LookFor = { sets: setsWith(shelf.patternSets, wanted), wanted };
  if (every.sets.length === 0) return;
  findIn(search, undefined, every);
  const plain = foldPlain(characters, text);
  if (plain.text !== text) findIn(search, plain, every);
  const numbers = readNumerals(plain);
  if (numbers !== undefined) findIn(search, numbers, every);
  const squeezable: Wanted = (rule) => rule.squeeze && wanted(rule);
  const squeezing: LookFor = { sets: setsWith(every.sets, squeezable), wanted: squeezable };
  if (squeezing.sets.length === 0) return;
  const squeezed = foldPlain(characters, text, { squeezed: true });
  if (squeezed.text !== plain.text) findIn(search, squeezed, squeezing);
};
