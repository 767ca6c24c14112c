import { z } from 'zod';
import { languageSchema } from '../app-error.ts';

/** What the user chose; every field has a default, so that an old or empty document parses. */
export const settingsSchema = z.object({
  /** `null` follows the system's language. */
  language: languageSchema.nullable().default(null),
  theme: z.enum(['dark', 'light', 'system']).default('dark'),
  /** Seconds of `M`. */
  muteSeconds: z.number().int().min(1).default(600),
  remoteImages: z.boolean().default(false),
  /** Column widths of the deck, px, by column id. */
  columnWidths: z.record(z.string(), z.number().min(200).max(2000)).default({}),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export const defaultSettings: Settings = settingsSchema.parse({});
