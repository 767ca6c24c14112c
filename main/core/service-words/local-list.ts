import { ok } from '../../contract/result.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import { type ListWord, readPages, type ServiceWordList } from './service-list.ts';

const PAGE = 100;
/** 200 of these may be patterns (tencent-im A10). */
const CAPACITY = 10_000;

const typeOf = ({ pattern }: ListWord) => (pattern ? 'regex' : 'word');

/** The list of local moderation: viewers' SDKs load it at their next login and refuse its words themselves (A10). */
export const createLocalList = (
  admin: Pick<ImAdmin, 'getLocalAuditKeywords' | 'addLocalAuditKeywords' | 'deleteLocalAuditKeywords'>,
): ServiceWordList => ({
  facts: {
    id: 'local',
    kind: 'local',
    name: '',
    maxBytes: 200,
    safeCharacters: null,
    capacity: CAPACITY,
    takesPatterns: true,
    actsWithinMs: null,
  },
  perCall: 10,
  read: (signal, onRead) =>
    readPages(async (offset) => {
      const page = await admin.getLocalAuditKeywords({ offset, limit: PAGE }, { signal });
      if (!page.ok) return page;
      const words = page.value.words.map(({ keyword, type, filter }) => ({
        word: keyword,
        pattern: type === 'regex',
        replaced: filter === 'replace',
      }));
      return ok({ words, whole: words.length === PAGE });
    }, onRead),
  add: (words, signal) =>
    admin.addLocalAuditKeywords(
      { words: words.map((one) => ({ keyword: one.word, type: typeOf(one) })) },
      { signal },
    ),
  remove: (words, signal) =>
    admin.deleteLocalAuditKeywords(
      { words: words.map((one) => ({ keyword: one.word, type: typeOf(one) })) },
      { signal },
    ),
});
