import { type OverlayStatus, overlayPresets } from '../../../../main/contract/models/overlay.ts';

const presetOf = (id: string) =>
  overlayPresets.findIndex((preset) => id === preset || id.startsWith(`${preset}-`));

/** The same order always, whichever of them changed last: by purpose, then as they were made. */
export const inOrder = (overlays: readonly OverlayStatus[]): readonly OverlayStatus[] =>
  [...overlays].sort(
    (a, b) => presetOf(a.id) - presetOf(b.id) || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
