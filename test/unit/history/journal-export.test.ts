import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../../main/core/history/csv.ts';
import { chainLines, entryTable, writeExport } from '../../../main/core/history/journal-export.ts';
import { verifyCommand } from '../../../main/core/history/verify-command.ts';
import { verifyFile } from '../../../main/core/history/verify-file.ts';
import { must } from './test-history.ts';
import { actionOf, done, opened, openTestJournal } from './test-journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a CSV export', () => {
  it('begins with a byte order mark and has a line for each entry, newest first', async () => {
    const { journal } = openTestJournal();
    must(journal.append([opened('a'), done('a'), opened('b', { action: actionOf('notice'), actor: 'ann' })]));
    const file = join(folder, 'all.csv');
    must(await writeExport(file, entryTable(journal)));
    const bytes = readFileSync(file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe(
      '"2025-10-09T08:53:20.000Z","Night show 夜场","main/room","moderator","mute","troll","喷子",600,,,"spam","加V 123",' +
        '"done","yes",,,,"forbid_send_msg → 0",,,"a"',
    );
    expect(lines[1]).toContain('"ann","notice",,,,,"hello","spam"');
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('holds only the entries of the filter', async () => {
    const { journal } = openTestJournal();
    for (let index = 0; index < 1200; index += 1) {
      must(journal.append([opened(`e${index}`, { actor: index % 2 === 0 ? 'ann' : 'bob' })]));
    }
    const file = join(folder, 'bob.csv');
    must(await writeExport(file, entryTable(journal, { actor: 'bob' })));
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(601);
    expect(lines.at(-1)).toContain('"e1"');
  });

  it('never holds a cell that a spreadsheet would run', () => {
    const attacks = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '\n=1',
      '\u0000=1',
      '＝1',
      '|calc',
      '=HYPERLINK("x")',
    ];
    for (const attack of attacks) {
      const cell = csvLine([attack]);
      expect(cell.startsWith(`"'`), JSON.stringify(attack)).toBe(true);
    }
    expect(csvLine(['a"b', 'c,d\r\ne', -7, undefined, '来了'])).toBe('"a""b","c,d\r\ne",-7,,"来了"\r\n');
  });
});

describe('a JSON Lines export', () => {
  it('passes the command that checks it, and a database does too', async () => {
    const db = join(folder, 'journal.db');
    const { journal } = openTestJournal(db);
    for (let index = 0; index < 700; index += 1)
      must(journal.append([opened(`e${index}`), done(`e${index}`)]));
    const file = join(folder, 'journal.jsonl');
    must(await writeExport(file, chainLines(journal)));
    const sound = must(await verifyFile(file));
    expect(sound).toMatchObject({ events: 1400, entries: 700 });
    expect(must(await verifyFile(db))).toEqual(sound);
    expect(await verifyCommand([file])).toMatchObject({ code: 0 });
    expect((await verifyCommand([db, '--head', sound.head])).text.en).toContain(
      'The journal is whole: 700 actions in 1400 events.',
    );
    expect(await verifyCommand([db, '--head', 'f'.repeat(64)])).toMatchObject({ code: 1 });
    journal.dispose();
  });

  it('cannot be written where there is no folder, and says so', async () => {
    const { journal } = openTestJournal();
    const answer = await writeExport(join(folder, 'no', 'such', 'file.jsonl'), chainLines(journal));
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage' } });
  });
});

describe('journal:verify', () => {
  it('explains itself when asked wrongly', async () => {
    for (const args of [[], ['a', 'b'], ['--what'], ['file', '--head']]) {
      const { code, text } = await verifyCommand(args);
      expect([code, text.en.startsWith('Usage:'), text['zh-CN'].startsWith('用法')]).toEqual([2, true, true]);
    }
  });

  it('tells a file that cannot be read from one that was changed', async () => {
    expect(await verifyCommand([join(folder, 'nowhere.jsonl')])).toMatchObject({ code: 2 });
  });
});
