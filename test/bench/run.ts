import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build, isBuilt } from '../../main/launch/build.ts';

/** `npm run bench -- [NAME …] [--full]`: runs the benchmarks one after the other, each in a process of its own. */
if (!isBuilt()) await build();
const args = process.argv.slice(2);
const options = args.filter((one) => one.startsWith('--'));
const wanted = args.filter((one) => !one.startsWith('--'));
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)));

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}\n`);
let failed = 0;
for (const file of files) {
  console.log(`── ${file.replace('.bench.ts', '')}`);
  const run = spawnSync(process.execPath, [join(import.meta.dirname, file), ...options], {
    stdio: 'inherit',
  });
  if (run.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
