import { rmSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { keyHolder } from '../support/key-holder.ts';
import { type Ended, type Livedeck, startAndEnd, startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { type ObsServer, startObsServer } from '../support/obs-server.ts';
import { openPage } from '../support/open-page.ts';
import { connectPanel, type PanelClient } from '../support/panel-client.ts';
import { groupOf, stillRunning } from '../support/processes.ts';
import { seededRandom } from '../support/random.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';
import { sureCall } from '../support/typed-call.ts';
import { createComputerClock } from './computer-clock.ts';
import { type FrameWatch, type SightLimit, watchFrames } from './frame-watch.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';

export const ROOM = 'night-show';
export const HELD_WORD = 'heldword';
const PASSPHRASE = 'seven quiet lanterns';

type Parts = {
  obs: ObsServer;
  service: Rehearsal;
  app: Livedeck;
  client: PanelClient;
  panel: Page;
  panelBrowser: Browser;
  overlay: Page;
  overlayBrowser: Browser;
  watch: FrameWatch;
};

type ComputerClock = ReturnType<typeof createComputerClock>;

const openPanel = (url: string, clock: ComputerClock) =>
  openPage(url, { width: 1280, height: 800 }, clock.follow);

const openOverlay = async (url: string, clock: ComputerClock, limit: SightLimit) => {
  let watch: FrameWatch | undefined;
  const { browser, page } = await openPage(url, { width: 1280, height: 720 }, async (opening) => {
    await clock.follow(opening);
    watch = await watchFrames(opening, limit);
  });
  if (watch === undefined) throw new Error('The overlay opened without its frames being watched');
  return { browser, page, watch };
};

/** One service and one Livedeck as processes, the VJ's panel and the overlay each in a browser of its own. */
export const openStage = async (options: { readonly seed: number; readonly onSmallDisk: boolean }) => {
  const limit: SightLimit = { px: Number.POSITIVE_INFINITY };
  const disk: SmallDisk | undefined = options.onSmallDisk ? openSmallDisk() : undefined;
  const dataDir = disk?.dir ?? temporaryDir();
  const args = ['--seed', String(options.seed), '--audience', 'calm'];
  const breaches: FrameWatch['breaches'] = [];

  const random = seededRandom(options.seed);
  /** Leaders of process groups that have ended or were killed; nothing of them may run on. */
  const ended: number[] = [];

  const obs = await startObsServer();
  const service = await startRehearsal(args);
  const clock = createComputerClock();
  const app = await startLivedeck(['--data-dir', dataDir, '--port', '0'], clock.environment);
  const client = await connectPanel(app.ready.url);
  const shown = await openPanel(app.ready.url, clock);
  const onAir = await openOverlay(app.ready.overlayUrl, clock, limit);
  const parts: Parts = {
    obs,
    service,
    app,
    client,
    panel: shown.page,
    panelBrowser: shown.browser,
    overlay: onAir.page,
    overlayBrowser: onAir.browser,
    watch: onAir.watch,
  };
  const call = sureCall(() => parts.client);

  // As whoever copies the address for OBS: from then on a new start is to be found there.
  await call('overlay:url', { overlayId: 'main' });
  await call('overlay:configure', {
    overlayId: 'main',
    patch: { holdMs: 300, danmaku: { nick: false, size: 48 }, chat: { nick: false, seconds: 30 } },
  });
  await call('words:save', { rules: [{ kind: 'word', text: HELD_WORD, level: 'hold' }] });
  // A clock that is set right again by ten minutes must not end a mute.
  await call('settings:set', { patch: { muteSeconds: 3_600 } });
  const { accountId } = await call('account:add', {
    ...keyHolder(service),
    protection: { by: 'passphrase', passphrase: PASSPHRASE },
  });
  const { roomKey } = await call('room:open', { accountId, roomId: ROOM });

  await call('obs:configure', { patch: { port: obs.port } });
  await call('obs:connect', {});

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

  const startArgs = ['--data-dir', dataDir, '--port', new URL(app.ready.url).port];

  /** The data folder's Livedeck once more, as a person starts it after a crash. */
  const startAgain = async () => {
    parts.client.close();
    parts.app = await startLivedeck(startArgs, clock.environment);
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
    /** Sets the clock of Livedeck's computer off from the true time; the service keeps its own. */
    setClock: (ms: number) => clock.set(ms, [parts.panel, parts.overlay]),
    /** Waits for a moment that nobody chose; the same seed chooses the same one. */
    someMoment: () => new Promise<void>((come) => setTimeout(come, 50 + random() * 900)),
    /** A start that is expected to give up, and what it says. */
    startInVain: (): Promise<Ended> => startAndEnd(startArgs, clock.environment),
    killApp: async () => {
      parts.app.signal('SIGKILL');
      await parts.app.exited();
      ended.push(parts.app.pid);
    },
    restartObs: async (whileAway: () => Promise<void>) => {
      const { port, world } = parts.obs;
      await parts.obs.stop();
      await whileAway();
      parts.obs = await startObsServer({ port, world });
    },
    /** Processes that should be gone: of Livedecks that ended, and more than one feed process of the one that runs. */
    leftBehind: (): readonly string[] => {
      const feeds = groupOf(parts.app.pid).filter(({ command }) => command.includes('feed-process'));
      return [...ended.flatMap(groupOf), ...feeds.slice(1)].map(({ pid, command }) => `${pid} ${command}`);
    },
    reviveService: async () => {
      const { port } = new URL(parts.service.rest);
      parts.service = await startRehearsal([...args, '--port', port]);
    },
    reopenPanel: async () => {
      const again = await openPanel(parts.app.ready.url, clock);
      parts.panel = again.page;
      parts.panelBrowser = again.browser;
    },
    reopenOverlay: async () => {
      breaches.push(...parts.watch.breaches);
      const again = await openOverlay(parts.app.ready.overlayUrl, clock, limit);
      parts.watch = again.watch;
      parts.overlay = again.page;
      parts.overlayBrowser = again.browser;
    },
    breaches: () => [...breaches, ...parts.watch.breaches],
    /** Ends everything, and answers what goes on running all the same. */
    close: async (): Promise<readonly string[]> => {
      parts.client.close();
      await Promise.all([parts.panelBrowser.close(), parts.overlayBrowser.close(), parts.obs.stop()]);
      await parts.app.stop();
      await parts.service.stop();
      clock.dispose();
      if (disk === undefined) rmSync(dataDir, { recursive: true, force: true });
      else disk.close();
      const left = [...ended, parts.app.pid].flatMap(groupOf);
      return [...left.map(({ pid }) => pid), ...stillRunning([parts.service.pid])].map(String);
    },
  };
};
export type Stage = Awaited<ReturnType<typeof openStage>>;
