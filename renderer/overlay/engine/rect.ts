import type { Place } from '../../../main/contract/models/overlay.ts';

/** CSS px, origin at the picture's top left. */
export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** The picture as it is now. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Px per unit of a size setting. */
  readonly scale: number;
  /** Device px per CSS px. */
  readonly dpr: number;
};

/** A place in px; what sticks out of the picture is pulled back in. */
export const rectOf = (place: Place, { width, height }: Pick<Picture, 'width' | 'height'>): Rect => {
  const w = Math.min(1, place.w);
  const h = Math.min(1, place.h);
  const x = Math.min(place.x, 1 - w);
  const y = Math.min(place.y, 1 - h);
  return {
    x: Math.round(x * width),
    y: Math.round(y * height),
    w: Math.round(w * width),
    h: Math.round(h * height),
  };
};
