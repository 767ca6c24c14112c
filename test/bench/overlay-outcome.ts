import { finish } from './outcome.ts';

export type Reading = {
  readonly engine: string;
  readonly rate: number;
  readonly fps: number;
  readonly longestMs: number;
  readonly cpu: number;
};
type Heap = { readonly heapMb: number; readonly nodes: number };

/** The best of the two engines of the package at a rate; nothing where it was not there. */
const bestOther = (
  readings: readonly Reading[],
  rate: number,
  pick: (one: Reading) => number,
  best: (...of: number[]) => number,
) => {
  const others = readings.filter((one) => one.rate === rate && one.engine.startsWith('danmaku'));
  return others.length === 0 ? null : best(...others.map(pick));
};

/** What the overlay's benchmark found, against the better of the package's two engines. */
export const finishOverlay = (found: {
  readonly rates: readonly number[];
  readonly size: string;
  readonly readings: readonly Reading[];
  /** `empty`: the same browser with an empty page. */
  readonly idle: { readonly cpu: number; readonly empty: number; readonly frames: number };
  readonly purge: { readonly p50: number; readonly p95: number };
  readonly flat: { readonly after20k: Heap; readonly after100k: Heap };
}) => {
  const { rates, readings, idle, purge, flat } = found;
  const against = (rate: number) => {
    const ours = readings.find((one) => one.rate === rate && one.engine === 'overlay');
    const [cpu, fps] = [
      bestOther(readings, rate, (one) => one.cpu, Math.min),
      bestOther(readings, rate, (one) => one.fps, Math.max),
    ];
    return [
      {
        name: `${rate}/s: processor to the better engine`,
        value: ours === undefined || cpu === null ? null : ours.cpu / cpu,
        unit: '',
        limit: { most: 0.8 },
      },
      {
        name: `${rate}/s: frames a second to the better engine`,
        value: ours === undefined || fps === null ? null : ours.fps / fps,
        unit: '',
        // Both may be at the display's own rate; then one frame in a look is chance.
        limit: { least: 0.98 },
      },
    ];
  };
  const bars = (rate: number, pick: (one: Reading) => number) =>
    readings
      .filter((one) => one.rate === rate)
      .map((one) => ({ name: one.engine, value: pick(one), ours: one.engine === 'overlay' }));
  finish({
    bench: 'overlay',
    title: 'The overlay',
    measures: `Scrolling comments at ${rates.join(', ')} a second, ${found.size}, in the same Chromium with the same text; processor time of the whole browser. A purge to the receipts of three overlays at 40/s, idle cost, and memory over 100 000 comments.`,
    peers: ['danmaku (canvas engine)', 'danmaku (DOM engine)'],
    figures: [
      ...rates.flatMap(against),
      { name: 'Idle: processor of the whole browser', value: idle.cpu, unit: '%' },
      { name: 'The same with an empty page', value: idle.empty, unit: '%' },
      {
        name: 'Idle: processor that the overlay adds',
        value: Math.max(0, idle.cpu - idle.empty),
        unit: '%',
        limit: { most: 0.5 },
      },
      { name: 'Idle: frames in 3 s', value: idle.frames, unit: '', limit: { most: 0 } },
      { name: 'Purge → receipt, p50', value: purge.p50, unit: 'ms' },
      { name: 'Purge → receipt, p95', value: purge.p95, unit: 'ms', limit: { most: 100 } },
      { name: 'Heap after 20 000 comments', value: flat.after20k.heapMb, unit: 'MB' },
      { name: 'Heap after 100 000 comments', value: flat.after100k.heapMb, unit: 'MB' },
      {
        name: 'Heap: growth from 20 000 to 100 000 comments',
        value: flat.after100k.heapMb - flat.after20k.heapMb,
        unit: 'MB',
        limit: { most: 1 },
      },
      {
        name: 'Page: nodes more after 100 000 comments than after 20 000',
        value: flat.after100k.nodes - flat.after20k.nodes,
        unit: '',
        limit: { most: 200 },
      },
    ],
    contests: rates.flatMap((rate) => [
      {
        id: `cpu-${rate}`,
        title: `Processor at ${rate} comments a second`,
        unit: '% of a core',
        better: 'lower' as const,
        bars: bars(rate, ({ cpu }) => cpu),
      },
      {
        id: `fps-${rate}`,
        title: `Frames at ${rate} comments a second`,
        unit: 'fps',
        better: 'higher' as const,
        bars: bars(rate, ({ fps }) => fps),
      },
    ]),
  });
};
