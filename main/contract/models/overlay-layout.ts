import type { OverlayLayer, Place } from './overlay.ts';

type Shape = 'wide' | 'tall' | 'corner';

/**
 * Where each layer sits until somebody drags it. Wide pictures keep the middle and the lower right free (game, face
 * cam); tall ones keep clear of the platform's own buttons at the right and bottom; a small one stacks everything.
 */
const places: Readonly<Record<Shape, Readonly<Record<OverlayLayer, Place>>>> = {
  wide: {
    danmaku: { x: 0, y: 0.03, w: 1, h: 0.34 },
    chat: { x: 0.02, y: 0.5, w: 0.3, h: 0.4 },
    likes: { x: 0.86, y: 0.48, w: 0.12, h: 0.42 },
    ticker: { x: 0.02, y: 0.915, w: 0.5, h: 0.06 },
    pin: { x: 0.36, y: 0.69, w: 0.42, h: 0.215 },
    gift: { x: 0.36, y: 0.5, w: 0.3, h: 0.14 },
  },
  tall: {
    danmaku: { x: 0, y: 0.09, w: 1, h: 0.2 },
    chat: { x: 0.04, y: 0.56, w: 0.72, h: 0.27 },
    likes: { x: 0.78, y: 0.5, w: 0.2, h: 0.34 },
    ticker: { x: 0.04, y: 0.845, w: 0.72, h: 0.035 },
    pin: { x: 0.04, y: 0.393, w: 0.72, h: 0.157 },
    gift: { x: 0.04, y: 0.3, w: 0.72, h: 0.083 },
  },
  corner: {
    danmaku: { x: 0, y: 0.02, w: 1, h: 0.23 },
    chat: { x: 0.03, y: 0.57, w: 0.7, h: 0.33 },
    likes: { x: 0.77, y: 0.3, w: 0.21, h: 0.6 },
    ticker: { x: 0.03, y: 0.91, w: 0.8, h: 0.07 },
    pin: { x: 0.03, y: 0.38, w: 0.7, h: 0.185 },
    gift: { x: 0.03, y: 0.255, w: 0.7, h: 0.12 },
  },
};

const shapeOf = (width: number, height: number): Shape => {
  if (height > width * 1.1) return 'tall';
  return Math.min(width, height) < 640 ? 'corner' : 'wide';
};

/** The place of a layer on a picture of this size, dragged or not. */
export const placeFor = (layer: OverlayLayer, own: Place | null, width: number, height: number): Place =>
  own ?? places[shapeOf(width, height)][layer];

/** Px per unit of a `size` setting: 1 on a picture whose shorter side is 1080 px, never so small that it cannot be read. */
export const scaleFor = (width: number, height: number): number =>
  Math.min(4, Math.max(0.6, Math.min(width, height) / 1080));
