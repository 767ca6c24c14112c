/** A square of modules; `undefined` is still free for data. */
export type Grid = {
  readonly side: number;
  readonly get: (x: number, y: number) => boolean | undefined;
  readonly set: (x: number, y: number, dark: boolean) => void;
};

export const createGrid = (side: number): Grid => {
  const modules = new Array<boolean | undefined>(side * side).fill(undefined);
  return {
    side,
    get: (x, y) => modules[y * side + x],
    set: (x, y, dark) => {
      if (x >= 0 && y >= 0 && x < side && y < side) modules[y * side + x] = dark;
    },
  };
};

/** Centres of the alignment patterns along one side (ISO/IEC 18004, annex E). */
const alignmentCentres = (version: number): readonly number[] => {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = version * 4 + 10;
  const step = version === 32 ? 26 : Math.ceil((last - 6) / (2 * (count - 1))) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - (count - 2 - index) * step)];
};

/** Rings around a centre; `isDark` by the distance from it. */
const drawRings = (
  grid: Grid,
  [cx, cy]: readonly [number, number],
  reach: number,
  isDark: (distance: number) => boolean,
): void => {
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1)
      grid.set(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
};

const drawAlignment = (grid: Grid, version: number): void => {
  const centres = alignmentCentres(version);
  const last = centres.at(-1) ?? 0;
  for (const x of centres)
    for (const y of centres) {
      const onFinder = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!onFinder) drawRings(grid, [x, y], 2, (distance) => distance !== 1);
    }
};

/** Appends the remainder of a division by `divisor`, whose highest bit is `degree`. */
const withRemainder = (value: number, divisor: number, degree: number): number => {
  let remainder = value;
  for (let step = 0; step < degree; step += 1)
    remainder = (remainder << 1) ^ ((remainder >> (degree - 1)) & 1 ? divisor : 0);
  return (value << degree) | (remainder & ((1 << degree) - 1));
};

const drawVersion = (grid: Grid, version: number): void => {
  if (version < 7) return;
  const bits = withRemainder(version, 0x1f25, 12);
  for (let index = 0; index < 18; index += 1) {
    const dark = ((bits >> index) & 1) === 1;
    const far = grid.side - 11 + (index % 3);
    const near = Math.floor(index / 3);
    grid.set(far, near, dark);
    grid.set(near, far, dark);
  }
};

/** The 15 bits that say level L and which mask, twice, and the one module that is always dark. */
export const drawFormat = (grid: Grid, mask: number): void => {
  const LEVEL_L = 0b01;
  const bits = withRemainder((LEVEL_L << 3) | mask, 0x537, 10) ^ 0x5412;
  const { side } = grid;
  for (let index = 0; index < 15; index += 1) {
    const dark = ((bits >> index) & 1) === 1;
    const skipTiming = index < 6 ? index : index + 1;
    if (index < 8) grid.set(8, skipTiming, dark);
    else grid.set(index === 8 ? 7 : 14 - index, 8, dark);
    if (index < 8) grid.set(side - 1 - index, 8, dark);
    else grid.set(8, side - 15 + index, dark);
  }
  grid.set(8, side - 8, true);
};

/** A grid with all patterns of a version drawn; what is left free takes data. */
export const drawPatterns = (version: number): Grid => {
  const grid = createGrid(version * 4 + 17);
  const { side } = grid;
  for (let index = 0; index < side; index += 1) {
    grid.set(6, index, index % 2 === 0);
    grid.set(index, 6, index % 2 === 0);
  }
  for (const centre of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const)
    drawRings(grid, centre, 4, (distance) => distance !== 2 && distance !== 4);
  drawAlignment(grid, version);
  drawFormat(grid, 0);
  drawVersion(grid, version);
  return grid;
};
