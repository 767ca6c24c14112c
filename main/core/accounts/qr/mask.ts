import type { Grid } from './grid.ts';

/** The eight masks (ISO/IEC 18004, table 10): where the data is inverted. */
export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Five and more alike in a row, and what looks like a finder pattern, in one line. */
const linePenalty = (line: string): number => {
  let penalty = 0;
  for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
  for (const pattern of ['10111010000', '00001011101'])
    for (let at = line.indexOf(pattern); at !== -1; at = line.indexOf(pattern, at + 1)) penalty += 40;
  return penalty;
};

const squarePenalty = (rows: readonly string[]): number => {
  let penalty = 0;
  for (let y = 0; y + 1 < rows.length; y += 1)
    for (let x = 0; x + 1 < rows.length; x += 1) {
      const four = `${rows[y]?.slice(x, x + 2)}${rows[y + 1]?.slice(x, x + 2)}`;
      if (four === '0000' || four === '1111') penalty += 3;
    }
  return penalty;
};

/** How hard a masked code would be to read (7.8.3); the mask with the least is taken. */
export const penaltyOf = (grid: Grid): number => {
  const indices = Array.from({ length: grid.side }, (_, index) => index);
  const module = (x: number, y: number) => (grid.get(x, y) === true ? '1' : '0');
  const rows = indices.map((y) => indices.map((x) => module(x, y)).join(''));
  const columns = indices.map((x) => indices.map((y) => module(x, y)).join(''));
  const lines = [...rows, ...columns].reduce((sum, line) => sum + linePenalty(line), 0);
  const dark = rows.join('').replaceAll('0', '').length / grid.side ** 2;
  return lines + squarePenalty(rows) + Math.floor(Math.abs(dark * 100 - 50) / 5) * 10;
};
