/** The field GF(256) of QR codes: x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004, 7.5.2). */
const POLYNOMIAL = 0x11d;

/** Product of two elements of the field. */
const times = (one: number, other: number): number => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product & 0x80 ? POLYNOMIAL : 0);
    if ((other >> bit) & 1) product ^= one;
  }
  return product & 0xff;
};

/** Coefficients of (x - 1)(x - 2)(x - 4)…, highest power first and without the leading 1. */
const generator = (degree: number): readonly number[] => {
  let coefficients = [1];
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    const shifted = [...coefficients, 0];
    const added = coefficients.map((value) => times(value, root));
    coefficients = shifted.map((value, index) => value ^ (index === 0 ? 0 : (added[index - 1] ?? 0)));
    root = times(root, 2);
  }
  return coefficients.slice(1);
};

/** The error-correction codewords of a block of data. */
export const correctionFor = (data: readonly number[], count: number): readonly number[] => {
  const divisor = generator(count);
  let remainder = new Array<number>(count).fill(0);
  for (const value of data) {
    const factor = value ^ (remainder[0] ?? 0);
    remainder = [...remainder.slice(1), 0].map((left, index) => left ^ times(divisor[index] ?? 0, factor));
  }
  return remainder;
};
