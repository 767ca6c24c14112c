import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { machineLine, readMachine } from '../support/report/machine.ts';
import { timeText } from '../support/report/numbers.ts';
import { putSection } from '../support/report/section.ts';

/**
 * `npm run test:hostile -- [--times N] [--report]`: everything that is fed with what nobody should send, with N (10) times
 * as many tries as in `npm test`. The tests that belong to one part alone lie with that part, and are run too. `--report`
 * writes its part of docs/proof.md.
 */
const { values } = parseArgs({
  options: { times: { type: 'string', default: '10' }, report: { type: 'boolean', default: false } },
});
const countsSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const root = resolve(import.meta.dirname, '../..');
const command = ['npm run test:hostile --', ...process.argv.slice(2)].join(' ');
const machine = values.report ? await readMachine(command, ['@tencentcloud/chat']) : undefined;
const outcomes = resolve(root, 'test-results/hostile.json');
rmSync(outcomes, { force: true });
const began = performance.now();
const run = spawnSync(
  process.execPath,
  [
    resolve(root, 'test/run.ts'),
    'test/hostile/',
    'test/contract/',
    'test/integration/rehearsal/hostile-input.test.ts',
    'test/integration/overlay/hostile-clients.test.ts',
    'test/integration/obs/hostile-obs.test.ts',
    'test/integration/im-admin/bad-input.test.ts',
    'test/integration/im-admin/faults.test.ts',
    'test/unit/accounts/keys-zip.test.ts',
    'test/unit/accounts/pass-text.test.ts',
    'test/unit/words/lists.test.ts',
    // More tries take more time.
    '--testTimeout=600000',
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${outcomes}`],
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LIVEDECK_FUZZ: values.times } },
);
if (machine !== undefined && !existsSync(outcomes)) {
  process.stderr.write('No report: the run ended before it had results. docs/proof.md stays as it was.\n');
} else if (machine !== undefined) {
  const counts = countsSchema.parse(JSON.parse(readFileSync(outcomes, 'utf8')));
  const all = counts.numPassedTests + counts.numFailedTests;
  putSection(resolve(root, 'docs/proof.md'), 'hostile input', [
    `**${counts.numPassedTests} of ${all} tests passed**, in ${timeText((performance.now() - began) / 1000)}; \`${machine.command}\` (${values.times} times the tries of \`npm test\`), ${machine.date}, ${machineLine(machine)}.`,
  ]);
}
process.exit(run.status ?? 1);
