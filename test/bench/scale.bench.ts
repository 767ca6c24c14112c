import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finish } from './outcome.ts';
import { curvesOf, tableOf } from './scale/curve.ts';
import { openRoomsStage, type Reading } from './scale/rooms-stage.ts';

/**
 * Where one machine ends: processor time and memory of all of Livedeck against rooms × rate, over real sockets, with
 * the panel open. `npm run bench scale` (about three minutes, not part of `npm run bench`); with `--write` the table
 * and the plot in docs/scale.md are made anew.
 */
const ROOMS = [1, 5, 10, 20, 40] as const;
const RATES = [5, 40] as const;
const docs = resolve(import.meta.dirname, '../../docs');

const readings: Reading[] = [];
for (const rooms of ROOMS) {
  const stage = await openRoomsStage(rooms);
  try {
    for (const rate of RATES) {
      const reading = await stage.read(rate);
      readings.push(reading);
      console.log(JSON.stringify(reading));
    }
  } finally {
    await stage.close();
  }
}

if (process.argv.includes('--write')) {
  const file = join(docs, 'scale.md');
  const [before = '', after = ''] = readFileSync(file, 'utf8').split(
    /<!-- figures -->[\s\S]*<!-- end of figures -->/,
  );
  writeFileSync(file, `${before}<!-- figures -->\n${tableOf(readings)}\n<!-- end of figures -->${after}`);
  writeFileSync(join(docs, 'scale.svg'), curvesOf(readings));
}

const at = (rooms: number, perSecond: number) =>
  readings.find((one) => one.rooms === rooms && one.perSecond === perSecond);
finish({
  bench: 'scale',
  title: 'Scale',
  measures: `Main and feed process, and the browser with the panel, while every room gets so many messages a second over the rehearsal service; the service and its sender run on the same machine. Means of 8 s.`,
  figures: [
    { name: 'Console, 20 rooms × 5/s', value: at(20, 5)?.consoleCpu ?? null, unit: '% of a core' },
    { name: 'Console, 20 rooms × 40/s', value: at(20, 40)?.consoleCpu ?? null, unit: '% of a core' },
    { name: 'Console memory, 40 rooms × 40/s', value: at(40, 40)?.consoleMb ?? null, unit: 'MB' },
  ],
  contests: [],
});
