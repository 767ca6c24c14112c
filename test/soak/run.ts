import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../../main/launch/build.ts';
import { pick, seededRandom } from '../support/random.ts';
import { readMachine } from '../support/report/machine.ts';
import { disturbances } from './disturbances.ts';
import { plot } from './plot.ts';
import { type Reading, read } from './readings.ts';
import { writeSoakReport } from './report.ts';
import { openSoakStage } from './soak-stage.ts';
import { driftText, ENOUGH, judge, MOST_DRIFT, WARM_UP } from './verdict.ts';

/**
 * `npm run soak -- [--minutes N] [--rooms 5] [--seed N] [--warm-up N] [--out DIR] [--report]`: rooms at the cap with
 * faults sprinkled in and a VJ who acts. The feeds are filled in a flood first. Writes soak.json and soak.svg, prints the
 * drift of every measure after the warm-up, and fails where a heap, nodes or handles surely grow by more than 2 % an hour.
 * A run that is too short to judge says so and only shows what it read. `--report` writes its part of docs/proof.md.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '75' },
    rooms: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    'warm-up': { type: 'string' },
    report: { type: 'boolean', default: false },
    out: { type: 'string', default: resolve(import.meta.dirname, '../../test-results') },
  },
});
const minutes = Number(values.minutes);
const warmUp = Number(values['warm-up'] ?? (minutes > WARM_UP ? WARM_UP : minutes / 3));
const EVERY_MS = 10_000;
/** Looks between two at the pages, of which there is one a minute. */
const PAGES_EVERY = 6;
/** Deeds of the VJ between two looks. */
const DEEDS = 4;

if (!isBuilt()) await build();
const command = ['npm run soak --', ...process.argv.slice(2)].join(' ');
const machine = values.report ? await readMachine(command, ['@tencentcloud/chat']) : undefined;
const stage = await openSoakStage({ rooms: Number(values.rooms), seed: Number(values.seed) });
const random = seededRandom(Number(values.seed));
const readings: Reading[] = [];
await stage.fill().catch(async (error: unknown) => {
  await stage.close();
  throw error;
});
const began = performance.now();
const minuteNow = () => (performance.now() - began) / 60_000;
try {
  for (let look = 0; minuteNow() < minutes; look += 1) {
    const next = began + look * EVERY_MS;
    await new Promise((done) => setTimeout(done, Math.max(0, next - performance.now())));
    if (look % 6 === 5) await pick(random, disturbances)(stage.service);
    await stage.act(DEEDS);
    const reading = await read(stage, {
      minute: Math.round(minuteNow() * 100) / 100,
      probe: `probe ${look} of ${values.seed}`,
      withPages: look % PAGES_EVERY === 2,
    });
    readings.push(reading);
    process.stdout.write(`${JSON.stringify(reading)}\n`);
  }
} finally {
  await stage.close();
}

mkdirSync(values.out, { recursive: true });
const title = `${values.rooms} rooms at the cap for ${values.minutes} min, faults every minute`;
const picture = plot(readings, title);
writeFileSync(join(values.out, 'soak.json'), `${JSON.stringify({ title, readings }, null, 1)}\n`);
writeFileSync(join(values.out, 'soak.svg'), picture);
const judged = judge(readings, warmUp);
for (const { measure, drift, over } of judged) {
  const told = over === true ? `: over the limit of ${MOST_DRIFT} %` : '';
  process.stdout.write(
    `${measure.padEnd(14)} ${driftText(drift)} an hour after ${warmUp.toFixed(1)} min${told}\n`,
  );
}
if (judged.every(({ over }) => over === undefined))
  process.stdout.write(
    `Too short to judge: that takes ${ENOUGH} min after a warm-up, which takes ${WARM_UP}.\n`,
  );
if (machine !== undefined)
  writeSoakReport(resolve(import.meta.dirname, '../../docs'), {
    machine,
    rooms: Number(values.rooms),
    minutes,
    warmUp,
    judged,
    plot: picture,
  });
process.exitCode = judged.some(({ over }) => over) ? 1 : 0;
