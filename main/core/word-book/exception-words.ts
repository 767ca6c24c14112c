import type { Comment } from '../../contract/models/feed-item.ts';
import type { Hit } from '../../contract/models/verdict.ts';
import { MAX_WORD_LENGTH, type WordRule } from '../../contract/models/word-rule.ts';
import { doubtOf } from '../words/doubts.ts';
import { createWordSegments } from '../words/word-segments.ts';

const same = (one: string, other: string) =>
  one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();

/**
 * The harmless words that an approved comment teaches its rules: the longer word that a hit lies in, else the characters
 * as they were written. Where those are the rule's own word, allowing them would end the rule, so that the whole text is
 * allowed in their place, if it is more than the word.
 */
export const exceptionWords = (
  comment: Comment,
  rules: ReadonlyMap<string, WordRule>,
): ReadonlyMap<string, readonly string[]> => {
  const segments = createWordSegments();
  const wordOf = (hit: Hit, rule: WordRule): string | undefined => {
    const text = hit.field === 'text' ? comment.text : comment.person.nick;
    const container = doubtOf(segments, text, hit)?.container;
    const candidates = [container, text.slice(hit.start, hit.end), text.trim()];
    return candidates.find(
      (word) =>
        word !== undefined &&
        word !== '' &&
        [...word].length <= MAX_WORD_LENGTH &&
        ![rule.text, ...rule.also].some((own) => same(own, word)),
    );
  };

  const found = new Map<string, string[]>();
  for (const hit of comment.verdict.hits) {
    const rule = rules.get(hit.ruleId);
    if (rule === undefined || hit.level === 'flag') continue;
    const word = wordOf(hit, rule);
    if (word === undefined || rule.except.words.includes(word)) continue;
    found.set(rule.id, [...new Set([...(found.get(rule.id) ?? []), word])]);
  }
  return found;
};
