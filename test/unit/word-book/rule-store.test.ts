import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { defaultWordSettings, type WordBook } from '../../../main/contract/models/word-rule.ts';
import { writeRuleLine } from '../../../main/core/word-book/rule-lines.ts';
import { openRuleStore } from '../../../main/core/word-book/rule-store.ts';
import { temporaryDir } from '../../support/livedeck.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { macrotask, rule } from './parts.ts';

const first = (): WordBook => ({ rules: [rule('first')], groups: [], settings: defaultWordSettings });
const groups = [{ id: 'g', name: 'G', on: false, strict: true }];

/** A real SQLite file in a folder of its own, with the document of an earlier Livedeck where one is given. */
const openIn = (dir: string, book: { facts: Omit<WordBook, 'rules'> } = { facts: first() }) => {
  const clock = createManualClock();
  const reports: string[] = [];
  const path = join(dir, 'words.json');
  const store = openRuleStore({
    file: join(dir, 'words.db'),
    document: {
      path,
      read: () => JSON.parse(readFileSync(path, 'utf8')),
      write: () => {
        throw new Error('the old document is only read');
      },
    },
    clock,
    report: ({ en }) => reports.push(en),
    first,
    facts: () => book.facts,
  });
  return { store, clock, reports };
};
const rulesOf = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    rule(`w${index}`, index % 7 === 0 ? { note: 'line\nbreak' } : {}),
  );
const added = (rules: WordBook['rules']) => ({ changed: rules, removed: [], settings: false });
const rowsIn = (dir: string): number => {
  const db = new DatabaseSync(join(dir, 'words.db'), { readOnly: true });
  const { n } = db.prepare('SELECT count(*) AS n FROM rules').get() as { n: number };
  db.close();
  return n;
};

describe('the stored word book', () => {
  it('comes back as it was, rules in their order, a changed one in its place', () => {
    const dir = temporaryDir();
    const facts = { groups, settings: { ...defaultWordSettings, maxGap: 1 } };
    const { store } = openIn(dir, { facts });
    expect(store.book.rules.map(({ text }) => text)).toEqual(['first']);
    const rules = rulesOf(1000);
    store.save(added(rules));
    const changed = rule('w3', { level: 'block' });
    store.save({ changed: [changed], removed: ['rule.first', 'rule.w1'], settings: false });
    store.dispose();
    const expected = rules
      .filter(({ text }) => text !== 'w1')
      .map((one) => (one.text === 'w3' ? changed : one));
    expect(openIn(dir).store.book).toEqual({ ...facts, rules: expected });
  });

  it('is written a moment after a change, in slices that let other things run, and whole or not at all', async () => {
    const dir = temporaryDir();
    const { store, clock } = openIn(dir);
    store.save(added(rulesOf(5000)));
    clock.advance(50);
    await macrotask();
    expect(rowsIn(dir)).toBe(1);
    let turns = 0;
    while (rowsIn(dir) === 1) {
      turns += 1;
      await macrotask();
    }
    expect(turns).toBeGreaterThan(5);
    expect(rowsIn(dir)).toBe(5001);
    store.dispose();
  });

  it('has all that changed while a long write was on its way', async () => {
    const dir = temporaryDir();
    const { store, clock } = openIn(dir);
    store.save(added(rulesOf(2000)));
    clock.advance(50);
    await macrotask();
    store.save({ changed: [rule('late')], removed: ['rule.w7'], settings: false });
    store.dispose();
    const texts = openIn(dir).store.book.rules.map(({ text }) => text);
    expect(texts).toHaveLength(2001);
    expect(texts).toContain('late');
    expect(texts).not.toContain('w7');
  });

  it('stays empty when it was emptied', () => {
    const dir = temporaryDir();
    const { store } = openIn(dir);
    store.save({ changed: [], removed: ['rule.first'], settings: false });
    store.dispose();
    expect(openIn(dir).store.book.rules).toEqual([]);
  });

  it('takes over the document of an earlier Livedeck once, and keeps it under another name', () => {
    const dir = temporaryDir();
    const pages = [
      ['old', 'older'].map((word) => writeRuleLine(rule(word))).join('\n'),
      '{"id":1}\nnonsense',
    ];
    writeFileSync(join(dir, 'words.json'), JSON.stringify({ groups, settings: { maxGap: 2 }, pages }));
    const { store, reports } = openIn(dir);
    expect(store.book.rules.map(({ text }) => text)).toEqual(['old', 'older']);
    expect(store.book.settings.maxGap).toBe(2);
    expect(reports).toEqual([expect.stringContaining('2 of the word rules')]);
    store.dispose();
    expect(existsSync(join(dir, 'words.json'))).toBe(false);
    expect(existsSync(join(dir, 'words.moved.json'))).toBe(true);
    expect(openIn(dir).store.book.groups).toEqual(groups);
  });

  it('sets a damaged file aside, says so, and brings back every rule that can still be read', () => {
    const dir = temporaryDir();
    const { store } = openIn(dir);
    store.save(added(rulesOf(3000)));
    store.dispose();
    const file = join(dir, 'words.db');
    const size = readFileSync(file).length;
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, Math.floor(size / 2 / 4096) * 4096);
    closeSync(handle);
    const again = openIn(dir);
    expect(again.reports[0]).toContain('was damaged');
    expect(again.store.book.rules.length).toBeGreaterThan(2500);
    expect(readdirSync(dir).some((name) => name.startsWith('words.damaged-'))).toBe(true);
    again.store.dispose();
    expect(openIn(dir).store.book.rules).toHaveLength(again.store.book.rules.length);
  });

  it('begins anew where nothing of the file is left, and says so', () => {
    const dir = temporaryDir();
    writeFileSync(join(dir, 'words.db'), 'this is not a database at all, not one page of it');
    const { store, reports } = openIn(dir);
    expect(reports).toEqual([expect.stringContaining('was damaged')]);
    expect(store.book.rules.map(({ text }) => text)).toEqual(['first']);
    store.dispose();
  });

  it('leaves out a line that it cannot read, and says how many', () => {
    const dir = temporaryDir();
    openIn(dir).store.dispose();
    const db = new DatabaseSync(join(dir, 'words.db'));
    db.exec("INSERT INTO rules (id, line) VALUES ('x', 'nonsense')");
    db.close();
    const { store, reports } = openIn(dir);
    expect(store.book.rules).toHaveLength(1);
    expect(reports).toEqual([expect.stringContaining('1 of the word rules')]);
    store.dispose();
  });
});
