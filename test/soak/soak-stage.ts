import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { keyHolder } from '../support/key-holder.ts';
import { startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { openPage } from '../support/open-page.ts';
import { connectPanel } from '../support/panel-client.ts';
import { startRehearsal } from '../support/rehearsal.ts';
import { sureCall } from '../support/typed-call.ts';

/** A service whose rooms are at the cap, one Livedeck with all of them open, a panel and an overlay in browsers. */
export const openSoakStage = async (options: { readonly rooms: number; readonly seed: number }) => {
  const dataDir = temporaryDir();
  const service = await startRehearsal([
    ...['--seed', String(options.seed), '--rooms', String(options.rooms), '--audience', 'cap'],
  ]);
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
  const client = await connectPanel(app.ready.url);
  const call = sureCall(() => client);
  const { accountId } = await call('account:add', keyHolder(service));
  for (const roomId of service.rooms) await call('room:open', { accountId, roomId });
  const panel = await openPage(app.ready.url, { width: 1600, height: 900 });
  const overlay = await openPage(app.ready.overlayUrl, { width: 1280, height: 720 });
  await panel.page.getByText('Live', { exact: true }).first().waitFor({ timeout: 60_000 });

  return {
    service,
    app,
    call,
    panel: panel.page,
    overlay: overlay.page,
    close: async () => {
      client.close();
      await Promise.all([panel.browser.close(), overlay.browser.close()]);
      await app.stop();
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type SoakStage = Awaited<ReturnType<typeof openSoakStage>>;

/** How long a comment takes from the service to a painted row, ms; undefined where it did not come. */
export const timeToRow = async (stage: SoakStage, text: string): Promise<number | undefined> => {
  const painted = stage.panel
    .evaluate(
      (wanted) =>
        new Promise<number>((done) => {
          const look = () => {
            const there = document.body.textContent?.includes(wanted) ?? false;
            // The frame after the one in which the row stands is the one that shows it.
            if (there) requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
            else requestAnimationFrame(look);
          };
          look();
          setTimeout(() => done(Number.POSITIVE_INFINITY), 10_000);
        }),
      text,
    )
    .catch(() => Number.POSITIVE_INFINITY);
  const said = performance.timeOrigin + performance.now();
  await stage.service.controlCall('say', {
    roomId: stage.service.rooms[0],
    userId: 'prober',
    nick: 'prober',
    text,
    priority: 'High',
  });
  const took = (await painted) - said;
  return Number.isFinite(took) ? took : undefined;
};

/** Heap after a collection, MB. */
export const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
};
