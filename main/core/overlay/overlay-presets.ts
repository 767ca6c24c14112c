import {
  type OverlayPreset,
  type OverlaySettings,
  type OverlaySettingsInput,
  overlaySettingsSchema,
} from '../../contract/models/overlay.ts';

const off = { on: false } as const;

const presets: Readonly<Record<OverlayPreset, OverlaySettingsInput>> = {
  main: {},
  vertical: { canvas: { width: 1080, height: 1920 }, chat: { rows: 7 } },
  // Alerts in a corner of the picture: what the VJ thanks people for, and no talk.
  corner: { canvas: { width: 600, height: 600 }, danmaku: off, chat: off },
};

/** The settings that a new overlay of this kind starts with. */
export const presetSettings = (preset: OverlayPreset): OverlaySettings =>
  overlaySettingsSchema.parse(presets[preset]);
