import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import type { Picture } from '../engine/rect.ts';

/** One kind of thing on the picture. */
export type Layer = {
  readonly apply: (settings: OverlaySettings, picture: Picture) => void;
  readonly show: (items: readonly OverlayItem[]) => void;
  /** Everything with somebody's words or name in it that is shown or waits to be. */
  readonly items: () => readonly OverlayItem[];
  /** Takes off what matches, shown or waiting, and with it whatever was folded into the same place. */
  readonly remove: (matches: (item: OverlayItem) => boolean) => void;
  readonly clear: () => void;
  /** Called when the page stops or starts being painted: whatever would be stale by then goes. */
  readonly setHidden: (hidden: boolean) => void;
  /** Items on the picture now. */
  readonly onScreen: () => number;
};
