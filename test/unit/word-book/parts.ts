import type { Comment } from '../../../main/contract/models/feed-item.ts';
import { cleanVerdict, type Verdict } from '../../../main/contract/models/verdict.ts';
import {
  defaultWordSettings,
  type WordBook,
  type WordRule,
  wordRuleSchema,
} from '../../../main/contract/models/word-rule.ts';
import { type BookChange, createWordBook } from '../../../main/core/word-book/word-book.ts';

export const rule = (text: string, more: Partial<WordRule> = {}): WordRule =>
  wordRuleSchema.parse({ id: `rule.${text}`, kind: 'word', text, ...more });

export const comment = (text: string, more: Partial<Comment> = {}): Comment => ({
  id: `c.${text}`,
  at: 1000,
  receivedAt: 1000,
  kind: 'comment',
  person: { userId: 'troll', nick: 'Troll' },
  text,
  danmaku: false,
  own: false,
  verdict: cleanVerdict,
  ...more,
});

/** A verdict as the given rule would give it for its own word in this text. */
export const verdictFor = (by: WordRule, text: string, level: Verdict['level'] = by.level): Verdict => {
  const start = text.indexOf(by.text);
  const hit = { ruleId: by.id, word: by.text, field: 'text' as const, layers: [], level };
  return { level, hits: [{ ...hit, start, end: start + by.text.length }] };
};

export const bookOf = (first: Partial<WordBook> = {}) => {
  const changes: BookChange[] = [];
  let ids = 0;
  const book = createWordBook({
    first: { rules: [], groups: [], settings: defaultWordSettings, ...first },
    newId: () => {
      ids += 1;
      return `new-${ids}`;
    },
    onChange: (change) => changes.push(change),
  });
  return { book, changes };
};

export const macrotask = (): Promise<void> => new Promise((done) => setImmediate(done));
