import type { ServiceList, ServiceWord, WordDifference } from '../../contract/models/service-words.ts';
import type { RuleGroup, WordRule, WordSettings } from '../../contract/models/word-rule.ts';
import { otherThings } from '../other-things.ts';
import { type HereWord, ruleDifferences, stronger, wordKey, wordsOf } from './here-words.ts';
import type { ListWord, ThereWord } from './service-list.ts';

/** Words compared in one go: about 8 ms. */
const SLICE = 2000;

const encoder = new TextEncoder();

export type Row = Omit<ServiceWord, 'outcome'> & { readonly key: string };

const barOf = (list: ServiceList, { word, pattern }: ListWord): Row['bar'] => {
  if (pattern && !list.takesPatterns) return 'pattern';
  return encoder.encode(word).length > list.maxBytes ? 'too-long' : null;
};

const isDoubtful = ({ safeCharacters }: ServiceList, { word, pattern }: ListWord): boolean =>
  !pattern && safeCharacters !== null && [...word].length > safeCharacters;

const differencesOf = (here: HereWord, there: ThereWord): WordDifference[] => [
  ...(here.word === there.word ? [] : (['written-differently'] as const)),
  ...(there.replaced ? (['replaced-there'] as const) : []),
  ...ruleDifferences(here),
];

type Terms = {
  readonly list: ServiceList;
  readonly rules: Iterable<WordRule>;
  readonly groups: readonly RuleGroup[];
  readonly settings: WordSettings;
  /** The strict groups are on. */
  readonly strict: boolean;
  readonly there: readonly ThereWord[];
  readonly now: number;
  /** Ends it early: something newer is to be compared. */
  readonly stopped: () => boolean;
};

const gatherHere = async ({ rules, groups, strict, now, stopped }: Terms): Promise<Map<string, HereWord>> => {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const here = new Map<string, HereWord>();
  let count = 0;
  for (const rule of rules) {
    for (const word of wordsOf(rule, { groups: byId, strict, now })) {
      const key = wordKey(word);
      const known = here.get(key);
      here.set(key, known === undefined ? word : stronger(known, word));
    }
    count += 1;
    if (count % SLICE === 0) await otherThings();
    if (stopped()) break;
  }
  return here;
};

/** Both sides of one list as rows: the words of the rules in their order, then what is only there. */
export const compareLists = async (terms: Terms): Promise<readonly Row[]> => {
  const { list, settings, stopped } = terms;
  const there = new Map(terms.there.map((word) => [wordKey(word), word]));
  const here = await gatherHere(terms);
  const allowed = new Set(settings.allow.map((word) => wordKey({ word, pattern: false })));
  const rows: Row[] = [];
  for (const [key, word] of here) {
    if (rows.length % SLICE === SLICE - 1) await otherThings();
    if (stopped()) return rows;
    const other = there.get(key);
    rows.push({
      key,
      word: other?.word ?? word.word,
      pattern: word.pattern,
      side: other === undefined ? 'here' : 'both',
      ruleId: word.rule.id,
      level: word.rule.level,
      off: word.off,
      forPanic: word.forPanic,
      differences: other === undefined ? [] : differencesOf(word, other),
      bar: other === undefined ? barOf(list, word) : null,
      doubtful: other === undefined && isDoubtful(list, word),
    });
  }
  for (const [key, word] of there) {
    if (here.has(key)) continue;
    const differences: WordDifference[] = [
      ...(allowed.has(key) ? (['allowed-here'] as const) : []),
      ...(word.replaced ? (['replaced-there'] as const) : []),
    ];
    const { pattern } = word;
    const side = 'there' as const;
    const none = { ruleId: null, level: null, off: false, forPanic: false, bar: null, doubtful: false };
    rows.push({ key, word: word.word, pattern, side, differences, ...none });
  }
  return rows;
};
