import type { Picture } from '../../main/core/obs/picture/png.ts';

/** How bright every channel of a letter is at least; the ground of the frames is dark green. */
const BRIGHT = 170;
/** A bar is a block of full height; a line through it and the edge of a letter are not. */
const ROWS = 3;
const ROW_STEP = 2;

const isBright = ({ width, rgba }: Picture, x: number, y: number): boolean => {
  const at = (y * width + x) * 4;
  return (rgba[at] ?? 0) > BRIGHT && (rgba[at + 1] ?? 0) > BRIGHT && (rgba[at + 2] ?? 0) > BRIGHT;
};

const longestRun = (picture: Picture, y: number): number => {
  let longest = 0;
  let run = 0;
  for (let x = 0; x < picture.width; x += 1) {
    run = isBright(picture, x, y) ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
};

/**
 * The length of the longest bright bar in a picture, px. The marked comments of these tests begin with a run of U+2588
 * (full block), which no other text looks like, whatever fonts the machine has.
 */
export const longestBar = (picture: Picture): number => {
  const runs: number[] = [];
  let longest = 0;
  for (let y = 0; y < picture.height; y += ROW_STEP) {
    runs.push(longestRun(picture, y));
    if (runs.length >= ROWS) longest = Math.max(longest, Math.min(...runs.slice(-ROWS)));
  }
  return longest;
};
