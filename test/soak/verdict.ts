import { type Drift, driftOf, type Measure, measures, type Reading } from './readings.ts';

/**
 * What must not grow. Latency and frames may go up and down, resident memory is the allocator's business too, and code is
 * made once for each path that has run often enough.
 */
const mustNotGrow: readonly Measure[] = [
  'mainHeapMb',
  'feedHeapMb',
  'handles',
  'panelHeapMb',
  'panelNodes',
  'overlayHeapMb',
  'overlayNodes',
];
/** Per cent an hour. */
export const MOST_DRIFT = 2;
/** Machine code, caches and pools are still made for so long, however full the memories are. min. */
export const WARM_UP = 25;
/** What fewer minutes than these say of an hour is more noise than growth. */
export const ENOUGH = 20;

export type Judged = {
  readonly measure: Measure;
  /** Means over the first and the last tenth of what was read after the warm-up. */
  readonly first: number;
  readonly last: number;
  readonly drift: Drift;
  /** Whether it surely grows by more than it may; nothing where it may, or where too little was read. */
  readonly over: boolean | undefined;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How every measure moved after the warm-up (min), and whether that is within the limit. */
export const judge = (readings: readonly Reading[], warmUp: number): readonly Judged[] => {
  const settled = readings.filter(({ minute }) => minute >= warmUp);
  const span = (settled.at(-1)?.minute ?? 0) - warmUp;
  return (Object.keys(measures) as Measure[]).flatMap((measure) => {
    const drift = driftOf(settled, measure);
    if (drift === undefined) return [];
    const values = settled.flatMap((one) => one[measure] ?? []);
    const tenth = Math.ceil(values.length / 10);
    // The last look comes a while before the end.
    const judged = span >= ENOUGH - 1 && mustNotGrow.includes(measure);
    return {
      measure,
      first: mean(values.slice(0, tenth)),
      last: mean(values.slice(-tenth)),
      drift,
      over: judged ? drift.perHour - drift.give > MOST_DRIFT : undefined,
    };
  });
};

const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(1)}`;
export const driftText = ({ perHour, give }: Drift): string => `${signed(perHour)} ± ${give.toFixed(1)} %`;
