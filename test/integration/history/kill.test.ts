import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../../main/core/history/verify-file.ts';
import { must } from '../../unit/history/test-history.ts';

/** What a kill may cost (issue 5, item 6). */
const MOST_LOST_MS = 200;
const STORM_ITEMS = 1500;

const folder = mkdtempSync(join(tmpdir(), 'kill-'));
afterAll(() => rmSync(folder, { recursive: true }));
const historyFile = join(folder, 'history.db');
const journalFile = join(folder, 'journal.db');

const outputOf = async (child: ChildProcess, until: (said: string) => boolean): Promise<string> => {
  let said = '';
  child.stdout?.setEncoding('utf8');
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (until(said)) child.kill('SIGKILL');
  }
  return said;
};

type Said = {
  readonly items: readonly { readonly count: number; readonly at: number }[];
  readonly entries: string[];
};

/** Lets a console run in a storm and kills it without warning; what it had said by then. */
const stormAndKill = async (items: number): Promise<{ readonly pid: number } & Said> => {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./storm-child.ts', import.meta.url)), historyFile, journalFile],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const closed = once(child, 'close');
  const said = await outputOf(child, (text) => text.split('\nitem ').length * 10 > items);
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  const lines = said.split('\n').slice(0, -1);
  const words = lines.map((line) => line.split(' '));
  expect(words.filter(([kind]) => kind === 'report')).toEqual([]);
  return {
    pid: child.pid ?? 0,
    items: words.flatMap(([kind, count, at]) =>
      kind === 'item' ? [{ count: Number(count), at: Number(at) }] : [],
    ),
    entries: words.flatMap(([kind, id]) => (kind === 'entry' && id !== undefined ? [id] : [])),
  };
};

describe('a console that is killed in a storm', () => {
  it('loses at most the last 200 ms of its history, and neither file is damaged', async () => {
    const losses: number[] = [];
    let entries = 0;
    // Each round goes on with the files of the last one, so that a file outlives several kills.
    for (let round = 0; round < 4; round += 1) {
      const { pid, items, entries: journalled } = await stormAndKill(STORM_ITEMS + round * 370);
      entries += journalled.length;

      const db = new DatabaseSync(historyFile);
      expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      db.exec("INSERT INTO comment_grams (comment_grams, rank) VALUES ('integrity-check', 0)");
      const stored = new Set(
        db
          .prepare('SELECT id FROM items WHERE id LIKE ?')
          .all(`${pid}-%`)
          .map((row) => row.id),
      );
      db.close();
      const firstLost = items.find(({ count }) => !stored.has(`${pid}-${count}`));
      const last = items.at(-1);
      losses.push(firstLost === undefined || last === undefined ? 0 : last.at - firstLost.at);
      expect(stored.size).toBeGreaterThan(STORM_ITEMS / 2);

      const journal = must(await verifyFile(journalFile));
      expect(journal.entries).toBeGreaterThanOrEqual(entries);
      const all = new DatabaseSync(journalFile, { readOnly: true });
      const kept = new Set(
        all
          .prepare('SELECT id FROM entries')
          .all()
          .map((row) => row.id),
      );
      all.close();
      expect(journalled.filter((id) => !kept.has(id))).toEqual([]);
    }
    expect(Math.max(...losses)).toBeLessThanOrEqual(MOST_LOST_MS);
  });
});
