import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { keyHolder } from '../support/key-holder.ts';
import { startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { openPage } from '../support/open-page.ts';
import { connectPanel } from '../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';
import { sureCall } from '../support/typed-call.ts';
import { createDeeds, type Deeds, PROBER } from './deeds.ts';
import { disturbances } from './disturbances.ts';
import { inspectable } from './inspector.ts';
import { watchOpenFiles } from './open-files.ts';

/** A room's feed in the panel is full at this; before, every comment makes it larger, and should. */
const ROOM_CAPACITY = 20_000;
/**
 * Deliveries for each place in a feed until nothing fills any more. Not every delivery becomes a row, and the feed
 * process remembers 20 000 message IDs a room: measured, its heap is level from 36 000 deliveries a room on.
 */
const FILL = 2.25;
const LONGEST_FILL_MS = 900_000;
/**
 * What was taken off the picture is remembered too: the last 4 000 times by the overlay's page, and half of them by the
 * server. A hash table of so many grows for the last time at its 4 096th entry.
 */
const PURGES = 4_400;
const HIDDEN_AT_ONCE = 80;
/** Deeds of all kinds in a round. */
const DEEDS_AT_ONCE = 12;
/** Rounds of the fill at least: as many disturbances as an hour and a half brings. */
const ROUNDS = 98;

/**
 * The heap of the overlay's page is 2 MB, of which a tenth and more came and went as V8 compiled a function once more. A
 * page cannot tell its code apart, so it gets none: its frames come as fast (measured side by side).
 */
const withoutCompilers = ['--js-flags=--no-opt,--no-maglev,--no-sparkplug,--no-flush-bytecode'];

/**
 * Floods the rooms, acts in them and disturbs them, until every memory is as full as it ever gets and what runs once a
 * minute later on has run often enough to have its machine code; then goes down to the cap.
 */
const fill = async (service: Rehearsal, rooms: number, deeds: Deeds): Promise<void> => {
  const end = Date.now() + LONGEST_FILL_MS;
  let hidden = 0;
  for (let round = 0; Date.now() < end; round += 1) {
    const { counts } = await service.controlCall<{ readonly counts: { readonly delivered: number } }>(
      'metrics',
    );
    const isFull = counts.delivered > rooms * ROOM_CAPACITY * FILL && hidden >= PURGES;
    if (isFull && round >= ROUNDS && round % disturbances.length === 0) break;
    await disturbances[round % disturbances.length]?.(service);
    await deeds.act(DEEDS_AT_ONCE);
    await new Promise((done) => setTimeout(done, 1_000));
    hidden += await deeds.hide(HIDDEN_AT_ONCE);
    await new Promise((done) => setTimeout(done, 1_000));
  }
  await service.controlCall('settings', { roomCap: 40 });
  await service.controlCall('audience', { profile: 'cap' });
};

/** A service, one Livedeck with all of its rooms open, a panel and an overlay in browsers. */
export const openSoakStage = async (options: { readonly rooms: number; readonly seed: number }) => {
  const dataDir = temporaryDir();
  const service = await startRehearsal([
    ...['--seed', String(options.seed), '--rooms', String(options.rooms), '--audience', 'storm'],
    ...['--room-cap', '100000'],
  ]);
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0'], inspectable);
  const client = await connectPanel(app.ready.url);
  const call = sureCall(() => client);
  const { accountId } = await call('account:add', keyHolder(service));
  for (const roomId of service.rooms) await call('room:open', { accountId, roomId });
  const panel = await openPage(app.ready.url, { width: 1600, height: 900 });
  const overlay = await openPage(
    app.ready.overlayUrl,
    { width: 1280, height: 720 },
    undefined,
    withoutCompilers,
  );
  await panel.page.getByText('Live', { exact: true }).first().waitFor({ timeout: 60_000 });
  await watchProbes(panel.page);

  const deeds = createDeeds(client, call);
  const openFiles = watchOpenFiles(app.pid);
  return {
    service,
    app,
    call,
    act: deeds.act,
    fewestOpenFiles: openFiles.fewest,
    fill: () => fill(service, options.rooms, deeds),
    panel: panel.page,
    overlay: overlay.page,
    close: async () => {
      openFiles.stop();
      client.close();
      await Promise.all([panel.browser.close(), overlay.browser.close()]);
      await app.stop();
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type SoakStage = Awaited<ReturnType<typeof openSoakStage>>;

/** On an overloaded machine the panel comes late; a figure says so, and no figure would hide it. */
const LONGEST_WAIT_MS = 60_000;

/** Notes once for the page when each probe is painted; looking for it in the whole page would cost what is measured. */
const watchProbes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const painted = new Map<string, number>();
    Object.assign(window, { probesPainted: painted });
    const note = (text: string) =>
      // The frame after the one in which the row stands is the one that shows it.
      requestAnimationFrame(() => painted.set(text, performance.timeOrigin + performance.now()));
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) {
          const probe = /probe \d+ of \d+/.exec(node.textContent ?? '')?.[0];
          if (probe !== undefined && !painted.has(probe)) note(probe);
        }
    }).observe(document.body, { childList: true, subtree: true });
  });

/** How long a comment takes from the service to a painted row, ms; undefined where it did not come. */
export const timeToRow = async (stage: SoakStage, text: string): Promise<number | undefined> => {
  const said = performance.timeOrigin + performance.now();
  await stage.service.controlCall('say', {
    roomId: stage.service.rooms[0],
    userId: PROBER,
    nick: PROBER,
    text,
    priority: 'High',
  });
  const painted = await stage.panel
    .waitForFunction((wanted) => Reflect.get(window, 'probesPainted').get(wanted), text, {
      timeout: LONGEST_WAIT_MS,
      polling: 200,
    })
    .then(
      (handle) => handle.jsonValue(),
      () => undefined,
    );
  return typeof painted === 'number' ? painted - said : undefined;
};
