import type { Display } from '../../../../main/contract/models/desktop.ts';
import type { Bounds } from '../../../../main/contract/models/overlay-window.ts';

type Size = { readonly width: number; readonly height: number };

/** The display that a window is on, as far as it is known. */
export const homeOf = (display: string, displays: readonly Display[]): Display | undefined =>
  displays.find(({ id }) => id === display) ?? displays.find(({ primary }) => primary) ?? displays[0];

/** The middle of a display's free part; a larger picture begins at its corner, where it can be reached. */
export const middleOf = ({ workArea }: Pick<Display, 'workArea'>, { width, height }: Size): Bounds => ({
  x: workArea.x + Math.max(0, Math.round((workArea.width - width) / 2)),
  y: workArea.y + Math.max(0, Math.round((workArea.height - height) / 2)),
  width,
  height,
});
