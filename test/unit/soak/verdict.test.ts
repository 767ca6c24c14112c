import { describe, expect, it } from 'vitest';
import type { Reading } from '../../soak/readings.ts';
import { judge } from '../../soak/verdict.ts';

/** A reading every ten seconds; everything grows by so many per cent of itself in an hour. */
const soak = (minutes: number, growth: number): Reading[] =>
  Array.from({ length: minutes * 6 }, (_, index) => {
    const minute = index / 6;
    const grown = 100 * (1 + (growth / 100) * (minute / 60));
    return { minute, mainHeapMb: grown, rowMs: grown };
  });
const verdicts = (readings: readonly Reading[], warmUp: number) =>
  Object.fromEntries(judge(readings, warmUp).map(({ measure, over }) => [measure, over]));

describe('the verdict on a soak', () => {
  it('is that a heap may grow by 2 % an hour, and latency as it likes', () => {
    expect(verdicts(soak(60, 4), 25)).toEqual({ mainHeapMb: true, rowMs: undefined });
    expect(verdicts(soak(60, 1), 25)).toEqual({ mainHeapMb: false, rowMs: undefined });
  });

  it('is not given on a run that is too short, whatever it shows', () => {
    expect(verdicts(soak(30, 40), 25)).toEqual({ mainHeapMb: undefined, rowMs: undefined });
    expect(judge(soak(30, 40), 25)[0]?.drift.perHour).toBeGreaterThan(20);
  });

  it('leaves out what happened before the warm-up was over', () => {
    const [judged] = judge([...soak(25, 400), ...soak(60, 0).slice(150)], 25);
    expect(judged).toMatchObject({ over: false, first: 100, last: 100 });
  });
});
