import { type OverlaySettings, overlaySettingsSchema } from '../../../../main/contract/models/overlay.ts';

const KIND = 'livedeck-overlay';
const VERSION = 1;
/** Far above what settings with the longest CSS need. */
export const SETTINGS_FILE_MAX = 100_000;

export type SettingsFile =
  | { readonly ok: true; readonly settings: Omit<OverlaySettings, 'rooms'> }
  | {
      readonly ok: false;
      readonly why: 'not-json' | 'other-file' | 'newer' | 'settings';
      readonly detail: string;
    };

/** An overlay's settings as a file. Without the rooms, which mean nothing on another computer, and without the secret. */
export const writeSettings = (name: string, { rooms: _, ...settings }: OverlaySettings): string =>
  `${JSON.stringify({ kind: KIND, version: VERSION, name, settings }, null, 2)}\n`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads such a file; what an older one does not name gets its default. */
export const readSettings = (text: string): SettingsFile => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, why: 'not-json', detail: error instanceof Error ? error.message : '' };
  }
  if (!isRecord(value) || value.kind !== KIND) return { ok: false, why: 'other-file', detail: '' };
  if (typeof value.version !== 'number' || value.version > VERSION)
    return { ok: false, why: 'newer', detail: String(value.version) };
  const parsed = overlaySettingsSchema.safeParse(value.settings);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, why: 'settings', detail: issue?.path.join('.') ?? '' };
  }
  const { rooms: _, ...settings } = parsed.data;
  return { ok: true, settings };
};
