import type { OverlayClient } from '../../../../main/contract/models/overlay.ts';

/** The Chromium of OBS 28, the oldest that the page is made for. */
export const OLDEST_CHROMIUM = 103;

export type ClientTrouble = 'size' | 'old' | 'not-chromium' | 'silent';

/** What keeps a page from showing the overlay as it was laid out. */
export const troublesOf = (
  client: OverlayClient,
  canvas: { readonly width: number; readonly height: number },
): readonly ClientTrouble[] => [
  ...(client.width !== canvas.width || client.height !== canvas.height ? (['size'] as const) : []),
  ...(client.chromium === 0 ? (['not-chromium'] as const) : []),
  ...(client.chromium > 0 && client.chromium < OLDEST_CHROMIUM ? (['old'] as const) : []),
  ...(client.receipt?.answered === false ? (['silent'] as const) : []),
];
