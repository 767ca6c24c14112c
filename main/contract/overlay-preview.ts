import type { OverlaySettings } from './models/overlay.ts';
import type { OverlayItem } from './overlay-protocol.ts';

/**
 * How the panel speaks to the overlay page in its preview frame, past the server: what is tried out there must never get
 * to a page on air. Only a page opened with `?preview` listens, and only to the window that holds it.
 */
export type OverlayPreviewOrder =
  /** Settings that are still being tried. */
  | { readonly type: 'livedeck:try'; readonly settings: OverlaySettings }
  /** Made-up content in place of the room's, or back to the room's. */
  | { readonly type: 'livedeck:sample'; readonly on: boolean }
  | { readonly type: 'livedeck:show'; readonly items: readonly OverlayItem[] };

/** What the preview tells the window that holds it, once the server has greeted it. */
export const overlayPreviewReady = 'livedeck:preview-ready';
