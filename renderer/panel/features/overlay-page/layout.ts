import type { Place } from '../../../../main/contract/models/overlay.ts';

/** Where a box is held: its middle, or an edge or corner by its compass direction. */
export type Grip = 'move' | 'n' | 's' | 'e' | 'w' | 'ne' | 'nw' | 'se' | 'sw';
export const edges: readonly Exclude<Grip, 'move'>[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

/** A line that a box has snapped to, as a share of the picture. */
export type Guide = { readonly axis: 'x' | 'y'; readonly at: number };

/** Television's title-safe area: text outside of it is cut off on some screens (EBU R 95). */
export const SAFE_MARGIN = 0.05;
/** The picture's edges, its safe margins and its middle. */
const LINES = [0, SAFE_MARGIN, 0.5, 1 - SAFE_MARGIN, 1] as const;
/** A box can always be got hold of again. */
const LEAST = 0.03;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** The shift that brings one of the points onto a line, if one is near enough. */
const snapShift = (points: readonly number[], reach: number) => {
  let best: { readonly shift: number; readonly line: number } | undefined;
  for (const point of points) {
    for (const line of LINES) {
      const shift = line - point;
      if (Math.abs(shift) <= reach && (best === undefined || Math.abs(shift) < Math.abs(best.shift)))
        best = { shift, line };
    }
  }
  return best;
};

type Span = { readonly start: number; readonly length: number };
type Held = { readonly start: boolean; readonly end: boolean };

/** One axis of a drag: both ends held move the box, one end alone resizes it. */
const dragSpan = ({ start, length }: Span, held: Held, by: number, reach: number) => {
  const end = start + length;
  if (held.start && held.end) {
    const moved = clamp(start + by, 0, 1 - length);
    const snap = snapShift([moved, moved + length / 2, moved + length], reach);
    const at = clamp(moved + (snap?.shift ?? 0), 0, 1 - length);
    return { span: { start: at, length }, line: snap?.line };
  }
  if (!held.start && !held.end) return { span: { start, length }, line: undefined };
  const wished = (held.start ? start : end) + by;
  const snap = snapShift([wished], reach);
  const edge = wished + (snap?.shift ?? 0);
  if (held.start) {
    const at = clamp(edge, 0, end - LEAST);
    return { span: { start: at, length: end - at }, line: snap?.line };
  }
  const at = clamp(edge, start + LEAST, 1);
  return { span: { start, length: at - start }, line: snap?.line };
};

/** A box after its grip was moved, with the lines that it snapped to. `reach` is how near is near, in shares. */
export const dragged = (
  place: Place,
  grip: Grip,
  by: { readonly x: number; readonly y: number },
  reach: { readonly x: number; readonly y: number },
): { readonly place: Place; readonly guides: readonly Guide[] } => {
  const move = grip === 'move';
  const x = dragSpan(
    { start: place.x, length: place.w },
    { start: move || grip.includes('w'), end: move || grip.includes('e') },
    by.x,
    reach.x,
  );
  const y = dragSpan(
    { start: place.y, length: place.h },
    { start: move || grip.includes('n'), end: move || grip.includes('s') },
    by.y,
    reach.y,
  );
  return {
    place: {
      x: round(x.span.start),
      y: round(y.span.start),
      w: round(x.span.length),
      h: round(y.span.length),
    },
    guides: [
      ...(x.line === undefined ? [] : [{ axis: 'x' as const, at: x.line }]),
      ...(y.line === undefined ? [] : [{ axis: 'y' as const, at: y.line }]),
    ],
  };
};

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** px of the picture for one press of an arrow key, and with Shift. */
const STEP = 2;
const LONG_STEP = 20;

type Press = { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean };

/** A box after an arrow key: it moves, or with Alt its lower right corner does. */
export const nudged = (
  place: Place,
  press: Press,
  canvas: { readonly width: number; readonly height: number },
): Place | undefined => {
  const way = arrows[press.key];
  if (way === undefined) return undefined;
  const step = press.shiftKey ? LONG_STEP : STEP;
  const by = { x: (way.x * step) / canvas.width, y: (way.y * step) / canvas.height };
  return dragged(place, press.altKey ? 'se' : 'move', by, { x: -1, y: -1 }).place;
};
