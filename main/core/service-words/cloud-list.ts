import { ok } from '../../contract/result.ts';
import type { AuditLibrary } from '../im-admin/commands/cloud-audit-words.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import { readPages, type ServiceWordList } from './service-list.ts';

const TWO_MINUTES_MS = 120_000;
const PAGE = 100;

/** One library of cloud moderation: the service itself refuses its words some two minutes later (tencent-im A10). */
export const createCloudList = (
  admin: Pick<ImAdmin, 'getCloudAuditKeywords' | 'addCloudAuditKeywords' | 'deleteCloudAuditKeywords'>,
  { id: libraryId, name }: AuditLibrary,
): ServiceWordList => ({
  facts: {
    id: `cloud:${libraryId}`,
    kind: 'cloud',
    name: name === '' ? libraryId : name,
    maxBytes: 200,
    safeCharacters: null,
    capacity: null,
    takesPatterns: false,
    actsWithinMs: TWO_MINUTES_MS,
  },
  perCall: 10,
  read: (signal, onRead) =>
    readPages(async (offset) => {
      const page = await admin.getCloudAuditKeywords({ libraryId, offset, limit: PAGE }, { signal });
      if (!page.ok) return page;
      const words = page.value.words.map(({ keyword }) => ({
        word: keyword,
        pattern: false,
        replaced: false,
      }));
      return ok({ words, whole: words.length === PAGE });
    }, onRead),
  add: (words, signal, label) => {
    const keywords = words.map(({ word }) => word);
    return admin.addCloudAuditKeywords({ libraryId, keywords, label }, { signal });
  },
  remove: (words, signal) => {
    const keywords = words.map(({ word }) => word);
    return admin.deleteCloudAuditKeywords({ libraryId, keywords }, { signal });
  },
});
