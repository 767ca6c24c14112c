import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StartCheckpointer } from '../../../main/core/history/checkpoints.ts';
import { threadCheckpointer } from '../../../main/hosts/node/checkpointer.ts';
import { testCheckpointer } from '../../support/test-checkpointer.ts';
import { must, openTestHistory, said, silentLog } from '../../unit/history/test-history.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const childScript = fileURLToPath(new URL('./checkpoint-child.ts', import.meta.url));
const file = () => join(folder, 'history.db');

/** Every byte that lies in the folder, read as Latin letters. */
const bytes = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');

/** Comments that are in the file itself, without its log. */
const inFileAlone = (): number => {
  const copy = join(folder, 'copy.db');
  copyFileSync(file(), copy);
  const db = new DatabaseSync(copy);
  try {
    const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'items'").get();
    return tables?.n === 0 ? 0 : Number(db.prepare('SELECT count(*) AS n FROM items').get()?.n);
  } finally {
    db.close();
    rmSync(copy);
  }
};

const open = (startCheckpointer: StartCheckpointer = testCheckpointer(silentLog)) => {
  const opened = openTestHistory({ file: file(), startCheckpointer });
  const { history, clock } = opened;
  let count = 0;
  return {
    ...opened,
    /** Comments, and so much time that the next of them has the log copied. */
    store: (comments: number, userId = 'ann') => {
      history.addItems(
        'main/room',
        Array.from({ length: comments }, () => {
          count += 1;
          return said(userId, `sentence number ${count} of ${userId}`);
        }),
      );
      must(history.flush());
      clock.advance(6_000);
    },
  };
};

describe('the log of the history', () => {
  it('is copied into the file while the history goes on', async () => {
    const { history, store } = open();
    store(300);
    expect(inFileAlone()).toBe(0);
    store(20);
    await vi.waitFor(() => expect(inFileAlone()).toBe(320), 10_000);
    expect(must(history.search({ text: 'number 320' })).hits).toHaveLength(1);
    history.dispose();
    expect(existsSync(`${file()}-wal`)).toBe(false);
  });

  it('may be in the midst of it when everything is deleted, and the new file is copied to as well', async () => {
    const { history, store } = open();
    store(4000);
    store(20);
    expect(must(history.forgetEverything()).rows).toBe(4020);
    expect(bytes()).not.toContain('sentence');
    store(7);
    store(1);
    await vi.waitFor(() => expect(inFileAlone()).toBe(8), 10_000);
    history.dispose();
  });

  it('keeps nothing of a person who is deleted in the midst of it', async () => {
    const { history, store } = open();
    store(3000, 'bob');
    store(50);
    expect(must(await history.forgetUser(1, 'bob'))).toBe(3000);
    expect(bytes()).not.toMatch(/sentence number \d+ of bob/);
    expect(must(history.search({ text: 'of ann' })).hits.length).toBeGreaterThan(0);
    history.dispose();
  });

  it('is waited for before a deleted person counts as gone', async () => {
    // Stands for a thread that the system lets run when it likes: until it is waited for, it has the log in use.
    let copying: DatabaseSync | undefined;
    const { history, store } = open((path) => ({
      begin: () => {
        if (copying !== undefined) return true;
        copying = new DatabaseSync(path);
        copying.exec('BEGIN; SELECT count(*) FROM items');
        return true;
      },
      settle: () => {
        copying?.close();
        copying = undefined;
      },
    }));
    store(300, 'bob');
    store(50);
    expect(must(await history.forgetUser(1, 'bob'))).toBe(300);
    expect(bytes()).not.toMatch(/sentence number \d+ of bob/);
    history.dispose();
  });

  it('holds no process up that is done', async () => {
    const child = spawn(process.execPath, [childScript, file()], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([0, null]);
  });

  it('is copied by the history itself where no thread can be had', async () => {
    const startCheckpointer = threadCheckpointer(join(folder, 'no-such-script.cjs'), silentLog);
    const { history, store } = open(startCheckpointer);
    await vi.waitFor(() => {
      store(10);
      expect(inFileAlone()).toBeGreaterThan(10);
    }, 10_000);
    history.dispose();
  });
});
