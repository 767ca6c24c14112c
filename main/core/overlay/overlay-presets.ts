import {
  type OverlayPreset,
  type OverlaySettings,
  type OverlaySettingsInput,
  overlaySettingsSchema,
} from '../../contract/models/overlay.ts';

const off = { on: false } as const;

const presets: Readonly<Record<OverlayPreset, OverlaySettingsInput>> = {
  main: {},
  // Seen on a phone, where the same letters are smaller than on a monitor.
  vertical: {
    canvas: { width: 1080, height: 1920 },
    danmaku: { size: 50 },
    chat: { size: 42, rows: 7 },
    ticker: { size: 36 },
    pin: { size: 44 },
    gift: { size: 44 },
  },
  // Alerts in a corner of the picture: what the VJ thanks people for, and no talk.
  corner: { canvas: { width: 600, height: 600 }, danmaku: off, chat: off },
};

/** The settings that a new overlay of this kind starts with. */
export const presetSettings = (preset: OverlayPreset): OverlaySettings =>
  overlaySettingsSchema.parse(presets[preset]);
