import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../../main/launch/build.ts';
import { pick, seededRandom } from '../support/random.ts';
import { readMachine } from '../support/report/machine.ts';
import type { Fault } from './fault.ts';
import { faults } from './faults.ts';
import { type Round, writeFaultReport } from './report.ts';
import { playFaults } from './round.ts';
import { noSmallDisk } from './small-disk.ts';
import { openStage, type Stage } from './stage.ts';

/**
 * `npm run test:faults -- [--only TEXT[,TEXT]] [--rounds N] [--random-only] [--seed N] [--report]`: every fault alone, then
 * N rounds of two or three at once, chosen by the seed. Ends with the plain line that says how many held; `--report` writes
 * its part of docs/proof.md.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '6' },
    'random-only': { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    report: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const without = noSmallDisk();
const possible = faults.filter(({ needsDisk }) => needsDisk !== true || without === undefined);
const wanted = values.only.split(',');
const singles = values['random-only']
  ? []
  : possible.filter(({ name }) => wanted.some((text) => name.includes(text))).map((fault) => [fault]);

const random = seededRandom(seed);
const clash = (a: Fault, b: Fault): boolean =>
  (a.restarts === true && b.restarts === true) || (a.takesLivedeck === true && b.asksLivedeck === true);

/** Faults that can be on together: not two that end Livedeck, nor any that damage a file. */
const combine = (): Fault[] => {
  const some = new Set<Fault>();
  const quiet = possible.filter(({ reports }) => reports === undefined);
  const count = 2 + Math.floor(random() * 2);
  while (some.size < count) {
    const one = pick(random, quiet);
    if (![...some].some((other) => clash(one, other) || clash(other, one))) some.add(one);
  }
  // In the order of the list: what the service plays begins before the service is killed.
  return possible.filter((fault) => some.has(fault));
};
const combined = values.only === '' ? Array.from({ length: Number(values.rounds) }, combine) : [];

if (!isBuilt()) await build();
const command = ['npm run test:faults --', ...process.argv.slice(2)].join(' ');
const machine = values.report ? await readMachine(command, ['@tencentcloud/chat']) : undefined;
const root = resolve(import.meta.dirname, '../..');
mkdirSync(join(root, 'test-results'), { recursive: true });
/** Of what did not hold, below the project's folder: the report may name it on any machine. */
const pictureOf = (tag: string) => `test-results/faults-${tag}.png`;

/** The innermost reason: Node's `fetch` only says that it failed. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${reasonOf(error.cause)}`;
};

/** The first frame that showed what it must not, as a file; what a round says of it is a number only. */
const breachPicture = (stage: Stage, tag: string): readonly string[] => {
  const [first] = stage.breaches();
  if (first === undefined) return [];
  const picture = pictureOf(`${tag}-frame`);
  writeFileSync(join(root, picture), first.png);
  return [`the first of these frames: ${picture}`];
};

/** A round that cannot go on is broken too; the panel as it stood then tells why. */
const played = async (stage: Stage, together: readonly Fault[], tag: string): Promise<readonly string[]> => {
  try {
    const broken = await playFaults(stage, together, tag);
    return broken.length === 0 ? broken : [...broken, ...breachPicture(stage, tag)];
  } catch (error) {
    const picture = pictureOf(tag);
    const taken = await stage.parts.panel.screenshot({ path: join(root, picture) }).then(
      () => `; see ${picture}`,
      () => '',
    );
    return [`it could not go on: ${reasonOf(error)}${taken}`];
  }
};

const open = () => openStage({ seed, onSmallDisk: without === undefined });
let stage = await open();
const toPlay = [...singles, ...combined];
const rounds: Round[] = [];
for (const [index, together] of toPlay.entries()) {
  const began = performance.now();
  const broken = [...(await played(stage, together, `n${index}`))];
  const seconds = (performance.now() - began) / 1000;
  const isLast = index === toPlay.length - 1;
  // What one round left in disorder must not be held against the next.
  if (isLast || broken.length > 0) broken.push(...(await stage.close()).map((pid) => `left running: ${pid}`));
  if (!isLast && broken.length > 0) stage = await open();
  const names = together.map(({ name }) => name);
  rounds.push({ faults: names, seconds, broken });
  process.stdout.write(
    `${broken.length === 0 ? 'held  ' : 'BROKEN'} ${names.join(' + ')} (${seconds.toFixed(0)} s)\n`,
  );
  for (const line of broken) process.stdout.write(`         ${line}\n`);
}
const failed = rounds.filter(({ broken }) => broken.length > 0).length;
const skipped = faults.length - possible.length;
if (skipped > 0) process.stdout.write(`skipped: ${skipped} faults: ${without}\n`);
if (machine !== undefined) writeFaultReport(join(root, 'docs'), { machine, rounds, skipped });
process.stdout.write(`${rounds.length - failed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
