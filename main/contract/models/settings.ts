import { z } from 'zod';
import { languageSchema } from '../app-error.ts';
import { MUTE_FOREVER_SECONDS, WARNING_MAX } from './action.ts';
import { deckSchema } from './deck.ts';
import { desktopSettings } from './desktop.ts';
import { ownKeysSchema } from './keys.ts';
import { defaultOwnButtons, ownButtonsSchema } from './own-button.ts';

const seconds = z.number().int().min(1).max(MUTE_FOREVER_SECONDS);

/** What the user chose; every field has a default, so that an old or empty document parses. */
export const settingsSchema = z.object({
  /** `null` follows the system's language. */
  language: languageSchema.nullable().default(null),
  theme: z.enum(['dark', 'light', 'system']).default('dark'),
  /** Seconds of `M`. */
  muteSeconds: seconds.default(600),
  /** Seconds of `B`. */
  banSeconds: seconds.default(86_400),
  /** Lengths to choose from, seconds. */
  muteTimes: z.array(seconds).min(1).max(12).default([60, 600, 3_600, 86_400, MUTE_FOREVER_SECONDS]),
  banTimes: z.array(seconds).min(1).max(12).default([3_600, 86_400, 604_800, 2_592_000]),
  /** Words of warnings; `{nick}` is whom they go to. None: the usual ones in the language of the panel. */
  warnTexts: z.array(z.string().trim().min(1).max(WARNING_MAX)).max(12).default([]),
  ownButtons: ownButtonsSchema.default([...defaultOwnButtons]),
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
  /** `null` until the deck was laid out once; the held column then stands open if `columnWidths` knows it. */
  deck: deckSchema.nullable().default(null),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export const defaultSettings: Settings = settingsSchema.parse({});
