import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { build, isBuilt } from '../../main/launch/build.ts';
import { readMachine } from '../support/report/machine.ts';
import { putSection } from '../support/report/section.ts';
import { type Run, speedLines } from './report/markdown.ts';
import { runBench } from './report/run-bench.ts';
import { writeReport } from './report/write-report.ts';

/** Packages on whose version a figure depends. */
const packages = [
  '@tencentcloud/chat',
  'react',
  '@tanstack/react-virtual',
  'react-virtuoso',
  'danmaku',
  'modern-ahocorasick',
  'mint-filter',
  'sensitive-word-tool',
  'obscenity',
];

/**
 * `npm run bench -- [NAME …] [--full] [--report]`: runs the benchmarks one after the other, each in a process of its
 * own; with `--report` writes docs/benchmarks.md with its plots and its part of docs/proof.md, which wants a machine with nothing else to do.
 */
if (!isBuilt()) await build();
const args = process.argv.slice(2);
const options = args.filter((one) => one.startsWith('--') && one !== '--report');
const wanted = args.filter((one) => !one.startsWith('--'));
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)));

const reported = args.includes('--report');
const machine = reported ? await readMachine(['npm run bench --', ...args].join(' '), packages) : undefined;
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}\n`);
const runs: Run[] = [];
let failed = 0;
for (const file of files) {
  const name = file.replace('.bench.ts', '');
  console.log(`── ${name}`);
  const { outcome, code, seconds } = await runBench(join(import.meta.dirname, file), options);
  runs.push({ name, outcome, seconds });
  if (code !== 0 || outcome === undefined) failed += 1;
}
if (machine !== undefined) {
  const docs = resolve(import.meta.dirname, '../../docs');
  writeReport(docs, runs, machine);
  if (wanted.length === 0) putSection(join(docs, 'proof.md'), 'speed', speedLines(runs, machine));
}
process.exit(failed === 0 ? 0 : 1);
