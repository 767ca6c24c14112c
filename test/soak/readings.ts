import { readdirSync, readFileSync } from 'node:fs';
import { childrenOf } from '../support/processes.ts';
import { heapOf, type SoakStage, timeToRow } from './soak-stage.ts';

/** What is looked at: name → unit. */
export const measures = {
  mainMb: 'MB',
  feedMb: 'MB',
  handles: 'open files',
  panelHeapMb: 'MB',
  overlayHeapMb: 'MB',
  rowMs: 'ms',
  overlayFps: 'fps',
} as const;
export type Measure = keyof typeof measures;
/** `minute` since the start; a value that could not be read is left out. */
export type Reading = { readonly minute: number } & { readonly [M in Measure]?: number };

const residentMb = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
};

const handlesOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

const feedPid = (pid: number): number | undefined =>
  childrenOf(pid).find(({ command }) => command.includes('feed-process'))?.pid;

const fpsOf = async (stage: SoakStage): Promise<number | undefined> => {
  const answer = await stage.call('state:get', { topic: 'overlays' });
  const overlays = answer.value as { readonly main?: { readonly clients: readonly { fps: number }[] } };
  return overlays.main?.clients[0]?.fps;
};

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 10) / 10;

/** One look at everything. Linux only: memory and handles are read from /proc. */
export const read = async (stage: SoakStage, minute: number, probe: string): Promise<Reading> => {
  const feed = feedPid(stage.app.pid);
  const values: Readonly<Record<Measure, number | undefined>> = {
    mainMb: residentMb(stage.app.pid),
    feedMb: feed === undefined ? undefined : residentMb(feed),
    handles: handlesOf(stage.app.pid),
    panelHeapMb: await heapOf(stage.panel),
    overlayHeapMb: await heapOf(stage.overlay),
    rowMs: await timeToRow(stage, probe),
    overlayFps: await fpsOf(stage),
  };
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, rounded(value)] as const],
  );
  return { minute, ...Object.fromEntries(known) };
};

/** How much a measure grows in an hour by the line of least squares, in per cent of its mean. */
export const driftPerHour = (readings: readonly Reading[], measure: Measure): number => {
  const points = readings.flatMap((one) => {
    const value = one[measure];
    return value === undefined ? [] : [{ x: one.minute, y: value }];
  });
  if (points.length < 3) return 0;
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  return meanY === 0 ? 0 : (slope * 60 * 100) / meanY;
};
