import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journal } from '../../../main/core/history/journal.ts';
import type { NewJournalEvent } from '../../../main/core/history/journal-events.ts';
import { chainLines } from '../../../main/core/history/journal-export.ts';
import { strictLines } from '../../../main/core/history/strict-lines.ts';
import { verifyFile, verifyLines } from '../../../main/core/history/verify-file.ts';
import { must } from './test-history.ts';
import { actionOf, done, opened, openTestJournal } from './test-journal.ts';

const story: NewJournalEvent[] = [
  opened('a', { original: 'line\u2028separator "quoted" 喷子 \ud800 \ufffd' }),
  { type: 'sending', entryId: 'a', prior: { until: null, itemHidden: false } },
  done('a'),
  opened('b', { action: actionOf('notice'), reason: '' }),
  opened('c', { action: actionOf('unmute'), undoes: 'a' }),
  done('c'),
  { type: 'undone', entryId: 'a', by: 'c' },
];

const exported = async (journal: Journal): Promise<string> => {
  let text = '';
  for await (const piece of chainLines(journal)) text += must(piece);
  return text;
};
const chunked = async function* (bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += 97) yield bytes.subarray(start, start + 97);
};
const check = (bytes: Buffer) => verifyLines(strictLines(chunked(bytes)));

describe('the chain of an export', () => {
  let sound: Buffer = Buffer.alloc(0);
  beforeAll(async () => {
    const { journal } = openTestJournal();
    must(journal.append(story));
    sound = Buffer.from(await exported(journal));
  });
  const lines = () => sound.toString().slice(0, -1).split('\n');
  const joined = (list: readonly string[]) => Buffer.from(`${list.join('\n')}\n`);

  it('is whole when nothing was changed', async () => {
    const { events, entries } = must(await check(sound));
    expect({ events, entries }).toEqual({ events: 7, entries: 3 });
  });

  it('of an empty journal is whole too', async () => {
    const empty = await exported(openTestJournal().journal);
    expect(must(await check(Buffer.from(empty)))).toMatchObject({ events: 0, entries: 0 });
  });

  it('shows the change of any single byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const bytes = Buffer.from(sound);
        const index = place % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ change;
        expect((await check(bytes)).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('shows a byte too few or too many anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(255), async (place, byte) => {
        const index = place % sound.length;
        const without = Buffer.concat([sound.subarray(0, index), sound.subarray(index + 1)]);
        const withMore = Buffer.concat([
          sound.subarray(0, index),
          Buffer.from([byte]),
          sound.subarray(index),
        ]);
        expect((await check(without)).ok).toBe(false);
        expect((await check(withMore)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('shows a line that is missing, doubled, moved, or cut off with all after it', async () => {
    const all = lines();
    for (const index of all.keys()) {
      const without = all.toSpliced(index, 1);
      const doubled = all.toSpliced(index, 0, all[index] ?? '');
      const swapped = all
        .with(index, all[index + 1] ?? '')
        .with(index + 1 === all.length ? 0 : index + 1, all[index] ?? '');
      for (const changed of [without, doubled, swapped, all.slice(0, index)]) {
        expect((await check(joined(changed))).ok, `line ${index}`).toBe(false);
      }
    }
  });

  it('names the place in both languages', async () => {
    const changed = joined(
      lines().with(2, (lines()[2] ?? '').replace('"confirmed":true', '"confirmed":false')),
    );
    expect(await check(changed)).toMatchObject({
      error: {
        code: 'damaged',
        text: {
          en: 'The journal was changed at event 3: its content does not match its hash.',
          'zh-CN': '操作日志在第 3 条记录处被改动：内容与其哈希值不符。',
        },
      },
    });
  });

  it('is told apart from any other file', async () => {
    for (const other of [
      '',
      'hello\n',
      '{}\n',
      '[]\n',
      'null\n',
      '{"event":1}\n',
      '\u0000\u0001',
      'x'.repeat(2_000_000),
    ]) {
      const answer = await check(Buffer.from(other));
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
  });
});

describe('the chain in the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let count = 0;
  /** A journal of the story on the disk, changed by somebody with SQL. */
  const tamper = async (...sql: string[]) => {
    count += 1;
    const file = join(folder, `journal-${count}.db`);
    const before = openTestJournal(file).journal;
    must(before.append(story));
    before.dispose();
    const db = new DatabaseSync(file);
    for (const statement of ['DROP TRIGGER events_stay', 'DROP TRIGGER events_remain', ...sql])
      db.exec(statement);
    db.close();
    const { journal } = openTestJournal(file);
    const answer = await journal.verify();
    journal.dispose();
    return [answer.ok, (await verifyFile(file)).ok];
  };

  it('is whole when nothing was changed, also while the journal is open', async () => {
    expect(await tamper()).toEqual([true, true]);
    const file = join(folder, 'open.db');
    const { journal } = openTestJournal(file);
    must(journal.append(story));
    expect(must(await verifyFile(file)).events).toBe(7);
    journal.dispose();
  });

  it('shows a changed, forged, missing, moved or cut event', async () => {
    const changes = [
      `UPDATE events SET body = replace(body, 'spam', 'eggs') WHERE n = 1`,
      `UPDATE events SET body = body || ' ' WHERE n = 4`,
      `UPDATE events SET hash = '${'0'.repeat(64)}' WHERE n = 7`,
      `DELETE FROM events WHERE n = 1`,
      `DELETE FROM events WHERE n = 4`,
      `DELETE FROM events WHERE n = 7`,
      `UPDATE events SET n = 99 WHERE n = 7`,
      `INSERT INTO events SELECT 8, body, hash FROM events WHERE n = 7`,
      `UPDATE head SET n = 6, hash = (SELECT hash FROM events WHERE n = 6)`,
      `DELETE FROM head`,
    ];
    for (const sql of changes) expect(await tamper(sql), sql).toEqual([false, false]);
  });

  it('shows entries that do not follow from the events', async () => {
    expect(await tamper(`UPDATE entries SET state = replace(state, 'spam', 'eggs')`)).toEqual([false, true]);
  });

  it('cannot be changed by a program that does not first take the guards away', () => {
    const file = join(folder, 'guarded.db');
    const { journal } = openTestJournal(file);
    must(journal.append(story));
    const db = new DatabaseSync(file);
    expect(() => db.exec(`UPDATE events SET body = '' WHERE n = 1`)).toThrow('append-only');
    expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
    db.close();
    journal.dispose();
  });

  it('goes on where it left off after a restart', async () => {
    const file = join(folder, 'restart.db');
    const first = openTestJournal(file).journal;
    must(first.append(story));
    first.dispose();
    const { journal } = openTestJournal(file);
    must(journal.append([opened('d'), done('d')]));
    expect(must(await journal.verify())).toMatchObject({ events: 9, entries: 4 });
    journal.dispose();
  });

  it('refuses a database that is no journal, and a file that is not there', async () => {
    const file = join(folder, 'other.db');
    new DatabaseSync(file).exec('CREATE TABLE t (a)');
    expect(await verifyFile(file)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await verifyFile(join(folder, 'nowhere'))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await verifyFile(folder)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
