import { describe, expect, it } from 'vitest';
import { driftOf, type Reading } from '../../soak/readings.ts';
import { seededRandom } from '../../support/random.ts';

const heaps = (values: readonly number[]): Reading[] =>
  values.map((mainHeapMb, index) => ({ minute: index / 6, mainHeapMb }));
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('the drift of a soak', () => {
  it('is that of a straight line, with nothing left open', () => {
    const drift = driftOf(heaps(times(120, (index) => 100 + index / 360)), 'mainHeapMb');
    expect(drift?.perHour).toBeCloseTo(1, 1);
    expect(drift?.give).toBeCloseTo(0, 3);
  });

  it('is not told where too little was read', () => {
    expect(driftOf(heaps([1, 2, 3, 4]), 'mainHeapMb')).toBeUndefined();
    expect(driftOf(heaps(times(10, () => 1)), 'panelHeapMb')).toBeUndefined();
  });

  it('takes slow ups and downs for no growth', () => {
    const random = seededRandom(7);
    const wrong = times(300, () => {
      let off = 0;
      const wandering = times(120, () => {
        off = 0.8 * off + random() - 0.5;
        return 100 + off;
      });
      const { perHour, give } = driftOf(heaps(wandering), 'mainHeapMb') ?? { perHour: 0, give: 0 };
      return Math.abs(perHour) > give;
    }).filter(Boolean).length;
    // Two standard errors are exceeded once in twenty times; the estimate itself is a little too sure.
    expect(wrong / 300).toBeLessThan(0.12);
  });
});
