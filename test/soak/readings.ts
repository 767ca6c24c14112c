import { readFileSync } from 'node:fs';
import { feedProcessOf } from '../support/processes.ts';
import { memoryOfEmptyOverlay, memoryOfPanelAside } from './empty-screens.ts';
import { heapOfProcess } from './inspector.ts';
import { type SoakStage, timeToRow } from './soak-stage.ts';

/**
 * What is looked at: name → unit. Heaps are read after a collection; code is what V8 made of functions. Panel and overlay are
 * read while nothing is on their screens.
 */
export const measures = {
  mainHeapMb: 'MB',
  mainCodeMb: 'MB',
  mainMb: 'MB resident',
  feedHeapMb: 'MB',
  feedCodeMb: 'MB',
  feedMb: 'MB resident',
  /** The fewest since the look before. */
  handles: 'open files',
  panelHeapMb: 'MB',
  panelNodes: 'nodes',
  overlayHeapMb: 'MB',
  overlayNodes: 'nodes',
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

const fpsOf = async (stage: SoakStage): Promise<number | undefined> => {
  const answer = await stage.call('state:get', { topic: 'overlays' });
  const overlays = answer.value as { readonly main?: { readonly clients: readonly { fps: number }[] } };
  return overlays.main?.clients[0]?.fps;
};

/** A tenth of a megabyte is a lot of a heap of two. */
const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toPrecision(4));

/** What the pages keep, apart from what they show. */
const readPages = async (stage: SoakStage) => {
  const panel = await memoryOfPanelAside(stage);
  const overlay = await memoryOfEmptyOverlay(stage);
  return {
    panelHeapMb: panel.heapMb,
    panelNodes: panel.nodes,
    overlayHeapMb: overlay.heapMb,
    overlayNodes: overlay.nodes,
  };
};

/**
 * One look at everything, at the pages where `withPages`: that takes their screens away for a moment. Linux only: memory
 * and handles are read from /proc.
 */
export const read = async (
  stage: SoakStage,
  {
    minute,
    probe,
    withPages,
  }: { readonly minute: number; readonly probe: string; readonly withPages: boolean },
): Promise<Reading> => {
  const feed = feedProcessOf(stage.app.pid);
  const mainHeap = await heapOfProcess(stage.app.pid);
  const feedHeap = feed === undefined ? undefined : await heapOfProcess(feed);
  const values: { readonly [M in Measure]?: number | undefined } = {
    mainHeapMb: mainHeap.dataMb,
    mainCodeMb: mainHeap.codeMb,
    mainMb: residentMb(stage.app.pid),
    feedHeapMb: feedHeap?.dataMb,
    feedCodeMb: feedHeap?.codeMb,
    feedMb: feed === undefined ? undefined : residentMb(feed),
    handles: stage.fewestOpenFiles(),
    rowMs: await timeToRow(stage, probe),
    overlayFps: await fpsOf(stage),
    ...(withPages ? await readPages(stage) : {}),
  };
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, rounded(value)] as const],
  );
  return { minute, ...Object.fromEntries(known) };
};

export type Drift = {
  /** Per cent of the mean in an hour, by the line of least squares. */
  readonly perHour: number;
  /**
   * What the readings' own ups and downs leave open, either way: two standard errors, with as many readings counted as
   * are independent of their neighbours.
   */
  readonly give: number;
};

type Point = { readonly x: number; readonly y: number };

/** Where a curve goes on being above its line for a while, so many readings say no more than one that stands alone. */
const MOST_ALIKE = 0.95;
const inOne = (offs: readonly number[]): number => {
  const squares = offs.reduce((sum, off) => sum + off ** 2, 0);
  if (squares === 0) return 1;
  const alike = offs.slice(1).reduce((sum, off, index) => sum + off * (offs[index] ?? 0), 0) / squares;
  const likeness = Math.min(MOST_ALIKE, Math.max(0, alike));
  return (1 + likeness) / (1 - likeness);
};

const leastSquares = (points: readonly Point[]) => {
  const mean = (pick: (point: Point) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const offs = points.map(({ x, y }) => y - meanY - slope * (x - meanX));
  const off = offs.reduce((sum, one) => sum + one ** 2, 0);
  return { meanY, slope, error: Math.sqrt((off / (points.length - 2) / spread) * inOne(offs)) };
};

/** How much a measure grows in an hour; nothing where there are too few readings to say. */
export const driftOf = (readings: readonly Reading[], measure: Measure): Drift | undefined => {
  const points = readings.flatMap((one) => {
    const value = one[measure];
    return value === undefined ? [] : [{ x: one.minute, y: value }];
  });
  if (points.length < 5) return undefined;
  const { meanY, slope, error } = leastSquares(points);
  const perCent = 60 * (meanY === 0 ? 0 : 100 / meanY);
  return { perHour: slope * perCent, give: 2 * error * perCent };
};
