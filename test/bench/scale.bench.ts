import type { Browser } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { finish } from './outcome.ts';
import { readScale, type ScaleReading } from './scale/readings.ts';
import { openScaleStage, type ScaleStage } from './scale/scale-stage.ts';

/**
 * What rooms and comments cost: CPU and memory of the main process and the feed processes of the browser host against rooms ×
 * rate, without a window and with the panel open. Run with `npm run bench scale`; the last line is JSON.
 */
const ROOMS = [1, 5, 20, 50] as const;
const MOST = 50;
/** A lively room, measured at the most rooms; and the service's own limit for one (tencent-im D). */
const LIVELY = 10;
const CAP = 40;
/** Rooms where the service lets a user be in one only. */
const SEATS = [5, 10] as const;
const MOST_SEATS = 10;
const SECONDS = process.argv.includes('--full') ? 15 : 3;

const tell = (one: ScaleReading): void =>
  console.log(
    `${String(one.rooms).padStart(2)} rooms × ${one.perSecond}/s ${one.panel ? 'with the panel' : 'no window     '}: ` +
      `main ${one.mainCpu} % ${one.mainMb} MB, ${one.feedProcesses} feed ${one.feedCpu} % ${one.feedMb} MB` +
      `${one.browserCpu === null ? '' : `, browser ${one.browserCpu} %`}; ${one.storedPerSecond}/s into the history, ${one.msEach} ms of all for each`,
  );

const readings: ScaleReading[] = [];
const take = async (
  stage: ScaleStage,
  load: { readonly rooms: number; readonly perSecond: number },
  browser?: Browser,
) => {
  const one = await readScale(stage, { ...load, seconds: SECONDS }, browser);
  tell(one);
  readings.push(one);
};

const withOneFeedProcess = async () => {
  const stage = await openScaleStage(MOST, 'multi');
  const browser = await launchBrowser();
  try {
    for (const rooms of ROOMS) {
      await stage.openUpTo(rooms);
      if (rooms === MOST) await take(stage, { rooms, perSecond: LIVELY });
      await take(stage, { rooms, perSecond: CAP });
      const page = await browser.newPage({ viewport: { width: 1920, height: 1000 }, locale: 'en' });
      await page.goto(stage.url);
      await page.locator('.feed').first().waitFor({ timeout: 90_000 });
      await take(stage, { rooms, perSecond: CAP }, browser);
      await page.close();
    }
  } finally {
    await browser.close();
    await stage.close();
  }
};

const withOneFeedProcessEach = async () => {
  const stage = await openScaleStage(MOST_SEATS, 'strict');
  try {
    for (const rooms of SEATS) {
      await stage.openUpTo(rooms);
      await take(stage, { rooms, perSecond: CAP });
    }
  } finally {
    await stage.close();
  }
};

await withOneFeedProcess();
await withOneFeedProcessEach();

const ownProcesses = ({ feedProcesses }: ScaleReading) => feedProcesses > 1;
const nameOf = (one: ScaleReading) =>
  `${one.rooms} ${one.rooms === 1 ? 'room' : 'rooms'} × ${one.perSecond}/s` +
  `${one.panel ? ', panel open' : ''}${ownProcesses(one) ? ', a feed process each' : ''}`;
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
    .filter((one) => one.panel === panel && one.perSecond === CAP)
    .map((one) => ({
      name: `${one.rooms} × ${one.perSecond}/s${ownProcesses(one) ? ', a feed process each' : ''}`,
      value: value(one),
      ours: true,
    })),
});

finish({
  bench: 'scale',
  title: 'Rooms and rate',
  measures:
    `The browser host with 1 to ${MOST} rooms of the rehearsal service, every room at ${CAP} comments a second, at ${MOST} rooms also at ${LIVELY}, ${SECONDS} s each: ` +
    'processor and memory (proportional set size) of the main process and of the feed processes, with no window and with the panel open on all rooms; ' +
    'then where the service lets a user be in one room only, so that each has a feed process of its own. ' +
    'The service and the sender run on the same machine and are not counted.',
  figures: readings.flatMap((one) => [
    { name: `${nameOf(one)}: main process`, value: one.mainCpu, unit: '% of a core' },
    {
      name: `${nameOf(one)}: feed ${ownProcesses(one) ? 'processes' : 'process'}`,
      value: one.feedCpu,
      unit: '% of a core',
    },
    ...(one.browserCpu === null
      ? []
      : [{ name: `${nameOf(one)}: the browser`, value: one.browserCpu, unit: '% of a core' }]),
    { name: `${nameOf(one)}: memory of all`, value: one.mainMb + one.feedMb, unit: 'MB' },
    { name: `${nameOf(one)}: into the history`, value: one.storedPerSecond, unit: '/s' },
    { name: `${nameOf(one)}: all for each comment`, value: one.msEach, unit: 'ms' },
  ]),
  contests: [
    curve(
      'processor',
      'Main and feed processes, no window',
      '% of a core',
      (one) => one.mainCpu + one.feedCpu,
      false,
    ),
    curve('memory', 'Memory of all', 'MB', (one) => one.mainMb + one.feedMb, false),
    curve('browser', 'The browser with the panel', '% of a core', (one) => one.browserCpu ?? 0, true),
  ],
});
