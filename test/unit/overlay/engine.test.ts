import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsFor } from '../../../renderer/overlay/engine/bands.ts';
import { createLanes } from '../../../renderer/overlay/engine/lanes.ts';
import { rectOf } from '../../../renderer/overlay/engine/rect.ts';

const area = { x: 0, y: 30, w: 1920, h: 450 };
const rect = fc.record({
  x: fc.integer({ min: -100, max: 1900 }),
  y: fc.integer({ min: -100, max: 1000 }),
  w: fc.integer({ min: 0, max: 1500 }),
  h: fc.integer({ min: 0, max: 900 }),
});

describe('lanes beside safe zones', () => {
  it('fill the whole area where there is no zone', () => {
    expect(bandsFor(area, [], 60)).toEqual([{ x: 0, y: 30, w: 1920, h: 420, lanes: 7 }]);
  });

  it('end at the edge of a zone in a corner', () => {
    const face = { x: 1500, y: 0, w: 420, h: 200 };
    expect(bandsFor(area, [face], 60)).toEqual([
      { x: 0, y: 30, w: 1500, h: 120, lanes: 2 },
      { x: 0, y: 200, w: 1920, h: 240, lanes: 4 },
    ]);
  });

  it('keep out of the rows of a zone that leaves no room to read', () => {
    const product = { x: 600, y: 100, w: 900, h: 100 };
    expect(bandsFor(area, [product], 60).map(({ y, lanes }) => [y, lanes])).toEqual([
      [30, 1],
      [200, 4],
    ]);
  });

  it('are none where everything is a zone', () => {
    expect(bandsFor(area, [{ x: 0, y: 0, w: 1920, h: 1080 }], 60)).toEqual([]);
  });

  it('never touch a zone or each other and never leave the area', () => {
    fc.assert(
      fc.property(
        fc.array(rect, { maxLength: 8 }),
        fc.integer({ min: 10, max: 120 }),
        (zones, laneHeight) => {
          const bands = bandsFor(area, zones, laneHeight);
          const meet = (a: typeof area, b: typeof area) =>
            a.w * a.h * b.w * b.h > 0 &&
            a.x < b.x + b.w &&
            b.x < a.x + a.w &&
            a.y < b.y + b.h &&
            b.y < a.y + a.h;
          for (const [index, band] of bands.entries()) {
            expect(zones.some((zone) => meet(band, zone))).toBe(false);
            expect(bands.slice(index + 1).some((other) => meet(band, other))).toBe(false);
            expect(band.y >= area.y && band.y + band.h <= area.y + area.h).toBe(true);
            expect(band.x >= area.x && band.x + band.w <= area.x + area.w).toBe(true);
          }
        },
      ),
    );
  });
});

describe('comments in lanes', () => {
  const bands = [
    { x: 0, y: 0, w: 1920, h: 180, lanes: 3 },
    { x: 0, y: 180, w: 1000, h: 120, lanes: 2 },
  ];
  const gap = 40;
  const arrivals = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 10, max: 1900 }) }),
    { minLength: 1, maxLength: 120 },
  );

  it('never overlap, at any moment, whatever their lengths', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 3, max: 20 }), (comments, seconds) => {
        const lanes = createLanes({ bands, seconds, gap, overlap: false });
        const flights: { key: string; at: number; width: number; speed: number }[] = [];
        let now = 0;
        for (const { after, width } of comments) {
          now += after;
          const slot = lanes.find(now);
          if (!slot) continue;
          lanes.take(slot, width, now);
          const speed = (bands[slot.band]?.w ?? 0) / (seconds * 1000);
          flights.push({ key: `${slot.band}/${slot.lane}`, at: now, width, speed });
        }
        for (const [index, flight] of flights.entries()) {
          const follower = flights.slice(index + 1).find(({ key }) => key === flight.key);
          // Speed is the lane's, so the distance at the follower's start is the distance for ever.
          if (follower) {
            expect((follower.at - flight.at) * flight.speed).toBeGreaterThanOrEqual(
              flight.width + gap - 1e-6,
            );
          }
        }
      }),
    );
  });

  it('show each letter equally long, in a long lane and in one cut short by a zone', () => {
    const lanes = createLanes({ bands, seconds: 8, gap, overlap: false });
    // A comment without width is one letter: it is on the picture exactly as long as the setting says.
    expect(lanes.take({ band: 0, lane: 0 }, 0, 0)).toBeCloseTo(8000);
    expect(lanes.take({ band: 1, lane: 0 }, 0, 0)).toBeCloseTo(8000);
  });

  it('find no lane when all are taken, and may overlap only where that is wished', () => {
    const full = (overlap: boolean) => {
      const lanes = createLanes({ bands, seconds: 8, gap, overlap });
      for (let index = 0; index < 5; index += 1) {
        const slot = lanes.find(0);
        if (slot) lanes.take(slot, 500, 0);
      }
      return lanes;
    };
    expect(full(false).find(0)).toBeUndefined();
    expect(full(true).find(0)).toMatchObject({ band: 0, lane: 0 });
    expect(full(false).nextClearAt()).toBeCloseTo((540 / 1920) * 8000);
  });

  it('ask for nothing where there are no lanes', () => {
    const none = createLanes({ bands: [], seconds: 8, gap, overlap: true });
    expect(none.find(0)).toBeUndefined();
    expect(none.nextClearAt()).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a place on the picture', () => {
  it('is pulled back in where it sticks out', () => {
    expect(rectOf({ x: 0.9, y: 0.9, w: 0.5, h: 0.5 }, { width: 1000, height: 500 })).toEqual({
      x: 500,
      y: 250,
      w: 500,
      h: 250,
    });
  });
});
