import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../main/core/accounts/qr/grid.ts';
import { encodeQr } from '../../../main/core/accounts/qr/qr-code.ts';
import { qrSvg } from '../../../main/core/accounts/qr/qr-svg.ts';
import { correctionFor } from '../../../main/core/accounts/qr/reed-solomon.ts';

/** A reader of its own for codes of one block (versions 1 to 5 at level L), written from the standard's description. */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_i, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

const isPattern = (side: number, row: number, column: number): boolean => {
  const nearCorner = (row < 9 && (column < 9 || column >= side - 8)) || (row >= side - 8 && column < 9);
  const centre = side - 7;
  const onAlignment = side > 21 && Math.abs(row - centre) <= 2 && Math.abs(column - centre) <= 2;
  return nearCorner || row === 6 || column === 6 || onAlignment;
};

/** The mask, out of three of the format's bits, which are written inverted by 101. */
const maskOf = (grid: Grid): number =>
  [2, 3, 4].reduce((value, x) => value * 2 + (grid.get(x, 8) === true ? 1 : 0), 0) ^ 0b101;

const bitsOf = (grid: Grid): readonly number[] => {
  const isInverted = MASKS[maskOf(grid)] ?? (() => false);
  const bits: number[] = [];
  let row = grid.side - 1;
  let direction = -1;
  for (let column = grid.side - 1; column > 0; column -= column === 8 ? 3 : 2) {
    for (; row >= 0 && row < grid.side; row += direction)
      for (const at of [column, column - 1])
        if (!isPattern(grid.side, row, at))
          bits.push((grid.get(at, row) === true) === isInverted(row, at) ? 0 : 1);
    direction = -direction;
    row += direction;
  }
  return bits;
};

const read = (grid: Grid): string => {
  const bits = bitsOf(grid);
  const number = (from: number, count: number) =>
    bits.slice(from, from + count).reduce((value, bit) => value * 2 + bit, 0);
  expect(number(0, 4)).toBe(0b0100);
  const bytes = Array.from({ length: number(4, 8) }, (_, index) => number(12 + index * 8, 8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
};

describe('a QR code', () => {
  it('of any short text is read back by another reader', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100, unit: 'binary-ascii' }), (text) => {
        const grid = encodeQr(text);
        expect(grid === undefined ? '' : read(grid)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('carries the correction of the standard’s own example', () => {
    // ISO/IEC 18004, annex I: "01234567" at 1-M.
    const data = [
      0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
    ];
    expect(correctionFor(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
  });

  it('is as small as it can be, up to the largest there is', () => {
    const sides = [17, 18, 271, 718, 2953, 2954].map((length) => encodeQr('x'.repeat(length))?.side);
    expect(sides).toEqual([21, 25, 57, 89, 177, undefined]);
  });

  it('is drawn with the light margin that readers need; too long a text gives no picture', () => {
    expect(qrSvg('x')).toContain('viewBox="0 0 29 29"');
    expect(qrSvg('x'.repeat(3000))).toBe('');
  });
});
