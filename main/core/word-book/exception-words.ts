import type { Comment } from '../../contract/models/feed-item.ts';
import type { Hit } from '../../contract/models/verdict.ts';
import { MAX_WORD_LENGTH, type WordRule } from '../../contract/models/word-rule.ts';
import { doubtOf } from '../words/doubts.ts';
import { createWordSegments } from '../words/word-segments.ts';
import type { WordsInMemory } from './word-book.ts';

/** Exceptions of one rule. */
const MOST_EXCEPTIONS = 1000;

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

/** Adds what was approved to the exceptions of the rules that held it; answers the words that are allowed now. */
export const allowWhatWasHeld = (
  book: Pick<WordsInMemory, 'rules' | 'saveRules'>,
  comment: Comment,
): string[] => {
  const found = exceptionWords(comment, book.rules());
  const drafts = [...found].flatMap(([ruleId, words]) => {
    const rule = book.rules().get(ruleId);
    if (rule === undefined || rule.except.words.length + words.length > MOST_EXCEPTIONS) return [];
    return [{ ...rule, except: { ...rule.except, words: [...rule.except.words, ...words] } }];
  });
  if (drafts.length === 0) return [];
  const fates = book.saveRules(drafts);
  const saved = new Set(fates.flatMap(({ id, fate }) => (fate === 'saved' ? (id ?? []) : [])));
  return [...new Set([...found].flatMap(([ruleId, words]) => (saved.has(ruleId) ? words : [])))];
};
