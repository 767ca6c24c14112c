import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build, isBuilt } from '../main/launch/build.ts';
import { ensureBrowser } from './support/ensure-browser.ts';

/**
 * `npm test`: finds or installs a browser, builds what the end-to-end tests run, then runs every suite. Arguments are
 * handed on to Vitest, e.g. `npm test -- --project unit`.
 */
const root = resolve(import.meta.dirname, '..');
const browser = ensureBrowser((line) => process.stdout.write(`${line}\n`));
if (!isBuilt()) {
  process.stdout.write('Building Livedeck …\n');
  await build();
}
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LIVEDECK_TEST_BROWSER: browser },
});
process.exit(run.status ?? 1);
