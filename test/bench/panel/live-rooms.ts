import { launchBrowser } from '../../support/browser.ts';
import { wait } from '../browser-cost.ts';
import { type Spread, spread } from '../figures.ts';
import { openSender, pace } from '../sender.ts';
import { DRAIN_MS, droppedBy, type Stage, settled, withLiveRooms } from './live-stage.ts';
import { markOf, textOf } from './trace.ts';
import { longTasksOf, paintedRows, watchRows } from './watches.ts';

const ROOMS = 5;
/** The service's own limit for a room (tencent-im D). */
const PER_SECOND = 40;
const WARM_UP_S = 3;

export type LiveReading = {
  readonly rooms: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** From the feed process to the painted row, ms. */
  readonly rowMs: Spread;
  readonly longTasks: number;
  readonly longestTaskMs: number;
  readonly sent: number;
  /** What the service itself let go of, being over its budget for the room. */
  readonly droppedByService: number;
  readonly inHistory: number;
  readonly painted: number;
};

const watchStorm = async ({ service, dataDir, url }: Stage, seconds: number): Promise<LiveReading> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1000 }, locale: 'en' });
    await page.goto(url);
    await page
      .locator('.feed')
      .nth(ROOMS - 1)
      .waitFor();
    const sender = await openSender(service);
    for (const roomId of service.rooms) await sender.join(roomId);
    const say = (index: number) =>
      sender.say(service.rooms[index % ROOMS] ?? '', index, 'Normal', textOf(index));
    const perSecond = ROOMS * PER_SECOND;
    // Machine code of the hot paths is made in the first seconds of a run, not every evening.
    await pace(perSecond, WARM_UP_S, say);
    const first = perSecond * WARM_UP_S;
    await wait(DRAIN_MS);
    await service.controlCall('metrics/reset', {});
    await watchRows(page);
    await pace(perSecond, seconds, (index) => say(first + index));
    const stored = await settled(dataDir);
    const dropped = await droppedBy(service);
    const [painted, longTasks] = [await paintedRows(page), await longTasksOf(page)];
    sender.close();
    const sent = Array.from({ length: perSecond * seconds }, (_, index) => markOf(first + index));
    const times = sent.flatMap((mark) => {
      const [from, to] = [stored.get(mark), painted.get(mark)];
      return from === undefined || to === undefined ? [] : [to - from];
    });
    return {
      rooms: ROOMS,
      perSecond: PER_SECOND,
      seconds,
      rowMs: spread(times),
      longTasks: longTasks.length,
      longestTaskMs: Math.max(0, ...longTasks),
      sent: sent.length,
      droppedByService: dropped,
      inHistory: sent.filter((mark) => stored.has(mark)).length,
      painted: times.length,
    };
  } finally {
    await browser.close();
  }
};

/** The real panel of a real Livedeck whose five rooms are at the service's cap. */
export const readLiveRooms = (seconds: number): Promise<LiveReading> =>
  withLiveRooms(ROOMS, (stage) => watchStorm(stage, seconds));
