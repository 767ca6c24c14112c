import type { Place } from './overlay.ts';

export type PatternBlock = Readonly<{ place: Place; colour: string }>;

/**
 * What the overlay page shows during the picture test, and what is looked for in OBS's screenshot. All places are in
 * shares of the picture, all blocks hard-edged. The page hides its layers meanwhile, keeps its background (clear, or the
 * key colour) and stays empty while it is blanked. The colours keep far from green, blue and magenta keys.
 */
export const testPattern = {
  /** Each its own colour, so that a mirrored, shifted or cropped picture is told from a right one. */
  corners: {
    topLeft: { place: { x: 0, y: 0, w: 0.08, h: 0.12 }, colour: '#e53935' },
    topRight: { place: { x: 0.92, y: 0, w: 0.08, h: 0.12 }, colour: '#fdd835' },
    bottomLeft: { place: { x: 0, y: 0.88, w: 0.08, h: 0.12 }, colour: '#1e88e5' },
    bottomRight: { place: { x: 0.92, y: 0.88, w: 0.08, h: 0.12 }, colour: '#8e24aa' },
  },
  /** Two bars that cross in the middle of the picture. */
  cross: [
    { place: { x: 0.4, y: 0.47, w: 0.2, h: 0.06 }, colour: '#ffffff' },
    { place: { x: 0.48, y: 0.38, w: 0.04, h: 0.24 }, colour: '#ffffff' },
  ],
  /** Half transparent over nothing: shows whether alpha comes through in steps or only on and off. */
  half: { place: { x: 0.15, y: 0.68, w: 0.2, h: 0.16 }, colour: '#ffffff', alpha: 0.5 },
  /** A row of cells of which one is lit and moves on by one every `stepMs`: shows that frames move. */
  pulse: {
    place: { x: 0.56, y: 0.72, w: 0.32, h: 0.08 },
    cells: 8,
    stepMs: 250,
    lit: '#ffffff',
    dark: '#212121',
  },
  /** Nothing is drawn around these points. */
  clear: [
    { x: 0.5, y: 0.2 },
    { x: 0.25, y: 0.3 },
    { x: 0.75, y: 0.3 },
    { x: 0.2, y: 0.5 },
    { x: 0.8, y: 0.5 },
    { x: 0.5, y: 0.92 },
  ],
} as const satisfies Readonly<{
  corners: Readonly<Record<string, PatternBlock>>;
  cross: readonly PatternBlock[];
  half: PatternBlock & { alpha: number };
  pulse: { place: Place; cells: number; stepMs: number; lit: string; dark: string };
  clear: readonly { x: number; y: number }[];
}>;
export type PatternCorner = keyof typeof testPattern.corners;

/** Which cell of the pulse is lit at this time, by any clock in ms. */
export const pulseCellAt = (ms: number): number =>
  Math.floor(ms / testPattern.pulse.stepMs) % testPattern.pulse.cells;
