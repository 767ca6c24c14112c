import { z } from 'zod';
import { languageSchema } from '../app-error.ts';
import { desktopSettings } from './desktop.ts';
import { ownKeysSchema } from './keys.ts';

/** What the user chose; every field has a default, so that an old or empty document parses. */
export const settingsSchema = z.object({
  /** `null` follows the system's language. */
  language: languageSchema.nullable().default(null),
  theme: z.enum(['dark', 'light', 'system']).default('dark'),
  /** Seconds of `M`. */
  muteSeconds: z.number().int().min(1).default(600),
  remoteImages: z.boolean().default(false),
  /** How long a held comment waits for a person, seconds. */
  heldTimeoutSeconds: z.number().int().min(5).max(86_400).default(120),
  /** What becomes of one that nobody decided about; `keep` = it goes on waiting. */
  heldTimeout: z.enum(['deny', 'approve', 'keep']).default('deny'),
  /** How long comments are kept, days, and on how much of the disk, MB. */
  historyDays: z.number().int().min(1).max(3650).default(30),
  historyMegabytes: z.number().int().min(100).max(1_000_000).default(2048),
  /** Keys that differ from the usual ones, by command. */
  keys: ownKeysSchema.default({}),
  ...desktopSettings,
  /** Column widths of the deck, px, by column id. */
  columnWidths: z.record(z.string(), z.number().min(200).max(2000)).default({}),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export const defaultSettings: Settings = settingsSchema.parse({});
