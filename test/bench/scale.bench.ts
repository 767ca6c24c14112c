import { launchBrowser } from '../support/browser.ts';
import { finish } from './outcome.ts';
import { readScale, type ScaleReading } from './scale/readings.ts';
import { openScaleStage } from './scale/scale-stage.ts';

/**
 * What rooms and comments cost: CPU and memory of the main and the feed process of the browser host against rooms ×
 * rate, without a window and with the panel open. Run with `npm run bench scale`; the last line is JSON.
 */
const ROOMS = [1, 5, 10, 20, 50] as const;
const MOST = 50;
/** A lively room, and the service's own limit for one (tencent-im D). */
const RATES = [10, 40] as const;
const CAP = 40;
const SECONDS = process.argv.includes('--full') ? 15 : 3.5;

const tell = (one: ScaleReading): void =>
  console.log(
    `${String(one.rooms).padStart(2)} rooms × ${one.perSecond}/s ${one.panel ? 'with the panel' : 'no window     '}: ` +
      `main ${one.mainCpu} % ${one.mainMb} MB, feed ${one.feedCpu} % ${one.feedMb} MB` +
      `${one.browserCpu === null ? '' : `, browser ${one.browserCpu} %`}; ${one.storedPerSecond}/s into the history, ${one.msEach} ms of both for each`,
  );

const stage = await openScaleStage(MOST);
const browser = await launchBrowser();
const readings: ScaleReading[] = [];
const take = async (rooms: number, perSecond: number, panel: boolean) => {
  const one = await readScale(stage, { rooms, perSecond, seconds: SECONDS }, panel ? browser : undefined);
  tell(one);
  readings.push(one);
};
try {
  for (const rooms of ROOMS) {
    await stage.openUpTo(rooms);
    for (const rate of RATES) await take(rooms, rate, false);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1000 }, locale: 'en' });
    await page.goto(stage.url);
    await page.locator('.feed').first().waitFor({ timeout: 90_000 });
    await take(rooms, CAP, true);
    await page.close();
  }
} finally {
  await browser.close();
  await stage.close();
}

const nameOf = ({ rooms, perSecond, panel }: ScaleReading) =>
  `${rooms} ${rooms === 1 ? 'room' : 'rooms'} × ${perSecond}/s${panel ? ', panel open' : ''}`;
const curve = (
  id: string,
  title: string,
  unit: string,
  value: (one: ScaleReading) => number,
  panel: boolean,
) => ({
  id,
  title,
  unit,
  better: 'lower' as const,
  bars: readings
    .filter((one) => one.panel === panel && (panel || one.perSecond === CAP))
    .map((one) => ({ name: `${one.rooms} × ${one.perSecond}/s`, value: value(one), ours: true })),
});

finish({
  bench: 'scale',
  title: 'Rooms and rate',
  measures:
    `The browser host with 1 to ${MOST} rooms of the rehearsal service, every room at ${RATES.join(' and ')} comments a second, ${SECONDS} s each: ` +
    'processor and memory (proportional set size) of the main process and of the feed process, with no window and with the panel open on all rooms. ' +
    'The service and the sender run on the same machine and are not counted.',
  figures: readings.flatMap((one) => [
    { name: `${nameOf(one)}: main process`, value: one.mainCpu, unit: '% of a core' },
    { name: `${nameOf(one)}: feed process`, value: one.feedCpu, unit: '% of a core' },
    ...(one.browserCpu === null
      ? []
      : [{ name: `${nameOf(one)}: the browser`, value: one.browserCpu, unit: '% of a core' }]),
    { name: `${nameOf(one)}: memory of both`, value: one.mainMb + one.feedMb, unit: 'MB' },
    { name: `${nameOf(one)}: into the history`, value: one.storedPerSecond, unit: '/s' },
    { name: `${nameOf(one)}: both for each comment`, value: one.msEach, unit: 'ms' },
  ]),
  contests: [
    curve(
      'processor',
      'Main and feed process, no window',
      '% of a core',
      (one) => one.mainCpu + one.feedCpu,
      false,
    ),
    curve('memory', 'Memory of both', 'MB', (one) => one.mainMb + one.feedMb, false),
    curve('browser', 'The browser with the panel', '% of a core', (one) => one.browserCpu ?? 0, true),
  ],
});
