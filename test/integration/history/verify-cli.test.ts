import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chainLines, writeExport } from '../../../main/core/history/journal-export.ts';
import { must } from '../../unit/history/test-history.ts';
import { done, opened, openTestJournal } from '../../unit/history/test-journal.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `npm run journal:verify -- …` runs. */
const verify = (language: string, ...args: string[]) => {
  const command = ['main/launch/with-own-node.mjs', 'main/core/history/verify-cli.ts', ...args];
  const run = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env: { LC_ALL: language },
  });
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() };
};

describe('npm run journal:verify', () => {
  it('says in the language of the terminal whether a journal is whole, and exits accordingly', async () => {
    const { journal } = openTestJournal(join(folder, 'journal.db'));
    must(journal.append([opened('a'), done('a')]));
    const { hash } = must(journal.head());
    const file = join(folder, 'journal.jsonl');
    must(await writeExport(file, chainLines(journal)));
    expect(verify('en_US.UTF-8', file)).toEqual({
      status: 0,
      said: `The journal is whole: 1 actions in 2 events. Head: ${hash}`,
    });
    expect(verify('zh_CN.UTF-8', join(folder, 'journal.db'))).toEqual({
      status: 0,
      said: `操作日志完整：2 条记录，1 个操作。末尾哈希：${hash}`,
    });
    journal.dispose();
  });

  it('exits with 1 for a changed journal and with 2 for a wrong question', () => {
    const file = join(folder, 'forged.jsonl');
    writeFileSync(file, `{"end":{"events":3,"head":"${'0'.repeat(64)}"}}\n`);
    expect(verify('C', file)).toEqual({
      status: 1,
      said: 'The journal was changed at event 0: events after it were removed or added.',
    });
    expect(verify('C').status).toBe(2);
    expect(verify('C', join(folder, 'nowhere')).status).toBe(2);
  });
});
