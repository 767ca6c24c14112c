import { type AppError, appError } from '../../contract/app-error.ts';
import type { ServiceList, WordDeed, WordOutcome } from '../../contract/models/service-words.ts';
import type { Result } from '../../contract/result.ts';
import type { AdminError } from '../im-admin/admin-error.ts';
import { plainError } from './ask-lists.ts';

/** Said and not there when read again. */
const notListed = appError(
  'unavailable',
  {
    en: 'The service took the word, but its list does not show it yet.',
    'zh-CN': '服务已接收该词，但词表中尚未显示。',
  },
  {
    remedy: { en: 'Read the list again in a few minutes.', 'zh-CN': '请过几分钟后重新读取词表。' },
    retryable: true,
  },
);
const stillListed = appError(
  'unavailable',
  {
    en: 'The service took the request, but the word is still on its list.',
    'zh-CN': '服务已接收请求，但该词仍在词表中。',
  },
  {
    remedy: { en: 'Read the list again in a few minutes.', 'zh-CN': '请过几分钟后重新读取词表。' },
    retryable: true,
  },
);
/** There was no room for it; it was not sent. */
export const listFull = (capacity: number) =>
  appError(
    'invalid-input',
    {
      en: `The list holds ${capacity} words and has no room left. The word was not sent.`,
      'zh-CN': `该词表最多 ${capacity} 个词，已无空位，该词未发送。`,
    },
    { remedy: { en: 'Take words off the list first.', 'zh-CN': '请先从词表中移除一些词。' } },
  );

export const actsBy = (list: ServiceList, at: number): number | null =>
  list.actsWithinMs === null ? null : at + list.actsWithinMs;

/** Codes for a value that does not fit, which elsewhere are about rooms (tencent-im A2, A10). */
const isAboutWord = ({ vendor }: AppError): boolean => vendor?.code === 10004 || vendor?.code === 2003;
const badWord: Pick<AppError, 'text' | 'remedy'> = {
  text: { en: 'The service does not take this word.', 'zh-CN': '服务不接受该词。' },
  remedy: {
    en: 'Its own words beside this say why. Shorten the word or write it in another way.',
    'zh-CN': '原因见旁边的服务原文。请缩短该词或换一种写法。',
  },
};

/** What became of one word that was sent or taken off. */
export const outcomeOf = (
  deed: WordDeed,
  list: ServiceList,
  result: Result<null, AdminError>,
  at: number,
): WordOutcome => {
  if (result.ok) return { deed, state: 'done', at, actsBy: actsBy(list, at) };
  const state = result.error.outcome === 'unknown' ? 'unknown' : 'failed';
  const error = plainError(result.error);
  return { deed, state, at, actsBy: null, error: isAboutWord(error) ? { ...error, ...badWord } : error };
};

/** The same after the list was read again: what is there counts, not what was said. */
export const confirmed = (outcome: WordOutcome, isThere: boolean): WordOutcome => {
  if (outcome.deed === 'take' || outcome.state === 'failed') return outcome;
  const wanted = outcome.deed === 'send';
  if (isThere === wanted) {
    const { error: _error, ...rest } = outcome;
    return { ...rest, state: 'done' };
  }
  if (outcome.state === 'unknown') return { ...outcome, state: 'failed' };
  return { ...outcome, state: 'unknown', error: wanted ? notListed : stillListed };
};
