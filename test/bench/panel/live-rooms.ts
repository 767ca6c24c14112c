import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { launchBrowser } from '../../support/browser.ts';
import { keyHolder } from '../../support/key-holder.ts';
import { startLivedeck, temporaryDir } from '../../support/livedeck.ts';
import { connectPanel } from '../../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../../support/rehearsal.ts';
import { sureCall } from '../../support/typed-call.ts';
import { wait } from '../browser-cost.ts';
import { type Spread, spread } from '../figures.ts';
import { openSender, pace } from '../sender.ts';
import { markOf, textOf } from './trace.ts';
import { longTasksOf, paintedRows, watchRows } from './watches.ts';

const ROOMS = 5;
/** The service's own limit for a room (tencent-im D). */
const PER_SECOND = 40;
const WARM_UP_S = 3;
/** The service holds a message back for at most a second (tencent-im D). */
const DRAIN_MS = 2_500;

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

const openRooms = async (url: string, service: Rehearsal): Promise<void> => {
  const client = await connectPanel(url);
  const call = sureCall(() => client);
  const { accountId } = await call('account:add', keyHolder(service));
  for (const roomId of service.rooms) await call('room:open', { accountId, roomId });
  client.close();
};

/** Marked comments in the history file: mark → when the feed process had it. */
const storedMarks = (dataDir: string): ReadonlyMap<string, number> => {
  const db = new DatabaseSync(join(dataDir, 'history.db'), { readOnly: true });
  try {
    const rows = db.prepare("SELECT text, received FROM items WHERE kind = 'comment'").all();
    return new Map(
      rows.flatMap(({ text, received }) => {
        const mark = /#\d+#/.exec(String(text))?.[0];
        return mark === undefined ? [] : [[mark, Number(received)] as const];
      }),
    );
  } finally {
    db.close();
  }
};

/** What the history holds when nothing more comes. */
const settled = async (dataDir: string): Promise<ReadonlyMap<string, number>> => {
  let before = storedMarks(dataDir);
  for (;;) {
    await wait(DRAIN_MS);
    const now = storedMarks(dataDir);
    if (now.size === before.size) return now;
    before = now;
  }
};

type Stage = { readonly service: Rehearsal; readonly dataDir: string; readonly url: string };

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
    const { counts } = await service.controlCall<{ readonly counts: { readonly dropped: number } }>(
      'metrics',
    );
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
      droppedByService: counts.dropped,
      inHistory: sent.filter((mark) => stored.has(mark)).length,
      painted: times.length,
    };
  } finally {
    await browser.close();
  }
};

/** The real panel of a real Livedeck whose five rooms are at the service's cap. */
export const readLiveRooms = async (seconds: number): Promise<LiveReading> => {
  const dataDir = temporaryDir();
  const service = await startRehearsal(['--seed', '7', '--rooms', String(ROOMS), '--audience', 'off']);
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
  try {
    await openRooms(app.ready.url, service);
    return await watchStorm({ service, dataDir, url: app.ready.url }, seconds);
  } finally {
    await app.stop();
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
