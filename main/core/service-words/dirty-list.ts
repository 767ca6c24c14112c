import { ok } from '../../contract/result.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import type { ServiceWordList } from './service-list.ts';

const HOUR_MS = 3_600_000;

/**
 * The old list of `openim_dirty_words`. Its documents contradict each other: 50 words a request and 200 bytes a word, or
 * 100 words and 10 characters; 5000 words in all are advised; a change acts within the hour (tencent-im A10).
 */
export const createDirtyList = (
  admin: Pick<ImAdmin, 'getDirtyWords' | 'addDirtyWords' | 'deleteDirtyWords'>,
): ServiceWordList => ({
  facts: {
    id: 'dirty',
    kind: 'dirty',
    name: '',
    maxBytes: 200,
    safeCharacters: 10,
    capacity: 5000,
    takesPatterns: false,
    actsWithinMs: HOUR_MS,
  },
  perCall: 50,
  read: async (signal, onRead) => {
    const read = await admin.getDirtyWords({ signal });
    if (!read.ok) return read;
    onRead(read.value.length);
    return ok(read.value.map((word) => ({ word, pattern: false, replaced: false })));
  },
  add: (words, signal) => admin.addDirtyWords({ words: words.map(({ word }) => word) }, { signal }),
  remove: (words, signal) => admin.deleteDirtyWords({ words: words.map(({ word }) => word) }, { signal }),
});
