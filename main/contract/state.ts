import { z } from 'zod';
import { accountSchema } from './models/account.ts';
import { desktopStateSchema } from './models/desktop.ts';
import { heldItemSchema } from './models/held.ts';
import { obsStateSchema } from './models/obs-state.ts';
import { overlayStatusSchema } from './models/overlay.ts';
import { overlayWindowSchema } from './models/overlay-window.ts';
import { panicSchema } from './models/panic.ts';
import { rehearsalSchema } from './models/rehearsal.ts';
import { roomSchema } from './models/room.ts';
import { serviceWordsSchema } from './models/service-words.ts';
import { settingsSchema } from './models/settings.ts';
import { updatesStateSchema } from './models/update.ts';
import { personMarkSchema } from './models/user-card.ts';
import { ruleGroupSchema, wordSettingsSchema } from './models/word-rule.ts';

/**
 * The values that the main process owns and windows mirror. A window asks for `{revision, value}` and then follows
 * patches; a patch replaces whole top-level entries, `null` takes one away. Whoever sees a revision missing asks again.
 */
export const topics = {
  app: z.object({
    version: z.string(),
    host: z.enum(['desktop', 'browser']),
    platform: z.string(),
    /** True until an account was opened on this data folder. */
    firstStart: z.boolean(),
    /** `os`: the system can seal keys. `none`: a passphrase, or only for this run. */
    keyProtection: z.enum(['os', 'none']),
    /** A pass that a `livedeck://` link offered, still sealed; empty where none waits. */
    offeredPass: z.string(),
    /** Things the person should know since the start, e.g. a damaged settings file that was set aside. */
    reports: z.array(z.object({ id: z.string(), en: z.string(), 'zh-CN': z.string() })),
  }),
  settings: settingsSchema,
  accounts: z.record(z.string(), accountSchema),
  rooms: z.record(z.string(), roomSchema),
  /**
   * By room key: messages in each of the last 10 whole seconds, oldest first, against `ROOM_CAP_PER_SECOND`. Apart from
   * the rooms, because it changes every second.
   */
  pressure: z.record(z.string(), z.array(z.number().int())),
  rehearsal: z.object({ running: rehearsalSchema.nullable() }),
  panic: panicSchema,
  overlays: z.record(z.string(), overlayStatusSchema),
  obs: obsStateSchema,
  words: z.object({
    /** Goes up with every change of the rules: whoever shows a page of them asks for it again. */
    revision: z.number().int(),
    count: z.number().int(),
    /** Rules by group ID; those in no group under `''`. */
    groupCounts: z.record(z.string(), z.number().int()),
    groups: z.array(ruleGroupSchema),
    settings: wordSettingsSchema,
    /** Panic: the strict groups are on. */
    strict: z.boolean(),
    /** A long list is not in force everywhere yet; until then the rules before it are. */
    loading: z.boolean(),
  }),
  /** The service's own word lists, by account, as far as somebody has opened them. */
  serviceWords: z.record(z.string(), serviceWordsSchema),
  /** Comments that wait for a decision, by `HeldItem.id`. */
  held: z.record(z.string(), heldItemSchema),
  /** Everybody with a note or a watch flag, by `markKey`. */
  marks: z.record(z.string(), personMarkSchema),
  desktop: desktopStateSchema,
  /** By overlay ID, as soon as a window of it was opened once. */
  overlayWindows: z.record(z.string(), overlayWindowSchema),
  updates: updatesStateSchema,
} as const;

export type Topic = keyof typeof topics;
export type TopicValue<T extends Topic> = Readonly<z.infer<(typeof topics)[T]>>;
export const topicNames = Object.keys(topics) as Topic[];
export const topicSchema = z.enum(topicNames as [Topic, ...Topic[]]);

export const statePatchSchema = z.object({
  topic: topicSchema,
  revision: z.number().int(),
  /** Top-level entries to replace; `null` removes the entry. */
  patch: z.record(z.string(), z.unknown()),
});
export type StatePatch = Readonly<z.infer<typeof statePatchSchema>>;
