import type { OverlayLayer, Place } from '../../../main/contract/models/overlay.ts';
import { placeFor } from '../../../main/contract/models/overlay-layout.ts';
import { type Picture, rectOf } from '../engine/rect.ts';

/** Puts a layer's element where its settings say, with its letter height; hides it where it is switched off. */
export const placeElement = (
  target: HTMLElement,
  layer: OverlayLayer,
  settings: {
    readonly on: boolean;
    readonly place: Place | null;
    readonly size?: number;
    readonly opacity: number;
  },
  picture: Picture,
): void => {
  const { x, y, w, h } = rectOf(placeFor(layer, settings.place, picture.width, picture.height), picture);
  Object.assign(target.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
  target.style.fontSize = `${Math.round((settings.size ?? 30) * picture.scale)}px`;
  target.style.opacity = settings.opacity === 1 ? '' : String(settings.opacity);
  target.hidden = !settings.on;
};
