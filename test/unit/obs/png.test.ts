import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePng } from '../../../main/core/obs/picture/png.ts';
import { encodePng, wrapPng } from '../../support/obs-server/paint-pattern.ts';

/** A picture of any size and content, up to 12 × 12. */
const picture = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      rgba: fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
    }),
  );

/** What a PNG writer does with each row, from the specification's other side: the encoder's. */
const filterRow = (type: number, row: Uint8Array, above: Uint8Array, pixelBytes: number): number[] =>
  [...row].map((value, index) => {
    const left = index >= pixelBytes ? (row[index - pixelBytes] ?? 0) : 0;
    const up = above[index] ?? 0;
    const corner = index >= pixelBytes ? (above[index - pixelBytes] ?? 0) : 0;
    const guess = left + up - corner;
    const nearest = [left, up, corner].reduce((best, one) =>
      Math.abs(guess - one) < Math.abs(guess - best) ? one : best,
    );
    return (value - ([0, left, up, Math.floor((left + up) / 2), nearest][type] ?? 0)) & 0xff;
  });

describe('the decoder of screenshots', () => {
  it('gives every picture back as it was', () => {
    fc.assert(
      fc.property(picture, (given) => {
        expect(decodePng(encodePng(given))).toEqual(given);
      }),
    );
  });

  it('undoes every filter, in any mixture of rows', () => {
    fc.assert(
      fc.property(
        picture,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 }),
        (given, filters) => {
          const bytes = given.width * 4;
          const rows = Array.from({ length: given.height }, (_, y) => {
            const row = given.rgba.subarray(y * bytes, (y + 1) * bytes);
            const above = y > 0 ? given.rgba.subarray((y - 1) * bytes, y * bytes) : new Uint8Array(bytes);
            const type = filters[y] ?? 0;
            return [type, ...filterRow(type, row, above, 4)];
          });
          expect(decodePng(wrapPng(given.width, given.height, Buffer.from(rows.flat())))).toEqual(given);
        },
      ),
    );
  });

  it('takes a picture without alpha as opaque', () => {
    const rows = Buffer.from([0, 1, 2, 3, 4, 5, 6]);
    expect(decodePng(wrapPng(2, 1, rows, 2))).toEqual({
      width: 2,
      height: 1,
      rgba: Uint8Array.from([1, 2, 3, 255, 4, 5, 6, 255]),
    });
  });

  it('finds no picture in a file with any byte changed, cut off or added in between', () => {
    const file = encodePng({ width: 3, height: 2, rgba: new Uint8Array(24).fill(7) });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const damaged = Buffer.from(file);
          damaged[at] = ((damaged[at] ?? 0) + by) & 0xff;
          expect(decodePng(damaged)).toBe(undefined);
          expect(decodePng(file.subarray(0, at))).toBe(undefined);
        },
      ),
    );
  });

  it('throws for no bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodePng(Buffer.from(bytes))).toBe(undefined);
      }),
    );
  });

  it.each([
    ['more rows than the header says', Buffer.alloc(9 * 3)],
    ['fewer rows than the header says', Buffer.alloc(9)],
    ['a filter that does not exist', Buffer.from([9, ...new Array(8).fill(0), 0, ...new Array(8).fill(0)])],
  ])('finds no picture in %s', (_what, rows) => {
    expect(decodePng(wrapPng(2, 2, rows))).toBe(undefined);
  });

  it('does not unpack a picture that claims to be enormous', () => {
    expect(decodePng(wrapPng(60_000, 60_000, Buffer.alloc(100)))).toBe(undefined);
  });

  it.each([0, 3, 4])('leaves colour type %i to others', (type) => {
    expect(decodePng(wrapPng(1, 1, Buffer.from([0, 1, 2, 3, 4]), type))).toBe(undefined);
  });
});
