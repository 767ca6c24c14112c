import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run test:hostile -- [--times N]`: everything that is fed with what nobody should send, with N (10) times as many
 * tries as in `npm test`. The tests that belong to one part alone lie with that part, and are run too.
 */
const { values } = parseArgs({ options: { times: { type: 'string', default: '10' } } });
const root = resolve(import.meta.dirname, '../..');
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
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LIVEDECK_FUZZ: values.times } },
);
process.exit(run.status ?? 1);
