import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What the service measures of itself. Milliseconds, and counts since the last reset. */
export type Metrics = {
  readonly counts: Record<CountName, number>;
  read(): MetricsReading;
  reset(): void;
  dispose(): void;
};

const countNames = [
  'offered',
  'delivered',
  'dropped',
  'refused',
  'socketRequests',
  'restRequests',
  'polls',
] as const;
type CountName = (typeof countNames)[number];

type MetricsReading = {
  readonly seconds: number;
  readonly counts: Readonly<Record<CountName, number>>;
  /** How late the event loop ran. */
  readonly loopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Share of one core, in percent. */
  readonly cpuPercent: number;
  readonly rssMb: number;
};

const zeroCounts = (): Record<CountName, number> => ({
  offered: 0,
  delivered: 0,
  dropped: 0,
  refused: 0,
  socketRequests: 0,
  restRequests: 0,
  polls: 0,
});

const ms = (nanoseconds: number): number => Math.round(nanoseconds / 10_000) / 100;

/** The sampler wakes every this many ms; its readings include that wait. */
const resolutionMs = 10;

export const createMetrics = (): Metrics => {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  const counts = zeroCounts();
  let since = performance.now();
  let cpu = process.cpuUsage();
  const late = (nanoseconds: number): number =>
    Math.max(0, Math.round((ms(nanoseconds) - resolutionMs) * 100) / 100);
  return {
    counts,
    read() {
      const elapsedMs = performance.now() - since;
      const used = process.cpuUsage(cpu);
      return {
        seconds: Math.round(elapsedMs) / 1000,
        counts: { ...counts },
        loopDelayMs: {
          p50: late(delays.percentile(50)),
          p99: late(delays.percentile(99)),
          max: late(delays.max),
        },
        cpuPercent: Math.round(((used.user + used.system) / 10 / elapsedMs) * 10) / 10,
        rssMb: Math.round(process.memoryUsage.rss() / 1_048_576),
      };
    },
    reset() {
      Object.assign(counts, zeroCounts());
      since = performance.now();
      cpu = process.cpuUsage();
      delays.reset();
    },
    dispose() {
      delays.disable();
    },
  };
};
