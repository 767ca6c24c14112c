import type { Result } from '../../contract/result.ts';
import type { AdminError } from '../im-admin/admin-error.ts';
import { type Batch, isHopeless } from '../im-admin/batch.ts';
import type { ListWord } from './service-list.ts';

/** Requests under way at once; the client's own queue sets the pace. */
const AT_ONCE = 4;
/** So many refusals of single words one after the other are about the list, not about a word. */
const MOST_REFUSALS = 20;

const inParts = (words: readonly ListWord[], size: number): ListWord[][] => {
  const parts: ListWord[][] = [];
  for (const kind of [false, true]) {
    const same = words.filter(({ pattern }) => pattern === kind);
    for (let start = 0; start < same.length; start += size) parts.push(same.slice(start, start + size));
  }
  return parts;
};

/** A refusal for the sake of some word in it: halving the request finds that word. */
const isAboutOne = (error: AdminError): boolean =>
  error.outcome === 'not-done' && error.vendor !== undefined && !error.retryable && !isHopeless(error);

/**
 * Sends words a request at a time and tells of each word what became of it. A request that the service refuses whole is
 * halved until the word at fault stands alone. Ends early when cancelled, and when nothing more can succeed; words that
 * were not tried are not told of.
 */
export const sendInParts = async (
  words: readonly ListWord[],
  options: {
    readonly perCall: number;
    readonly signal: AbortSignal;
    readonly send: (part: readonly ListWord[], signal: AbortSignal) => Promise<Result<Batch, AdminError>>;
    readonly onWord: (word: ListWord, result: Result<null, AdminError>) => void;
  },
): Promise<void> => {
  const { signal, onWord } = options;
  const parts = inParts(words, options.perCall);
  let next = 0;
  let givenUp = false;
  let refusals = 0;

  const note = (word: ListWord, result: Result<null, AdminError>) => {
    refusals = result.ok ? 0 : refusals + 1;
    if (!result.ok && (isHopeless(result.error) || refusals >= MOST_REFUSALS)) givenUp = true;
    onWord(word, result);
  };

  const settle = (part: readonly ListWord[], answer: Result<Batch, AdminError>) => {
    if (!answer.ok && signal.aborted && answer.error.outcome === 'not-done') return;
    const results = answer.ok ? new Map(answer.value.map(({ item, result }) => [item, result])) : undefined;
    for (const word of part) {
      const own = results?.get(word.word) ?? (answer.ok ? undefined : answer);
      if (own !== undefined) note(word, own);
    }
  };

  const sendOrHalve = async (part: readonly ListWord[]): Promise<void> => {
    if (signal.aborted || givenUp || part.length === 0) return;
    const answer = await options.send(part, signal);
    if (answer.ok || part.length === 1 || signal.aborted || !isAboutOne(answer.error)) {
      settle(part, answer);
      return;
    }
    const middle = Math.ceil(part.length / 2);
    await sendOrHalve(part.slice(0, middle));
    await sendOrHalve(part.slice(middle));
  };

  const work = async (): Promise<void> => {
    for (let index = next++; index < parts.length; index = next++) await sendOrHalve(parts[index] ?? []);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, parts.length) }, work));
};
