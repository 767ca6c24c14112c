type Layout = { readonly rowBytes: number; readonly height: number; readonly pixelBytes: number };

/** The neighbour that is nearest to left + above - upper left (PNG specification, 9.4). */
const paeth = (left: number, above: number, upperLeft: number): number => {
  const guess = left + above - upperLeft;
  const [toLeft, toAbove, toUpperLeft] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - upperLeft),
  ];
  if (toLeft <= toAbove && toLeft <= toUpperLeft) return left;
  return toAbove <= toUpperLeft ? above : upperLeft;
};

type Predict = (left: number, above: number, upperLeft: number) => number;

const predictors: readonly Predict[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/** Undoes the filter that each row of a PNG names in its first byte; `undefined` where there is no such filter. */
export const unfilter = (rows: Buffer, { rowBytes, height, pixelBytes }: Layout): Uint8Array | undefined => {
  const out = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const source = row * (rowBytes + 1);
    const start = row * rowBytes;
    const predict = predictors[rows[source] ?? -1];
    if (predict === undefined) return undefined;
    for (let index = 0; index < rowBytes; index += 1) {
      const at = start + index;
      const hasLeft = index >= pixelBytes;
      const left = hasLeft ? (out[at - pixelBytes] ?? 0) : 0;
      const above = row > 0 ? (out[at - rowBytes] ?? 0) : 0;
      const upperLeft = hasLeft && row > 0 ? (out[at - rowBytes - pixelBytes] ?? 0) : 0;
      out[at] = (rows[source + 1 + index] ?? 0) + predict(left, above, upperLeft);
    }
  }
  return out;
};
