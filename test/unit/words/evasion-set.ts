import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { defaultWordSettings } from '../../../main/contract/models/word-rule.ts';
import { starterLists } from '../../../main/core/words/lists/starter-lists.ts';
import { compileRules, type Matcher } from '../../../main/core/words/matcher.ts';

const lineSchema = z.object({
  text: z.string(),
  /** The rule that must be found; `pattern` = any pattern rule; null = innocent. */
  word: z.string().nullable(),
  group: z.string(),
  layers: z.array(z.string()),
});
export type EvasionLine = z.infer<typeof lineSchema>;

export const evasionFiles = [
  'chinese-evasion',
  'english-evasion',
  'unsure-evasion',
  'chinese-innocent',
  'english-innocent',
  'hold-out-evasion',
  'hold-out-innocent',
  'hold-out-2-evasion',
  'hold-out-2-innocent',
  'hold-out-3-evasion',
  'hold-out-3-innocent',
  'hold-out-4-evasion',
  'hold-out-4-innocent',
  'hold-out-5-evasion',
  'hold-out-5-innocent',
  'own-words-evasion',
  'own-words-innocent',
] as const;

export const readEvasion = (name: (typeof evasionFiles)[number]): EvasionLine[] => {
  const file = new URL(`../../fixtures/evasion/${name}.json`, import.meta.url);
  return z.array(lineSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
};

/** The words that a streamer may add, which no list of ours was made with. */
export const ownWords = (): readonly string[] => {
  const file = new URL('../../fixtures/evasion/own-words.json', import.meta.url);
  return z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
};

/** All bundled lists on, as a streamer would have them, without the strict group. */
export const starterMatcher = (pinyin = false): Matcher => {
  const lists = starterLists();
  return compileRules(
    lists.flatMap((list) => list.rules),
    {
      groups: lists.map(({ group }) => ({ ...group, on: !group.strict })),
      settings: { ...defaultWordSettings, pinyin },
    },
  );
};
