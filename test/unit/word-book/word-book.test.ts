import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsSchema } from '../../../main/contract/models/settings.ts';
import { defaultWordSettings } from '../../../main/contract/models/word-rule.ts';
import { patchOf } from '../../../main/contract/patch-of.ts';
import { openDocument } from '../../../main/core/settings/documents.ts';
import { readRuleLine, writeRuleLine } from '../../../main/core/word-book/rule-lines.ts';
import { createWordStore, wordsDocumentSchema } from '../../../main/core/word-book/words-document.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { bookOf, macrotask, rule } from './parts.ts';

const draft = (text: string, more = {}) => ({ ...rule(text), id: undefined, ...more });

describe('the word book', () => {
  it('saves what can be saved and tells each of the others why it was not', () => {
    const { book, changes } = bookOf({ rules: [rule('old')] });
    const fates = book.saveRules([
      draft('fresh'),
      draft('old'),
      draft('OLD'),
      draft('\u200b'),
      draft('(', { kind: 'pattern' }),
      draft('x'.repeat(101)),
      draft('lost', { groupId: 'nowhere' }),
      draft('fresh'),
    ]);
    expect(fates.map(({ fate }) => fate)).toEqual([
      'saved',
      'duplicate',
      'duplicate',
      'nothing-to-match',
      'bad-pattern',
      'too-long',
      'bad-entry',
      'duplicate',
    ]);
    expect(fates.filter(({ fate, reason }) => fate !== 'saved' && reason === undefined)).toEqual([]);
    expect([...book.rules().values()].map(({ text }) => text)).toEqual(['old', 'fresh']);
    expect(changes).toMatchObject([{ changed: [{ text: 'fresh' }], removed: [] }]);
  });

  it('changes a rule under its ID', () => {
    const { book } = bookOf({ rules: [rule('old')] });
    expect(book.saveRules([rule('old', { level: 'block' })])).toMatchObject([{ fate: 'saved' }]);
    expect([...book.rules().values()]).toMatchObject([{ id: 'rule.old', level: 'block' }]);
  });

  it('has room for 200 patterns and says so at the next', () => {
    const patterns = Array.from({ length: 200 }, (_, index) => rule(`a{${index + 1}}`, { kind: 'pattern' }));
    const { book } = bookOf({ rules: patterns });
    expect(book.saveRules([draft('b+', { kind: 'pattern' })])).toMatchObject([{ fate: 'over-limit' }]);
  });

  it('keeps the rules of a removed group unless they are to go with it', () => {
    const group = { id: 'g', name: 'G', on: true, strict: false };
    const first = { rules: [rule('a', { groupId: 'g' }), rule('b')], groups: [group] };
    const kept = bookOf(first).book;
    expect(kept.removeGroup('g', false)).toEqual({ ok: true, value: 0 });
    expect([...kept.rules().values()].map(({ groupId }) => groupId)).toEqual([null, null]);
    const emptied = bookOf(first).book;
    expect(emptied.removeGroup('g', true)).toEqual({ ok: true, value: 1 });
    expect(emptied.rules().size).toBe(1);
    expect(emptied.removeGroup('g', true)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('tells once that panic switched it to strict', () => {
    const { book, changes } = bookOf();
    book.setStrict(true);
    book.setStrict(true);
    expect([book.strict(), changes.length]).toEqual([true, 1]);
  });
});

const memoryFile = (content: unknown = {}) => {
  let value = content;
  let writes = 0;
  return {
    path: '/nowhere/words.json',
    read: () => value,
    write: (next: Readonly<Record<string, unknown>>) => {
      value = JSON.parse(JSON.stringify(next));
      writes += 1;
    },
    writes: () => writes,
  };
};

const storeOn = (file: ReturnType<typeof memoryFile>) => {
  const clock = createManualClock();
  const reports: string[] = [];
  const report = (text: { readonly en: string }) => reports.push(text.en);
  const document = openDocument({ file, schema: wordsDocumentSchema, now: clock.now, report });
  return { clock, reports, store: createWordStore({ document, clock, report }) };
};

describe('the stored word book', () => {
  const first = () => ({ rules: [rule('first')], groups: [], settings: defaultWordSettings });

  it('comes back as it was, all 2 500 rules in their order, with one write for changes at the same time', async () => {
    const file = memoryFile();
    const { store, clock } = storeOn(file);
    expect(store.load(first).rules).toHaveLength(1);
    const rules = Array.from({ length: 2500 }, (_, index) =>
      rule(`w${index}`, index % 7 === 0 ? { level: 'block', note: 'line\nbreak' } : {}),
    );
    const book = {
      rules,
      groups: [{ id: 'g', name: 'G', on: false, strict: true }],
      settings: defaultWordSettings,
    };
    store.save(() => book);
    store.save(() => book);
    clock.advance(50);
    while (file.writes() === 0) await macrotask();
    clock.advance(1000);
    expect(file.writes()).toBe(1);
    expect(storeOn(file).store.load(first)).toEqual(book);
  });

  it('stays empty when it was emptied', () => {
    const file = memoryFile();
    const { store } = storeOn(file);
    store.save(() => ({ rules: [], groups: [], settings: defaultWordSettings }));
    store.flush();
    expect(storeOn(file).store.load(first).rules).toEqual([]);
  });

  it('leaves out a line that it cannot read, and says how many', () => {
    const good = writeRuleLine(rule('good'));
    const file = memoryFile({ groups: [], pages: [`${good}\n{"id":1}\nnonsense`] });
    const { store, reports } = storeOn(file);
    expect(store.load(first).rules.map(({ text }) => text)).toEqual(['good']);
    expect(reports).toEqual([expect.stringContaining('2 of the word rules')]);
  });

  it('writes of a plain word only what is not as by default', () => {
    const line = writeRuleLine(rule('微信'));
    expect(JSON.parse(line)).toEqual({ id: 'rule.微信', kind: 'word', text: '微信' });
    expect(readRuleLine(line)).toEqual(rule('微信'));
  });
});

describe('a change of some settings', () => {
  it('does not touch the others', () => {
    expect(patchOf(settingsSchema).parse({ language: 'zh-CN' })).toEqual({ language: 'zh-CN' });
    expect(patchOf(settingsSchema).safeParse({ muteSeconds: 0 }).success).toBe(false);
    expect(patchOf(z.object({ a: z.string().default('x') })).safeParse({ b: 1 }).success).toBe(false);
  });
});
