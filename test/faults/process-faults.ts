import { feedProcessOf } from '../support/processes.ts';
import { type Fault, nothing, set } from './fault.ts';
import type { Stage } from './stage.ts';

/** Ends a process as the system does when memory runs out: it cannot say goodbye. */
const kill = (pid: number) => process.kill(pid, 'SIGKILL');

const runningFeed = (stage: Stage): number => {
  const found = feedProcessOf(stage.parts.app.pid);
  if (found === undefined) throw new Error('no feed process is running');
  return found;
};

const obsSays = (stage: Stage, text: RegExp): Promise<readonly string[]> =>
  stage.parts.panel
    .getByText(text)
    .first()
    .waitFor({ timeout: 30_000 })
    .then(
      () => [],
      () => [`the panel never said ${text}`],
    );

/** Processes that end without warning, at moments that the seed chooses. */
export const processFaults: readonly Fault[] = [
  {
    name: 'feed process killed',
    start: async (stage) => {
      await stage.someMoment();
      kill(runningFeed(stage));
    },
    end: nothing,
  },
  {
    name: 'service killed',
    says: /Reconnecting|Blind for/,
    forgets: true,
    start: async (stage) => {
      await stage.someMoment();
      kill(stage.parts.service.pid);
    },
    end: async (stage) => {
      await stage.reviveService();
      return undefined;
    },
  },
  {
    // Slow answers, so that the kill falls between the journal and the answer.
    name: 'main process killed between journal and answer',
    restarts: true,
    start: (stage) => set(stage, { restDelayMs: 2_500 }),
    end: async (stage) => {
      await stage.killApp();
      await set(stage, { restDelayMs: 0 });
      await stage.startAgain();
      return undefined;
    },
  },
  {
    // Not waited for: it falls before, between or after the deeds of the VJ.
    name: 'main process killed at any moment',
    restarts: true,
    takesLivedeck: true,
    unrecorded: true,
    start: async (stage) => {
      void stage.someMoment().then(stage.killApp);
    },
    end: async (stage) => {
      await stage.parts.app.exited();
      await stage.startAgain();
      return undefined;
    },
  },
  {
    name: 'panel browser killed',
    start: nothing,
    end: async (stage) => {
      await stage.someMoment();
      await stage.parts.panelBrowser.close();
      await stage.reopenPanel();
      return undefined;
    },
  },
  {
    name: 'overlay restarted',
    start: nothing,
    end: async (stage) => {
      await stage.someMoment();
      await stage.parts.overlayBrowser.close();
      await stage.reopenOverlay();
      return undefined;
    },
  },
  {
    name: 'OBS restarted',
    asksLivedeck: true,
    start: nothing,
    end: async (stage) => {
      const amiss = [...(await obsSays(stage, /OBS: not on the picture|OBS: on the picture/))];
      await stage.restartObs(async () => {
        amiss.push(...(await obsSays(stage, /OBS: not reachable/)));
      });
      return [...amiss, ...(await obsSays(stage, /OBS: not on the picture|OBS: on the picture/))];
    },
  },
];
