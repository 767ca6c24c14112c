import type { Answer } from '../answer.ts';

/** Answers of sends by their key, so that a repeated request is answered again and not done again. */
export type Once = {
  recall(key: string, now: number): Promise<Answer> | Answer | undefined;
  remember(key: string, answer: Promise<Answer> | Answer, now: number): void;
};

/** "drops a duplicate within 5 min" (tencent-im A1, A6). */
const keepMs = 300_000;
const keepCount = 20_000;

export const createOnce = (): Once => {
  const kept = new Map<string, { readonly answer: Promise<Answer> | Answer; readonly at: number }>();
  return {
    recall(key, now) {
      const entry = kept.get(key);
      return entry !== undefined && now - entry.at < keepMs ? entry.answer : undefined;
    },
    remember(key, answer, now) {
      kept.delete(key);
      kept.set(key, { answer, at: now });
      // A Map remembers the order of insertion, so the oldest come first.
      for (const [oldest, entry] of kept) {
        if (kept.size <= keepCount && now - entry.at < keepMs) break;
        kept.delete(oldest);
      }
    },
  };
};
