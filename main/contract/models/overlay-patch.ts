import { type OverlaySettings, overlaySettingsSchema } from './overlay.ts';

/** Some settings; a layer may name only some of its fields. */
export type OverlayPatch = Readonly<Record<string, unknown>>;

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Layers are patched field by field, everything else is replaced. */
export const mergeOverlayPatch = (current: OverlaySettings, patch: OverlayPatch) => {
  const merged: Record<string, unknown> = { ...current };
  for (const [field, value] of Object.entries(patch)) {
    const before = merged[field];
    merged[field] = isPlainObject(before) && isPlainObject(value) ? { ...before, ...value } : value;
  }
  return overlaySettingsSchema.safeParse(merged);
};
