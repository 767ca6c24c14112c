import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../../main/launch/build.ts';
import { pick, seededRandom } from '../support/random.ts';
import { plot } from './plot.ts';
import { driftOf, type Measure, measures, type Reading, read } from './readings.ts';
import { openSoakStage, type SoakStage } from './soak-stage.ts';

/**
 * `npm run soak -- --minutes N [--rooms 5] [--seed N] [--warm-up N] [--out DIR]`: rooms at the cap with faults sprinkled
 * in and a VJ who acts. The feeds are filled in a flood first. Writes soak.json and soak.svg, prints the drift of every
 * measure after the warm-up, and fails where a heap, nodes or handles surely grow by more than 2 % an hour.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rooms: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    'warm-up': { type: 'string' },
    out: { type: 'string', default: resolve(import.meta.dirname, '../../test-results') },
  },
});
const minutes = Number(values.minutes);
const warmUp = Number(values['warm-up'] ?? Math.min(10, minutes / 3));
const EVERY_MS = 10_000;
const MOST_DRIFT = 2;
/** What must not grow. Latency and frames may go up and down, and resident memory is the allocator's business too. */
const mustNotGrow: readonly Measure[] = [
  'mainHeapMb',
  'feedHeapMb',
  'handles',
  'panelHeapMb',
  'panelNodes',
  'overlayHeapMb',
  'overlayNodes',
];
/** Deeds of the VJ between two looks. */
const DEEDS = 4;

const disturbances: readonly ((stage: SoakStage) => Promise<unknown>)[] = [
  ({ service }) => service.controlCall('drop', {}),
  ({ service }) => service.controlCall('faults', { rest: [{ kind: 'server-error', times: 3 }] }),
  ({ service }) => service.controlCall('faults', { rest: [{ kind: 'rate-limit', times: 3 }] }),
  ({ service }) => service.controlCall('faults', { duplicates: 3 }),
  ({ service }) => service.controlCall('faults', { duplicates: 0, outOfOrder: true }),
  ({ service }) => service.controlCall('faults', { outOfOrder: false }),
  ({ service }) => service.controlCall('expire', {}),
];

if (!isBuilt()) await build();
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
    if (look % 6 === 5) await pick(random, disturbances)(stage);
    await stage.act(DEEDS);
    const reading = await read(stage, Math.round(minuteNow() * 100) / 100, `probe ${look} of ${values.seed}`);
    readings.push(reading);
    process.stdout.write(`${JSON.stringify(reading)}\n`);
  }
} finally {
  await stage.close();
}

mkdirSync(values.out, { recursive: true });
const title = `${values.rooms} rooms at the cap for ${minutes} min, faults every minute`;
writeFileSync(join(values.out, 'soak.json'), `${JSON.stringify({ title, readings }, null, 1)}\n`);
writeFileSync(join(values.out, 'soak.svg'), plot(readings, title));
const settled = readings.filter(({ minute }) => minute >= warmUp);
let failed = 0;
for (const measure of Object.keys(measures) as Measure[]) {
  const drift = driftOf(settled, measure);
  if (drift === undefined) continue;
  const over = mustNotGrow.includes(measure) && drift.perHour - drift.give > MOST_DRIFT;
  if (over) failed += 1;
  const told = `${drift.perHour >= 0 ? '+' : ''}${drift.perHour.toFixed(1)} ± ${drift.give.toFixed(1)} % an hour`;
  process.stdout.write(
    `${measure.padEnd(14)} ${told} after ${warmUp.toFixed(1)} min${over ? `: over the limit of ${MOST_DRIFT} %` : ''}\n`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
