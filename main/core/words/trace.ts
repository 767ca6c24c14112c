import type { Trace } from '../../contract/models/word-rule.ts';
import { decorationPattern } from './character-kinds.ts';
import type { Characters } from './characters.ts';
import { explainHit } from './explain-hit.ts';
import { type LayerName, layerBits, layers } from './layers.ts';
import { createDigitLetters } from './look-alike-classes.ts';
import type { CheckInput, Matcher } from './matcher.ts';
import { foldPlain } from './plain-text.ts';

/** The folding layers in the order in which the tester shows them. */
const FOLDING = ['width', 'invisible', 'marks', 'case', 'look-alikes', 'traditional'] as const;

/** A character that still waits for one of its layers. */
const foldSimply = (character: string, applied: number): string => {
  let folded = (applied & layerBits.width) !== 0 ? character.normalize('NFKC') : character;
  if ((applied & layerBits.marks) !== 0)
    folded = [...folded.normalize('NFD')].filter((part) => !decorationPattern.test(part)).join('');
  return (applied & layerBits.case) !== 0 ? folded.toLowerCase() : folded;
};

/** The text as it is when only some of the folding layers have been applied. */
const foldPartly = (characters: Characters, text: string, applied: number): string => {
  let result = '';
  for (const character of text) {
    const glyph = characters.glyph(character.codePointAt(0) ?? 0);
    const missing = glyph.layers & ~applied;
    if (missing === 0) result += glyph.units.map((unit) => String.fromCodePoint(unit.fine)).join('');
    else result += foldSimply(character, applied);
  }
  return result.normalize('NFC');
};

/** Digits and signs of a word that has Latin letters, as the matcher may read them. */
const readToken = (characters: Characters, token: string): string => {
  if (!/\p{Script=Latin}/u.test(token)) return token;
  const letterFor = createDigitLetters();
  const parts = [...token];
  return parts
    .map((part, index) => {
      const sign = characters.glyph(part.codePointAt(0) ?? 0).standsFor?.fine;
      const amongLetters = /[\p{L}\p{N}]/u.test(parts[index + 1] ?? '') || part === '$';
      return sign !== undefined && amongLetters ? String.fromCodePoint(sign) : (letterFor.get(part) ?? part);
    })
    .join('');
};

const readStandIns = (characters: Characters, text: string): string =>
  text.replaceAll(/\S+/gu, (token) => readToken(characters, token));

const squeeze = (characters: Characters, text: string): string =>
  foldPlain(characters, text, { squeezed: true }).text;

const collapse = (text: string): string =>
  [...text]
    .filter((character, index, all) => character !== all[index - 1] || /\p{Nd}/u.test(character))
    .join('');

const steps = (characters: Characters, text: string): [LayerName, string][] => {
  const result: [LayerName, string][] = [];
  let applied = 0;
  for (const name of FOLDING) {
    applied |= layerBits[name];
    result.push([name, foldPartly(characters, text, applied)]);
  }
  const folded = foldPlain(characters, text).text;
  const lettered = readStandIns(characters, folded);
  const squeezed = squeeze(characters, lettered);
  result.push(['digits', lettered], ['spacing', squeezed], ['repeats', collapse(squeezed)]);
  return result;
};

/** One line through every layer, with its verdict and what each hit means: what the tester shows. */
export const trace = (matcher: Matcher, input: CheckInput, now: number): Trace => {
  const { characters } = matcher;
  let before = input.text;
  const shown = steps(characters, input.text).map(([layer, text]) => {
    const step = {
      layer,
      label: layers[layer].label,
      confidence: layers[layer].confidence,
      text,
      changed: text !== before,
    };
    before = text;
    return step;
  });
  const verdict = matcher.check(input, now);
  return {
    steps: shown,
    verdict: { level: verdict.level, hits: [...verdict.hits] },
    explanations: verdict.hits.map((hit) => explainHit(hit, input[hit.field])),
  };
};
