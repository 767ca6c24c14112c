import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHistory } from '../../../main/core/history/history.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { must, openTestHistory, said, silentLog } from '../../unit/history/test-history.ts';
import { opened, openTestJournal } from '../../unit/history/test-journal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const fileIn = (name = 'history.db') => join(folder, name);

const tryToOpen = (file: string) =>
  openHistory({ file, clock: createManualClock(), log: silentLog, appOf: () => 1, report: () => undefined });

/** Spoils the inner pages of a table as a bad disk would, sparing its ends and all other tables. */
const spoil = (file: string, table: string) => {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').all(table);
  const size = Number(db.prepare('PRAGMA page_size').get()?.page_size);
  db.close();
  const handle = openSync(file, 'r+');
  for (const { pageno } of pages.slice(10, -10))
    writeSync(handle, Buffer.alloc(size, 0xa5), 0, size, (Number(pageno) - 1) * size);
  closeSync(handle);
};

describe('a damaged history file', () => {
  it('that is no database is kept under a dated name, and a new one is begun', () => {
    writeFileSync(fileIn(), 'this is no database, but somebody may want it back'.repeat(100));
    const before = readFileSync(fileIn());
    const { history, reports } = openTestHistory({ file: fileIn() });
    history.addItems('main/room', [said('ann', 'new life')]);
    expect(must(history.search({ text: 'new life' })).hits).toHaveLength(1);
    history.dispose();
    const kept = readdirSync(folder).find((name) => name.includes('damaged')) ?? '';
    expect(kept).toBe('history.damaged-2025-10-09T08-53-20.db');
    expect(readFileSync(fileIn(kept))).toEqual(before);
    expect(reports).toEqual([
      {
        en: `The file history.db was damaged. It was kept as ${kept}, and a new one was begun.`,
        'zh-CN': `文件 history.db 已损坏。已另存为 ${kept}，并新建了一个文件。`,
      },
    ]);
  });

  it('whose damage shows while it is read is replaced on the spot, notes are carried over, storing goes on', () => {
    const first = openTestHistory({ file: fileIn() }).history;
    first.addItems(
      'main/room',
      Array.from({ length: 4000 }, (_, index) => said(`user${index % 40}`, `${'words '.repeat(9)}${index}`)),
    );
    must(first.setNote(1, 'user7', 'worth keeping'));
    first.dispose();
    spoil(fileIn(), 'items');

    const { history, reports } = openTestHistory({ file: fileIn() });
    const answers = [history.recent('main/room', { limit: 1000 }), history.search({ text: 'words 1' })];
    expect(answers.some((answer) => !answer.ok && answer.error.code === 'damaged')).toBe(true);
    expect(reports).toHaveLength(1);
    history.addItems('main/room', [said('ann', 'after the damage')]);
    expect(must(history.search({ text: 'after the damage' })).hits).toHaveLength(1);
    expect(must(history.marks())).toMatchObject([{ userId: 'user7', note: { text: 'worth keeping' } }]);
    history.dispose();
  });

  it('cut off in the middle never stops the console', () => {
    const first = openTestHistory({ file: fileIn() }).history;
    first.addItems(
      'main/room',
      Array.from({ length: 3000 }, (_, index) => said('ann', `words ${index}`)),
    );
    first.dispose();
    const whole = readFileSync(fileIn());
    for (const share of [0.1, 0.4, 0.7, 0.99]) {
      writeFileSync(fileIn(), whole.subarray(0, Math.floor(whole.length * share)));
      const { history } = openTestHistory({ file: fileIn() });
      history.addItems('main/room', [said('bob', 'still here')]);
      history.recent('main/room', { limit: 1000 });
      history.search({ text: 'words' });
      history.addItems('main/room', [said('bob', 'and here')]);
      expect(must(history.search({ text: 'and here', limit: 1 })).hits).toHaveLength(1);
      history.dispose();
    }
  });
});

describe('a history file that cannot be used', () => {
  it('of a newer Livedeck is left alone', () => {
    openTestHistory({ file: fileIn() }).history.dispose();
    const db = new DatabaseSync(fileIn());
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(fileIn());
    expect(tryToOpen(fileIn())).toMatchObject({
      error: {
        code: 'storage',
        text: { en: 'history.db was written by a newer Livedeck and cannot be read by this one.' },
      },
    });
    expect(readFileSync(fileIn())).toEqual(before);
  });

  it('for want of a folder or rights is told as a storage failure', () => {
    writeFileSync(fileIn('file'), '');
    mkdirSync(fileIn('folder'));
    for (const file of [fileIn('file/history.db'), fileIn('folder')]) {
      expect(tryToOpen(file)).toMatchObject({ ok: false, error: { code: 'storage' } });
    }
  });

  it('held by another program is told as such, and storing goes on when it lets go', () => {
    const { history, clock, reports } = openTestHistory({ file: fileIn() });
    const other = new DatabaseSync(fileIn());
    other.exec('BEGIN IMMEDIATE');
    history.addItems('main/room', [said('ann', 'patience')]);
    expect(history.flush()).toMatchObject({ ok: false, error: { code: 'storage', retryable: true } });
    other.exec('COMMIT');
    other.close();
    clock.advance(3000);
    expect(history.status()).toEqual({ waiting: 0, lost: 0 });
    expect(reports.map(({ en }) => en)).toEqual([
      'Another program is using Livedeck’s data file.',
      'The history is being stored again.',
    ]);
    history.dispose();
  });
});

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  it('is told once, and the file stays sound with all that was stored', () => {
    const child = fileURLToPath(new URL('./full-disk-child.ts', import.meta.url));
    // 4 000 blocks of 1 kB for any file; without the trap the system would end the process.
    const script = `trap '' XFSZ; ulimit -f 4000; exec "$0" "$1" "$2"`;
    const run = spawnSync('bash', ['-c', script, process.execPath, child, fileIn()], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const { reports, flushed, stored } = JSON.parse(run.stdout) as {
      reports: string[];
      flushed: boolean;
      stored: number;
    };
    expect(flushed).toBe(false);
    expect(reports).toHaveLength(1);
    const { history } = openTestHistory({ file: fileIn() });
    const found = must(history.user({ app: 1, userId: 'viewer0' })).comments;
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThanOrEqual(Math.ceil(stored / 9));
    history.dispose();
    const db = new DatabaseSync(fileIn());
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    db.close();
  });
});

describe('a damaged journal', () => {
  it('is kept under a dated name and reported, and a new chain begins', async () => {
    const file = fileIn('journal.db');
    writeFileSync(file, 'no database'.repeat(500));
    const { journal, reports } = openTestJournal(file);
    must(journal.append([opened('a')]));
    expect(must(await journal.verify()).events).toBe(1);
    expect(reports).toHaveLength(1);
    expect(readdirSync(folder).some((name) => name.startsWith('journal.damaged-'))).toBe(true);
    journal.dispose();
  });
});
