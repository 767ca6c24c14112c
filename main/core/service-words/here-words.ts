import type { WordDifference } from '../../contract/models/service-words.ts';
import { type RuleGroup, ruleLevels, type WordRule } from '../../contract/models/word-rule.ts';
import type { ListWord } from './service-list.ts';

/** A word of a rule here. */
export type HereWord = ListWord & {
  readonly rule: WordRule;
  /** Its rule does not act by itself. */
  readonly off: boolean;
  /** It acts all the same, for as long as the panic lasts. */
  readonly forPanic: boolean;
};

/** What counts as the same word: the service does not tell case, and neither do we. Patterns are compared as they are. */
export const wordKey = ({ word, pattern }: ListWord): string =>
  pattern ? `p ${word}` : `w ${word.normalize('NFKC').toLowerCase()}`;

export type HereTerms = {
  readonly groups: ReadonlyMap<string, RuleGroup>;
  /** The strict groups are on. */
  readonly strict: boolean;
  readonly now: number;
};

const stateOf = (rule: WordRule, { groups, strict, now }: HereTerms): Pick<HereWord, 'off' | 'forPanic'> => {
  if (!rule.enabled || (rule.expiresAt !== null && rule.expiresAt <= now))
    return { off: true, forPanic: false };
  const group = rule.groupId === null ? undefined : groups.get(rule.groupId);
  const off = rule.groupId !== null && group?.on !== true;
  return { off, forPanic: off && strict && group?.strict === true };
};

/** The words of one rule: a rule's other spellings are words of their own to the service. */
export const wordsOf = (rule: WordRule, terms: HereTerms): HereWord[] => {
  const state = stateOf(rule, terms);
  if (rule.kind === 'pattern') return [{ word: rule.text, pattern: true, rule, ...state }];
  return [rule.text, ...rule.also].map((word) => ({ word, pattern: false, rule, ...state }));
};

/** Of two rules with the same word the one that acts by itself, then the one that acts for a panic, then the stronger. */
export const stronger = (one: HereWord, other: HereWord): HereWord => {
  if (one.off !== other.off) return one.off ? other : one;
  if (one.forPanic !== other.forPanic) return one.forPanic ? one : other;
  return ruleLevels.indexOf(other.rule.level) > ruleLevels.indexOf(one.rule.level) ? other : one;
};

/** Where a rule does less, or elsewhere, than a list for every room of the app. */
export const ruleDifferences = ({ rule, off, forPanic }: HereWord): WordDifference[] => {
  const { words, userIds, roles } = rule.except;
  const found: [boolean, WordDifference][] = [
    [off && !forPanic, 'off-here'],
    [!off && rule.level === 'flag', 'flag-here'],
    [rule.rooms !== null, 'some-rooms-here'],
    [!off && rule.expiresAt !== null, 'ends-here'],
    [words.length + userIds.length + roles.length > 0, 'exceptions-here'],
  ];
  return found.flatMap(([is, difference]) => (is ? [difference] : []));
};
