import { rmSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../main/contract/calls.ts';
import type { Result } from '../../main/contract/result.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Livedeck, startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { connectPanel, type PanelClient } from '../support/panel-client.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';
import { type FrameWatch, type SightLimit, watchFrames } from './frame-watch.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';

export const ROOM = 'night-show';
export const HELD_WORD = 'heldword';
const PASSPHRASE = 'seven quiet lanterns';

type Parts = {
  service: Rehearsal;
  app: Livedeck;
  client: PanelClient;
  panel: Page;
  panelBrowser: Browser;
  overlayBrowser: Browser;
  watch: FrameWatch;
};

const callOf =
  (parts: Pick<Parts, 'client'>) =>
  async <C extends CallName>(name: C, input: CallInput<C>): Promise<CallOutput<C>> => {
    const result = (await parts.client.call(name, input)) as Result<CallOutput<C>>;
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.text.en}`);
    return result.value;
  };

const openPanel = async (url: string) => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  return { browser, page };
};

const openOverlay = async (url: string, limit: SightLimit) => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const watch = await watchFrames(page, limit);
  await page.goto(url);
  return { browser, watch };
};

/** One service and one Livedeck as processes, the VJ's panel and the overlay each in a browser of its own. */
export const openStage = async (options: { readonly seed: number; readonly onSmallDisk: boolean }) => {
  const limit: SightLimit = { px: Number.POSITIVE_INFINITY };
  const disk: SmallDisk | undefined = options.onSmallDisk ? openSmallDisk() : undefined;
  const dataDir = disk?.dir ?? temporaryDir();
  const args = ['--seed', String(options.seed), '--audience', 'calm'];
  const breaches: FrameWatch['breaches'] = [];

  const service = await startRehearsal(args);
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0']);
  const client = await connectPanel(app.ready.url);
  const shown = await openPanel(app.ready.url);
  const onAir = await openOverlay(app.ready.overlayUrl, limit);
  const parts: Parts = {
    service,
    app,
    client,
    panel: shown.page,
    panelBrowser: shown.browser,
    overlayBrowser: onAir.browser,
    watch: onAir.watch,
  };
  const call = callOf(parts);

  await call('overlay:configure', {
    overlayId: 'main',
    patch: { holdMs: 300, danmaku: { nick: false, size: 48 }, chat: { nick: false, seconds: 30 } },
  });
  await call('words:save', { rules: [{ kind: 'word', text: HELD_WORD, level: 'hold' }] });
  const { accountId } = await call('account:add', {
    kind: 'key-holder',
    sdkAppId: service.sdkAppId,
    userId: service.vj,
    nick: 'Moon',
    address: { rest: service.rest, socket: service.socket },
    protection: { by: 'passphrase', passphrase: PASSPHRASE },
    key: { text: service.secretKey },
  });
  const { roomKey } = await call('room:open', { accountId, roomId: ROOM });

  const isLive = (ms: number) =>
    parts.panel
      .getByText('Live', { exact: true })
      .first()
      .waitFor({ timeout: ms })
      .then(
        () => true,
        () => false,
      );
  if (!(await isLive(30_000))) throw new Error('The room did not come alive');

  /** The data folder's Livedeck once more, as a person starts it after a crash. */
  const startAgain = async () => {
    parts.client.close();
    parts.app = await startLivedeck(['--data-dir', dataDir, '--port', new URL(app.ready.url).port]);
    parts.client = await connectPanel(parts.app.ready.url);
    await call('account:unlock', { accountId, passphrase: PASSPHRASE });
    await parts.panel.goto(parts.app.ready.url);
  };

  return {
    parts,
    dataDir,
    disk,
    limit,
    roomKey,
    accountId,
    call,
    isLive,
    startAgain,
    killApp: async () => {
      parts.app.signal('SIGKILL');
      await parts.app.exited();
    },
    reviveService: async () => {
      const { port } = new URL(parts.service.rest);
      parts.service = await startRehearsal([...args, '--port', port]);
    },
    reopenPanel: async () => {
      const again = await openPanel(parts.app.ready.url);
      parts.panel = again.page;
      parts.panelBrowser = again.browser;
    },
    reopenOverlay: async () => {
      breaches.push(...parts.watch.breaches);
      const again = await openOverlay(parts.app.ready.overlayUrl, limit);
      parts.watch = again.watch;
      parts.overlayBrowser = again.browser;
    },
    breaches: () => [...breaches, ...parts.watch.breaches],
    close: async () => {
      parts.client.close();
      await Promise.all([parts.panelBrowser.close(), parts.overlayBrowser.close()]);
      await parts.app.stop();
      await parts.service.stop();
      if (disk === undefined) rmSync(dataDir, { recursive: true, force: true });
      else disk.close();
    },
  };
};
export type Stage = Awaited<ReturnType<typeof openStage>>;
