import { randomUUID } from 'node:crypto';
import type { Fault } from './fault.ts';
import type { Stage } from './stage.ts';
import { viewerSays } from './vj.ts';

/** Every second, for so long at most, a viewer speaks until it is in the feed and on the picture. */
const SECONDS = 20;

/** What must go on while the clock is wrong: whoever sets it does not set it back ten minutes later. */
const notGoingOn = async (stage: Stage): Promise<readonly string[]> => {
  if (!(await stage.isLive(SECONDS * 1000))) return ['the room was not live while the clock was wrong'];
  const words = `on time ${randomUUID().slice(0, 8)}`;
  const { panel, overlay } = stage.parts;
  const isSeen = async () => (await overlay.getByText(words).count()) > 0;
  const isRead = async () => (await panel.getByText(words).count()) > 0;
  for (let second = 0; second < SECONDS && !((await isSeen()) && (await isRead())); second += 1) {
    await viewerSays(stage, 'time-keeper', `${words} ${second}`);
    await new Promise((next) => setTimeout(next, 1000));
  }
  return [
    ...((await isRead()) ? [] : ['comments did not come into the feed while the clock was wrong']),
    ...((await isSeen()) ? [] : ['comments did not come on the picture while the clock was wrong']),
  ];
};

const setBy = (name: string, ms: number): Fault => ({
  name,
  start: (stage) => stage.setClock(ms),
  end: async (stage) => {
    const amiss = await notGoingOn(stage);
    await stage.setClock(0);
    return amiss;
  },
});

/** Somebody, or the system when it finds the network, sets the clock of this computer in mid-show. */
export const clockFaults: readonly Fault[] = [
  setBy('clock set 10 min ahead', 600_000),
  setBy('clock set 10 min back', -600_000),
];
