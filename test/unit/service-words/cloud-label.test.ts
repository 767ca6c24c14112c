import { describe, expect, it } from 'vitest';
import type { AuditLabel } from '../../../main/contract/models/service-words.ts';
import { ok } from '../../../main/contract/result.ts';
import { createCloudList } from '../../../main/core/service-words/cloud-list.ts';
import { runDeed } from '../../../main/core/service-words/run-deed.ts';
import { bookOf } from '../word-book/parts.ts';

/** A library that notes what it was asked for, and takes every word. */
const library = () => {
  const asked: { keywords: readonly string[]; label: AuditLabel }[] = [];
  const list = createCloudList(
    {
      getCloudAuditKeywords: async () => ok({ words: [], total: 0 }),
      addCloudAuditKeywords: async ({ keywords, label }) => {
        asked.push({ keywords, label });
        return ok(keywords.map((item) => ({ item, result: ok(null) })));
      },
      deleteCloudAuditKeywords: async () => ok([]),
    },
    { id: 'lib', name: 'Library', note: '', suggestion: 'Block' },
  );
  return { asked, list };
};

describe('a library of cloud moderation', () => {
  it('files new words as what the person chose, a few words a request', async () => {
    const { asked, list } = library();
    const done: string[] = [];
    await runDeed({
      deed: 'send',
      list,
      words: Array.from({ length: 12 }, (_, index) => ({ word: `w${index}`, pattern: false })),
      free: null,
      level: 'block',
      label: 'Ad',
      book: bookOf().book,
      now: () => 0,
      signal: new AbortController().signal,
      onWord: ({ word }, { state }) => done.push(`${word} ${state}`),
    });
    expect(asked.map(({ keywords, label }) => [keywords.length, label])).toEqual([
      [10, 'Ad'],
      [2, 'Ad'],
    ]);
    expect(done).toHaveLength(12);
  });
});
