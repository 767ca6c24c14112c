import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../main/contract/models/verdict.ts';
import { confidenceOf, layerNames } from '../../../main/core/words/layers.ts';
import { mayAct } from '../../../main/core/words/verdict.ts';
import { type EvasionLine, evasionFiles, ownWords, readEvasion, starterMatcher } from './evasion-set.ts';
import { matcherFor } from './make-rule.ts';

const matcher = starterMatcher();
const withPinyin = starterMatcher(true);
const hitsIn = (text: string, by = matcher): readonly Hit[] => by.check({ text, nick: '' }, 0).hits;
const isCertain = (hit: Hit): boolean => confidenceOf(hit.layers) === 'certain';
const isOf = (line: EvasionLine) => (hit: Hit) =>
  line.word === 'pattern' ? hit.ruleId.includes('.pattern.') : hit.word === line.word;

const tricks = [...readEvasion('chinese-evasion'), ...readEvasion('english-evasion')];
const innocent = [...readEvasion('chinese-innocent'), ...readEvasion('english-innocent')];
const unsure = readEvasion('unsure-evasion');

/** 0.5 %, but of 183 lines that is less than one: one may be hit. */
const BAR_FOR = {
  'hold-out': 0.005,
  'hold-out-2': 0.0055,
  'hold-out-3': 0.0055,
  'hold-out-4': 0.005,
  'hold-out-5': 0.005,
} as const;

describe('the evasion set', () => {
  it('has at least 600 different lines, about half of them innocent, and every layer', () => {
    const all = evasionFiles.flatMap(readEvasion);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(600);
    const harmless = all.filter(({ word }) => word === null);
    expect(harmless.length / all.length).toBeGreaterThanOrEqual(0.5);
    const seen = new Set([...tricks, ...unsure].flatMap(({ layers }) => layers));
    expect(layerNames.filter((name) => !seen.has(name))).toEqual([]);
  });

  it('certain layers find at least 98 % of the tricks', () => {
    const missed = tricks.filter(
      (line) => !hitsIn(line.text).some((hit) => isCertain(hit) && isOf(line)(hit)),
    );
    expect(1 - missed.length / tricks.length).toBeGreaterThanOrEqual(0.98);
  });

  it('certain layers hit at most 0.5 % of the innocent lines', () => {
    const wronged = innocent.filter(({ text }) => hitsIn(text).some(isCertain));
    expect(wronged.length / innocent.length).toBeLessThanOrEqual(0.005);
  });

  it('the other layers together hit at most 2 % of the innocent lines, with pinyin on', () => {
    const wronged = innocent.filter(({ text }) => hitsIn(text, withPinyin).length > 0);
    expect(wronged.length / innocent.length).toBeLessThanOrEqual(0.02);
  });

  it('unsure tricks are found, and none of them may act by itself', () => {
    const found = unsure.map((line) => hitsIn(line.text, withPinyin).find(isOf(line)));
    expect(unsure.filter((_, index) => found[index] === undefined).map(({ text }) => text)).toEqual([]);
    expect(found.filter((hit) => hit !== undefined && mayAct(hit))).toEqual([]);
  });

  it.each([...new Set(tricks.map(({ group }) => group))])('names the layers of %s', (group) => {
    for (const line of tricks) {
      if (line.group !== group || line.word === 'pattern') continue;
      const hit = hitsIn(line.text).find(isOf(line));
      expect([line.text, [...(hit?.layers ?? [])].sort()]).toEqual([line.text, [...line.layers].sort()]);
    }
  });

  it.each(['hold-out', 'hold-out-2', 'hold-out-3', 'hold-out-4', 'hold-out-5'] as const)(
    'meets the same bars on %s',
    (name) => {
      const held = readEvasion(`${name}-evasion`);
      const harmless = readEvasion(`${name}-innocent`);
      const missed = held.filter(
        (line) => !hitsIn(line.text).some((hit) => isCertain(hit) && isOf(line)(hit)),
      );
      const wronged = harmless.filter(({ text }) => hitsIn(text).some(isCertain));
      expect(1 - missed.length / held.length).toBeGreaterThanOrEqual(0.98);
      expect(wronged.length / harmless.length).toBeLessThanOrEqual(BAR_FOR[name]);
    },
  );

  it('meets them on words that no list has: found at all in 98 %, for certain in 97 %', () => {
    const own = matcherFor(ownWords());
    const held = readEvasion('own-words-evasion');
    const found = held.map((line) => hitsIn(line.text, own).filter(isOf(line)));
    expect(found.filter((hits) => hits.length > 0).length / held.length).toBeGreaterThanOrEqual(0.98);
    expect(found.filter((hits) => hits.some(isCertain)).length / held.length).toBeGreaterThanOrEqual(0.97);
    const wronged = readEvasion('own-words-innocent').filter(({ text }) => hitsIn(text, own).some(isCertain));
    expect(wronged.map(({ text }) => text)).toEqual([]);
  });
});
