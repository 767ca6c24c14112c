import type { Display } from '../../contract/models/desktop.ts';
import type { Bounds } from '../../contract/models/overlay-window.ts';

export type Size = { readonly width: number; readonly height: number };

/** Less than this share of a window in sight, and nobody finds it again. */
const ENOUGH = 0.25;

const overlap = (one: Bounds, other: Bounds): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
};

/** The display that shows most of the window; empty where none shows any of it. */
export const displayOf = (bounds: Bounds, displays: readonly Display[]): string => {
  const shown = displays.map((display) => ({ display, area: overlap(bounds, display.bounds) }));
  const best = shown.reduce<(typeof shown)[number] | undefined>(
    (most, one) => (one.area > (most?.area ?? 0) ? one : most),
    undefined,
  );
  return best?.display.id ?? '';
};

const inSight = (bounds: Bounds, displays: readonly Display[]): boolean => {
  const seen = displays.reduce((sum, display) => sum + overlap(bounds, display.workArea), 0);
  return seen >= ENOUGH * bounds.width * bounds.height;
};

const centred = (size: Size, area: Bounds): Bounds => ({
  ...size,
  x: area.x + Math.max(0, Math.round((area.width - size.width) / 2)),
  y: area.y + Math.max(0, Math.round((area.height - size.height) / 2)),
});

/**
 * Where a window goes: where it was, as long as it can be seen there; else the middle of the display that it was on, or
 * of the main one. `shrink` fits it into that display; without it the size stays, for a picture of fixed size.
 */
export const placeWindow = (
  wish: { readonly bounds: Bounds | null; readonly display: string },
  displays: readonly Display[],
  options: { readonly size: Size; readonly shrink: boolean },
): Bounds => {
  const { bounds } = wish;
  if (bounds !== null && (displays.length === 0 || inSight(bounds, displays))) return bounds;
  const home = displays.find(({ id }) => id === wish.display) ?? displays.find(({ primary }) => primary);
  const area = (home ?? displays[0])?.workArea;
  const size = bounds ?? options.size;
  if (area === undefined) return { x: 0, y: 0, width: size.width, height: size.height };
  const width = options.shrink ? Math.min(size.width, area.width) : size.width;
  const height = options.shrink ? Math.min(size.height, area.height) : size.height;
  return centred({ width, height }, area);
};
