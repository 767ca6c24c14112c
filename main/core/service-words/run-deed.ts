import { appError } from '../../contract/app-error.ts';
import type { AuditLabel, WordDeed, WordOutcome } from '../../contract/models/service-words.ts';
import { type RuleLevel, wordRuleSchema } from '../../contract/models/word-rule.ts';
import { otherThings } from '../other-things.ts';
import type { RuleDraft } from '../word-book/check-draft.ts';
import type { WordsInMemory } from '../word-book/word-book.ts';
import { listFull, outcomeOf } from './outcomes.ts';
import { sendInParts } from './send-parts.ts';
import type { ListWord, ServiceWordList } from './service-list.ts';

/** Rules saved in one go. */
const SAVED_AT_ONCE = 500;

export type Deed = {
  readonly deed: WordDeed;
  readonly list: ServiceWordList;
  readonly words: readonly ListWord[];
  /** Words that still fit on the service's list; null = not known. */
  readonly free: number | null;
  /** What a taken word does here. */
  readonly level: RuleLevel;
  /** What a sent word is about. */
  readonly label: AuditLabel;
  readonly book: WordsInMemory;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onWord: (word: ListWord, outcome: WordOutcome) => void;
};

const draftOf = ({ word, pattern }: ListWord, level: RuleLevel): RuleDraft => {
  const { id: _id, ...draft } = wordRuleSchema.parse({
    id: '-',
    kind: pattern ? 'pattern' : 'word',
    text: word,
    level,
    // The service looks for its words anywhere in a text.
    anywhere: true,
  });
  return draft;
};

/** Makes rules of the service's words; what cannot be one says why. */
const take = async ({ words, level, book, now, signal, onWord }: Deed): Promise<void> => {
  for (let start = 0; start < words.length && !signal.aborted; start += SAVED_AT_ONCE) {
    const part = words.slice(start, start + SAVED_AT_ONCE);
    const fates = book.saveRules(part.map((word) => draftOf(word, level)));
    for (const [index, word] of part.entries()) {
      const { fate, reason } = fates[index] ?? { fate: 'bad-entry' };
      const at = now();
      if (fate === 'saved') onWord(word, { deed: 'take', state: 'done', at, actsBy: at });
      else {
        const text = reason ?? { en: 'This word cannot be a rule.', 'zh-CN': '该词无法成为规则。' };
        onWord(word, {
          deed: 'take',
          state: 'failed',
          at,
          actsBy: null,
          error: appError('invalid-input', text),
        });
      }
    }
    await otherThings();
  }
};

/** Puts words on the service's list; what finds no room there is not sent. */
const send = async ({ list, words, free, label, now, signal, onWord }: Deed): Promise<void> => {
  const fitting = free === null ? words : words.slice(0, free);
  await sendInParts(fitting, {
    perCall: list.perCall,
    signal,
    send: (part, ends) => list.add(part, ends, label),
    onWord: (word, result) => onWord(word, outcomeOf('send', list.facts, result, now())),
  });
  const error = listFull(list.facts.capacity ?? 0);
  for (const word of words.slice(fitting.length))
    onWord(word, { deed: 'send', state: 'failed', at: now(), actsBy: null, error });
};

/** Does one deed for many words and tells of each what became of it. */
export const runDeed = async (run: Deed): Promise<void> => {
  if (run.deed === 'take') return take(run);
  if (run.deed === 'send') return send(run);
  const { list, words, now, signal } = run;
  return sendInParts(words, {
    perCall: list.perCall,
    signal,
    send: list.remove,
    onWord: (word, result) => run.onWord(word, outcomeOf('remove', list.facts, result, now())),
  });
};
