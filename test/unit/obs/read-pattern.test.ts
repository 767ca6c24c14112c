import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pulseCellAt, testPattern } from '../../../main/contract/models/test-pattern.ts';
import { isUncovered, readPattern } from '../../../main/core/obs/picture/read-pattern.ts';
import {
  blankCanvas,
  type Canvas,
  fillRect,
  hex,
  paintPattern,
} from '../../support/obs-server/paint-pattern.ts';

const none = { left: 0, top: 0, right: 0, bottom: 0 };

const mirrored = ({ width, height, rgba }: Canvas): Canvas => {
  const out = blankCanvas(width, height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + width - 1 - x) * 4;
      out.rgba.set(rgba.subarray(from, from + 4), (y * width + x) * 4);
    }
  return out;
};

describe('the test pattern', () => {
  it('is read whole from a picture of any shape', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 160, max: 700 }),
        fc.integer({ min: 120, max: 700 }),
        fc.integer({ min: 0, max: testPattern.pulse.cells - 1 }),
        (width, height, cell) => {
          expect(readPattern(paintPattern(width, height, cell))).toEqual({
            seen: 'pattern',
            margins: none,
            whole: true,
            background: 'clear',
            halfTones: true,
            cell,
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps its blocks apart from each other and from the points that stay clear', () => {
    const { corners, cross, half, pulse, clear } = testPattern;
    const places = [...Object.values(corners), ...cross, half, pulse].map(({ place }) => place);
    for (const { x, y } of clear)
      for (const place of places) {
        const inside = x > place.x && x < place.x + place.w && y > place.y && y < place.y + place.h;
        expect(inside).toBe(false);
      }
  });

  it('moves on by one cell in each step and starts again at the end', () => {
    const { cells, stepMs } = testPattern.pulse;
    const lit = Array.from({ length: cells + 1 }, (_, step) => pulseCellAt(step * stepMs + 1));
    expect(lit).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
  });
});

describe('a screenshot', () => {
  it('with nothing in it is told from one with something else', () => {
    expect(readPattern(blankCanvas(640, 360))).toEqual({ seen: 'nothing' });
    expect(readPattern(blankCanvas(640, 360, [10, 20, 30, 255]))).toEqual({
      seen: 'parts',
      missing: ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'],
    });
  });

  it('of a window tells its borders to the pixel', () => {
    const margins = { left: 3, top: 41, right: 5, bottom: 2 };
    expect(readPattern(paintPattern(1280, 720, 2, { margins }))).toMatchObject({ margins, whole: true });
  });

  it('is not misled by a line or a small mark in a colour of the corners', () => {
    const canvas = paintPattern(640, 360, 0, { margins: { left: 0, top: 30, right: 0, bottom: 0 } });
    fillRect(canvas, { left: 400, top: 25, right: 600, bottom: 27 }, hex('#1e88e5'));
    fillRect(canvas, { left: 10, top: 5, right: 26, bottom: 21 }, hex('#8e24aa'));
    expect(readPattern(canvas)).toMatchObject({ seen: 'pattern', margins: { top: 30, bottom: 0 } });
  });

  it('shows that a bubble lies over the page', () => {
    const canvas = paintPattern(640, 360, 0);
    fillRect(canvas, { left: 440, top: 0, right: 640, bottom: 24 }, [255, 255, 255, 255]);
    expect(readPattern(canvas)).toMatchObject({ seen: 'pattern', whole: false });
  });

  it('shows that it is mirrored', () => {
    expect(readPattern(mirrored(paintPattern(640, 360, 0)))).toEqual({ seen: 'misplaced' });
  });

  it.each([
    ['filled', [0, 255, 0, 255], 'filled'],
    ['nearly clear', [0, 0, 0, 6], 'clear'],
    ['grey as glass', [0, 0, 0, 90], 'filled'],
  ] as const)('shows that its background is %s', (_what, background, expected) => {
    expect(readPattern(paintPattern(640, 360, 0, { background }))).toMatchObject({ background: expected });
  });

  it('shows that half tones were lost', () => {
    const lost = readPattern(paintPattern(640, 360, 0, { withoutHalfTones: true }));
    expect(lost).toMatchObject({ seen: 'pattern', halfTones: false });
  });

  it('with two lit cells tells none', () => {
    const canvas = paintPattern(640, 360, 0);
    const { place, cells } = testPattern.pulse;
    const width = (place.w / cells) * 640;
    const left = Math.round(place.x * 640 + 3 * width);
    fillRect(
      canvas,
      {
        left,
        top: Math.round(place.y * 360),
        right: left + Math.round(width),
        bottom: Math.round((place.y + place.h) * 360),
      },
      [255, 255, 255, 255],
    );
    expect(readPattern(canvas)).toMatchObject({ seen: 'pattern', cell: undefined });
  });

  it('of a scene is whole over any game, also one in the colours of the corners', () => {
    const colours = Object.values(testPattern.corners).map(({ colour }) => hex(colour));
    for (const background of [...colours, hex('#000000'), hex('#ffffff')])
      expect(isUncovered(paintPattern(640, 360, 0, { background }))).toBe(true);
  });

  it('of a scene shows what lies over a corner', () => {
    const canvas = paintPattern(640, 360, 0, { background: hex('#202020') });
    fillRect(canvas, { left: 560, top: 280, right: 640, bottom: 360 }, hex('#303030'));
    expect(isUncovered(canvas)).toBe(false);
  });

  it('of any content is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.nat(255)),
        (width, height, bytes) => {
          const rgba = Uint8Array.from({ length: width * height * 4 }, () => Number(bytes.next().value));
          expect(['nothing', 'parts', 'misplaced', 'pattern']).toContain(
            readPattern({ width, height, rgba }).seen,
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
