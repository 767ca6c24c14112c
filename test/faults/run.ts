import { parseArgs } from 'node:util';
import { build, isBuilt } from '../../main/launch/build.ts';
import { pick, seededRandom } from '../support/panel-host/random.ts';
import { type Fault, faults } from './faults.ts';
import { playFaults } from './round.ts';
import { noSmallDisk } from './small-disk.ts';
import { openStage } from './stage.ts';

/**
 * `npm run test:faults -- [--only TEXT] [--rounds N] [--seed N]`: every fault alone, then N rounds of two or three at
 * once, chosen by the seed. Ends with the plain line that says how many held.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const without = noSmallDisk();
const possible = faults.filter(({ needsDisk }) => needsDisk !== true || without === undefined);
const singles = possible.filter(({ name }) => name.includes(values.only)).map((fault) => [fault]);

const random = seededRandom(seed);
/** Faults that can be on together: not two that end the same process. */
const combine = (): Fault[] => {
  const some = new Set<Fault>();
  const quiet = possible.filter(({ reports }) => reports === undefined);
  const count = 2 + Math.floor(random() * 2);
  while (some.size < count) some.add(pick(random, quiet));
  return [...some];
};
const rounds = values.only === '' ? Array.from({ length: Number(values.rounds) }, combine) : [];

if (!isBuilt()) await build();
const stage = await openStage({ seed, onSmallDisk: without === undefined });
let failed = 0;
try {
  for (const [index, together] of [...singles, ...rounds].entries()) {
    const began = performance.now();
    const broken = await playFaults(stage, together, `n${index}`);
    const name = together.map((one) => one.name).join(' + ');
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    process.stdout.write(`${broken.length === 0 ? 'held  ' : 'BROKEN'} ${name} (${seconds} s)\n`);
    for (const line of broken) process.stdout.write(`         ${line}\n`);
    if (broken.length > 0) failed += 1;
  }
} finally {
  await stage.close();
}
const skipped = faults.length - possible.length;
if (skipped > 0) process.stdout.write(`skipped: ${skipped} fault: ${without}\n`);
process.stdout.write(
  `${singles.length + rounds.length - failed} passed, ${failed} failed, ${skipped} skipped\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
