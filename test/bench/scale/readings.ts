import type { Browser } from '@playwright/test';
import { browserPid, cpuOf, memoryOfTree, wait } from '../browser-cost.ts';
import { rounded } from '../figures.ts';
import { textOf } from '../panel/trace.ts';
import { pace } from '../sender.ts';
import type { ScaleStage } from './scale-stage.ts';

/** Machine code is made and buffers fill before anything is counted, s. */
const SETTLE_S = 1;

export type ScaleReading = {
  readonly rooms: number;
  readonly perSecond: number;
  readonly panel: boolean;
  readonly feedProcesses: number;
  /** Per cent of one core. */
  readonly mainCpu: number;
  readonly feedCpu: number;
  readonly browserCpu: number | null;
  /** MB, proportional set size. */
  readonly mainMb: number;
  readonly feedMb: number;
  /** Comments that came into the history in a second. */
  readonly storedPerSecond: number;
  /** CPU of both processes for each of them, ms: holds too where the machine has other work and less came. */
  readonly msEach: number;
};

let sent = 0;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** CPU and memory of the main process and the feed processes while every open room gets `perSecond` comments. */
export const readScale = async (
  stage: ScaleStage,
  load: { readonly rooms: number; readonly perSecond: number; readonly seconds: number },
  browser: Browser | undefined,
): Promise<ScaleReading> => {
  const all = load.rooms * load.perSecond;
  const first = sent;
  sent += all * (SETTLE_S + load.seconds);
  const speaking = pace(all, SETTLE_S + load.seconds, (index) =>
    stage.say(first + index, textOf(first + index)),
  );
  await wait(SETTLE_S * 1000);
  const feedPids = stage.feedPids();
  const [stored, began] = [stage.stored(), performance.now()];
  const ms = load.seconds * 1000 - 200;
  const [together, feedCpus, browserCpu] = await Promise.all([
    cpuOf(stage.pid, ms),
    Promise.all(feedPids.map((pid) => cpuOf(pid, ms))),
    browser === undefined ? null : browserPid(browser).then((pid) => cpuOf(pid, ms)),
  ]);
  const came = stage.stored() - stored;
  const passedS = (performance.now() - began) / 1000;
  const feedCpu = sum(feedCpus);
  const feedMb = sum(feedPids.map(memoryOfTree));
  const reading = {
    rooms: load.rooms,
    perSecond: load.perSecond,
    panel: browser !== undefined,
    feedProcesses: feedPids.length,
    mainCpu: rounded(together - feedCpu),
    feedCpu: rounded(feedCpu),
    browserCpu: browserCpu === null ? null : rounded(browserCpu),
    mainMb: rounded(memoryOfTree(stage.pid) - feedMb, 0),
    feedMb: rounded(feedMb, 0),
    storedPerSecond: rounded(came / passedS, 0),
    msEach: rounded((together * 10 * passedS) / came, 2),
  };
  await speaking;
  return reading;
};
