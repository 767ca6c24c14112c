import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importBySlices } from '../../../main/core/word-book/import-slices.ts';
import { createListDesk } from '../../../main/core/word-book/list-desk.ts';
import { createUploads } from '../../../main/core/word-book/uploads.ts';
import { createCharacters } from '../../../main/core/words/characters.ts';
import { importList } from '../../../main/core/words/lists/import-list.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { bookOf, rule } from './parts.ts';

const rig = (first: Parameters<typeof bookOf>[0] = {}) => {
  const clock = createManualClock();
  const { book, changes } = bookOf(first);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const uploads = createUploads({ clock, newId });
  const lists = createListDesk({ book, uploads, newId });
  const upload = (bytes: Uint8Array) => {
    let uploadId: string | undefined;
    for (let start = 0; start < Math.max(1, bytes.length); start += 150_000) {
      const piece = Buffer.from(bytes.subarray(start, start + 150_000)).toString('base64');
      const added = uploads.add(uploadId, piece);
      if (!added.ok) throw new Error(added.error.text.en);
      uploadId = added.value.uploadId;
    }
    return uploadId ?? '';
  };
  return { clock, book, changes, uploads, lists, upload };
};

const asList = (uploadId: string, more = {}) => ({
  uploadId,
  name: 'words.txt',
  format: undefined,
  level: 'block' as const,
  where: 'text' as const,
  anywhere: false,
  groupId: null,
  replace: 'none' as const,
  commit: true,
  ...more,
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('an imported list', () => {
  it('tells every line’s fate, and nothing goes in before it is committed', async () => {
    const { book, lists, upload } = rig({ rules: [rule('old')] });
    const uploadId = upload(bytesOf('fresh\n\nold\n# a remark\n\u200b\nfresh'));
    const report = await lists.import(asList(uploadId, { commit: false }));
    expect(report).toMatchObject({
      ok: true,
      value: { counts: { added: 1, empty: 1, duplicate: 2, comment: 1, 'nothing-to-match': 1 } },
    });
    expect(book.rules().size).toBe(1);
    expect(lists.lines({ uploadId, offset: 1, limit: 2, fates: undefined })).toMatchObject({
      value: { total: 6, lines: [{ fate: 'empty' }, { fate: 'duplicate', text: 'old' }] },
    });
    expect(await lists.import(asList(uploadId))).toMatchObject({ value: { committed: true } });
    expect([...book.rules().values()][1]).toMatchObject({ text: 'fresh', level: 'block', where: 'text' });
  });

  it('may take the place of all rules: what goes is told first, same words keep their rule, and it can be undone', async () => {
    const kept = rule('kept', { level: 'flag', note: 'mine' });
    const { book, changes, lists, upload } = rig({ rules: [rule('gone'), kept, rule('gone too')] });
    const uploadId = upload(bytesOf('KEPT\nfresh\n/(/'));
    const before = [...book.rules().values()];
    const told = await lists.import(asList(uploadId, { replace: 'all', commit: false }));
    expect(told).toMatchObject({
      value: {
        counts: { added: 1, duplicate: 1, 'bad-pattern': 1 },
        goes: { count: 2, words: ['gone', 'gone too'] },
        undoId: null,
      },
    });
    expect(lists.lines({ uploadId, offset: 0, limit: 9, fates: ['duplicate'] })).toMatchObject({
      value: { lines: [{ text: 'KEPT' }] },
    });
    expect([...book.rules().values()]).toEqual(before);
    const done = await lists.import(asList(uploadId, { replace: 'all' }));
    expect([...book.rules().values()].map(({ text }) => text)).toEqual(['kept', 'fresh']);
    expect(book.rules().get(kept.id)).toEqual(kept);
    expect(changes).toHaveLength(1);
    const undoId = done.ok ? (done.value.undoId ?? '') : '';
    expect(await lists.undoImport(undoId)).toEqual({ ok: true, value: { restored: 2, removed: 1 } });
    expect(new Set([...book.rules().values()])).toEqual(new Set(before));
    expect(await lists.undoImport(undoId)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('may take the place of one group only', async () => {
    const groups = [{ id: 'g', name: 'G', on: true, strict: false }];
    const rules = [rule('outside'), rule('inside', { groupId: 'g' })];
    const { book, lists, upload } = rig({ rules, groups });
    const list = asList(upload(bytesOf('outside\nfresh')), { replace: 'group', groupId: 'g' });
    expect(await lists.import(list)).toMatchObject({
      value: { counts: { added: 1, duplicate: 1 }, goes: { words: ['inside'] } },
    });
    expect([...book.rules().values()].map(({ text, groupId }) => [text, groupId])).toEqual([
      ['outside', null],
      ['fresh', 'g'],
    ]);
  });

  it('may be GBK, and comes in pieces', async () => {
    const { book, lists, upload } = rig();
    // 微信 and 加群 in GBK.
    const gbk = Uint8Array.of(0xce, 0xa2, 0xd0, 0xc5, 0x0a, 0xbc, 0xd3, 0xc8, 0xba);
    expect(await lists.import(asList(upload(gbk)))).toMatchObject({ value: { encoding: 'gb18030' } });
    expect([...book.rules().values()].map(({ text }) => text)).toEqual(['微信', '加群']);
    const long = Array.from({ length: 30_000 }, (_, index) => `word${index}`).join('\n');
    expect(await lists.import(asList(upload(bytesOf(long))))).toMatchObject({
      value: { counts: { added: 30_000 } },
    });
  });

  it('of any lines has the same fate in slices as in one go', async () => {
    const words = fc.constantFrom(
      'a',
      'A',
      'b',
      '',
      '# note',
      '/c+/',
      '/(/',
      '\u200b',
      'x'.repeat(101),
      ' a ',
    );
    const characters = createCharacters();
    const options = { format: 'txt' as const, existingGroups: [], existing: [rule('b')], characters };
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 40 }), fc.nat({ max: 3000 }), async (some, filler) => {
        const lines = [...some, ...Array.from({ length: filler }, (_, index) => `f${index % 1700}`), ...some];
        const read = async (how: typeof importBySlices | typeof importList) => {
          let ids = 0;
          const newId = () => {
            ids += 1;
            return `n${ids}`;
          };
          const report = await how(bytesOf(lines.join('\n')), { ...options, newId });
          return report.ok && { ...report.value, rules: report.value.rules.map(({ text }) => text) };
        };
        expect(await read(importBySlices)).toEqual(await read(importList));
      }),
      { numRuns: 15 },
    );
  });

  it('of more than 5 MB is refused with what to do', () => {
    const { uploads } = rig();
    const piece = Buffer.alloc(150_000).toString('base64');
    let last = uploads.add(undefined, piece);
    while (last.ok) last = uploads.add(last.value.uploadId, piece);
    expect(last).toMatchObject({
      error: { code: 'invalid-input', remedy: { en: 'Split it into several files.' } },
    });
  });

  it('is asked for again when it was uploaded too long ago, or its group is gone', async () => {
    const { clock, lists, upload } = rig();
    const uploadId = upload(bytesOf('x'));
    expect(await lists.import(asList(uploadId, { groupId: 'nowhere' }))).toMatchObject({
      error: { code: 'not-found' },
    });
    clock.sleep(700_000);
    expect(await lists.import(asList(uploadId))).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('comes out as JSON and goes in elsewhere as it was', async () => {
    const group = { id: 'g', name: 'Ads', on: true, strict: false };
    const { lists } = rig({
      rules: [rule('微信', { also: ['vx'], level: 'flag', groupId: 'g' }), rule('free')],
      groups: [group],
    });
    const exported = lists.export({ format: 'json', groupId: 'g' });
    expect(exported).toMatchObject({ name: 'livedeck-words.json', rules: 1 });
    const other = rig();
    const uploadId = other.upload(Buffer.from(exported.data, 'base64'));
    expect(await other.lists.import(asList(uploadId, { name: 'livedeck-words.JSON' }))).toMatchObject({
      ok: true,
    });
    const [copied] = other.book.rules().values();
    expect(copied).toMatchObject({ text: '微信', also: ['vx'], level: 'flag' });
    expect(other.book.groups()).toMatchObject([{ name: 'Ads' }]);
  });
});

describe('the bundled lists', () => {
  it('can be added, on at once, and added again without doubles', () => {
    const { book, lists } = rig();
    const all = lists.starters().lists;
    expect(all.filter(({ added }) => added)).toEqual([]);
    for (const { id } of [...all, ...all]) expect(lists.addStarter(id).ok).toBe(true);
    expect(book.rules().size).toBe(all.reduce((sum, { rules }) => sum + rules, 0));
    expect(book.groups().filter(({ on }) => !on)).toMatchObject([{ strict: true }]);
    expect(lists.addStarter('nonsense')).toMatchObject({ error: { code: 'not-found' } });
  });
});
