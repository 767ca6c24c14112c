import { encodeCodewords } from './codewords.ts';
import { createGrid, drawFormat, drawPatterns, type Grid } from './grid.ts';
import { MASKS, penaltyOf } from './mask.ts';

/** Free modules in the order in which data fills them: two columns at a time, from the right, up and down in turns. */
const dataModules = (patterns: Grid): readonly (readonly [number, number])[] => {
  const { side } = patterns;
  const free: [number, number][] = [];
  let upwards = true;
  for (let pair = side - 1; pair >= 1; pair -= 2) {
    // The column of the timing pattern is stepped over.
    const right = pair > 6 ? pair : pair - 1;
    for (let step = 0; step < side; step += 1) {
      const y = upwards ? side - 1 - step : step;
      for (const x of [right, right - 1]) if (x >= 0 && patterns.get(x, y) === undefined) free.push([x, y]);
    }
    upwards = !upwards;
  }
  return free;
};

/** A text as a QR code at level L, `true` = dark; undefined where it is too long (over 2953 bytes). */
export const encodeQr = (text: string): Grid | undefined => {
  const encoded = encodeCodewords(text);
  if (encoded === undefined) return undefined;
  const patterns = drawPatterns(encoded.version);
  const places = dataModules(patterns);
  const bitAt = (index: number) => (((encoded.codewords[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;

  const masked = MASKS.map((isInverted, mask) => {
    const grid = createGrid(patterns.side);
    for (let y = 0; y < grid.side; y += 1)
      for (let x = 0; x < grid.side; x += 1) grid.set(x, y, patterns.get(x, y) === true);
    places.forEach(([x, y], index) => {
      grid.set(x, y, bitAt(index) !== isInverted(x, y));
    });
    drawFormat(grid, mask);
    return { grid, penalty: penaltyOf(grid) };
  });
  return masked.reduce((best, one) => (one.penalty < best.penalty ? one : best)).grid;
};
