import { type WordRule, wordRuleSchema } from '../../../main/contract/models/word-rule.ts';
import { compileRules, type Matcher, type MatcherOptions } from '../../../main/core/words/matcher.ts';

/** A word rule with the fields that a test is about; its ID is its text. */
export const rule = (text: string, fields: Partial<WordRule> = {}): WordRule =>
  wordRuleSchema.parse({ id: text, kind: 'word', text, level: 'block', ...fields });

export const pattern = (text: string, fields: Partial<WordRule> = {}): WordRule =>
  rule(text, { kind: 'pattern', ...fields });

/** A matcher for some words, each as a rule that blocks. */
export const matcherFor = (words: readonly (string | WordRule)[], options: MatcherOptions = {}): Matcher =>
  compileRules(
    words.map((word) => (typeof word === 'string' ? rule(word) : word)),
    options,
  );

/** What a matcher finds in a text: the characters, and the layers that it took. */
export const found = (matcher: Matcher, text: string): [string, string[]][] =>
  matcher.check({ text, nick: '' }, 0).hits.map((hit) => [text.slice(hit.start, hit.end), [...hit.layers]]);
