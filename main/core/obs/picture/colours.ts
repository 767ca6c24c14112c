import type { Picture } from './png.ts';

export type Colour = readonly [red: number, green: number, blue: number];

export const colourOf = (hex: string): Colour => {
  const rgb = Number.parseInt(hex.slice(1), 16);
  return [(rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff];
};

export const alphaAt = ({ width, rgba }: Picture, x: number, y: number): number =>
  rgba[(y * width + x) * 4 + 3] ?? 0;

/** Captures shift colours a little: other colour spaces, 2-bit alpha, a colour key's soft edge. */
const tolerance = 48;

/** Whether a pixel is opaque and of this colour, give or take. */
export const isColour = (
  { width, rgba }: Picture,
  x: number,
  y: number,
  [red, green, blue]: Colour,
): boolean => {
  const at = (y * width + x) * 4;
  if ((rgba[at + 3] ?? 0) < 0xe0) return false;
  return (
    Math.abs((rgba[at] ?? 0) - red) <= tolerance &&
    Math.abs((rgba[at + 1] ?? 0) - green) <= tolerance &&
    Math.abs((rgba[at + 2] ?? 0) - blue) <= tolerance
  );
};
