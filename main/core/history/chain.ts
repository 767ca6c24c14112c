import { z } from 'zod';
import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { canonicalJson, chainHash, GENESIS } from './canonical.ts';
import { type JournalEvent, journalEventSchema } from './journal-events.ts';
import { type EntryState, foldEvent } from './journal-fold.ts';

/** What a sound journal amounts to. `head` noted elsewhere proves later that nothing was cut off or rewritten. */
export type SoundJournal = { readonly events: number; readonly entries: number; readonly head: string };

const broken = (n: number, why: Localized): AppError =>
  appError('damaged', {
    en: `The journal was changed at event ${n}: ${why.en}`,
    'zh-CN': `操作日志在第 ${n} 条记录处被改动：${why['zh-CN']}`,
  });

const whys = {
  text: { en: 'it is not an event as Livedeck writes it.', 'zh-CN': '内容不是 Livedeck 写入的格式。' },
  number: { en: 'an event is missing or out of order.', 'zh-CN': '有记录缺失或顺序不对。' },
  hash: { en: 'its content does not match its hash.', 'zh-CN': '内容与其哈希值不符。' },
  story: { en: 'it does not follow from the events before it.', 'zh-CN': '与之前的记录相矛盾。' },
  end: { en: 'events after it were removed or added.', 'zh-CN': '其后的记录被删除或添加。' },
} satisfies Record<string, Localized>;

/** An event as stored, under the number of its row or line. */
export type Link = { readonly n: number; readonly body: string; readonly hash: string };

const parseBody = (body: string): JournalEvent | undefined => {
  try {
    const parsed = journalEventSchema.safeParse(JSON.parse(body));
    return parsed.success && canonicalJson(parsed.data) === body ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Checks a chain link by link; feed it every event in order, then ask for the end. */
export const createChainCheck = () => {
  let head = GENESIS;
  let events = 0;
  const entries = new Map<string, EntryState>();
  const story = (event: JournalEvent): boolean => {
    const state = entries.get(event.entryId);
    if ((event.type === 'opened') !== (state === undefined)) return false;
    entries.set(event.entryId, foldEvent(state, event));
    return true;
  };

  return {
    /** `undefined` where the event is sound. */
    add: ({ n: place, body, hash }: Link): AppError | undefined => {
      const event = parseBody(body);
      const n = events + 1;
      if (event === undefined) return broken(n, whys.text);
      if (event.n !== n || place !== n) return broken(n, whys.number);
      if (chainHash(head, body) !== hash) return broken(n, whys.hash);
      if (!story(event)) return broken(n, whys.story);
      head = hash;
      events = n;
      return undefined;
    },
    /** Holds the chain against the end that was recorded for it. */
    finish: (expected: { readonly events: number; readonly head: string }): Result<SoundJournal> => {
      if (expected.events !== events || expected.head !== head) return err(broken(events, whys.end));
      return ok({ events, entries: entries.size, head });
    },
    states: (): ReadonlyMap<string, EntryState> => entries,
  };
};

/** Lines of an export that are no events. */
export const endLineSchema = z.strictObject({
  end: z.strictObject({ events: z.number().int().nonnegative(), head: z.string() }),
});
