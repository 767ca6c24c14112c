import { z } from 'zod';
import { actionSchema, journalEntrySchema } from './models/action.ts';
import { feedItemSchema, roomKeySchema } from './models/feed-item.ts';
import { audienceProfileSchema, rehearsalSchema } from './models/rehearsal.ts';
import { roomIdSchema } from './models/room.ts';
import { settingsSchema } from './models/settings.ts';
import { topicSchema } from './state.ts';

const nothing = z.strictObject({});
const panel = ['panel'] as const;

/**
 * Every call that a window can make: what goes in, what comes out, and which windows may call it. The handlers are a
 * `Record` over these names, so a call without a handler does not compile. No schema here has room for the signing key.
 */
export const calls = {
  'state:get': {
    input: z.strictObject({ topic: topicSchema }),
    output: z.object({ revision: z.number().int(), value: z.unknown() }),
    callers: panel,
  },
  'settings:set': {
    input: z.strictObject({ patch: settingsSchema.partial() }),
    output: settingsSchema,
    callers: panel,
  },
  'rehearsal:start': {
    input: z.strictObject({
      audience: audienceProfileSchema.default('busy'),
      seed: z.number().int().min(0).max(0xffff_ffff).optional(),
    }),
    output: rehearsalSchema,
    callers: panel,
  },
  'rehearsal:set-audience': {
    input: z.strictObject({ audience: audienceProfileSchema }),
    output: rehearsalSchema,
    callers: panel,
  },
  'rehearsal:stop': { input: nothing, output: nothing, callers: panel },
  'room:open': {
    input: z.strictObject({ accountId: z.string().min(1).max(100), roomId: roomIdSchema }),
    output: z.object({ roomKey: roomKeySchema }),
    callers: panel,
  },
  'room:close': { input: z.strictObject({ roomKey: roomKeySchema }), output: nothing, callers: panel },
  /** Says something as this account in the room's convention; `danmaku` asks for it to fly over the picture. */
  'room:say': {
    input: z.strictObject({
      roomKey: roomKeySchema,
      text: z.string().trim().min(1).max(2000),
      danmaku: z.boolean().default(false),
    }),
    output: z.object({ itemId: z.string() }),
    callers: panel,
  },
  /** The newest items of a room's feed, oldest first; `before` pages back from an item's id. */
  'feed:recent': {
    input: z.strictObject({
      roomKey: roomKeySchema,
      limit: z.number().int().min(1).max(1000).default(200),
      before: z.string().optional(),
    }),
    output: z.object({ items: z.array(feedItemSchema), more: z.boolean() }),
    callers: panel,
  },
  /** One action in each of the named rooms; answers when every room has a result. */
  'moderation:act': {
    input: z.strictObject({
      action: actionSchema,
      rooms: z.array(roomKeySchema).min(1).max(200),
      reason: z.string().max(500).default(''),
      original: z.string().max(12_000).optional(),
    }),
    output: z.object({ entries: z.array(journalEntrySchema) }),
    callers: panel,
  },
  /** Reverses an entry, or the newest one of this panel's that can be reversed. */
  'moderation:undo': {
    input: z.strictObject({ entryId: z.string().optional() }),
    output: z.object({ entries: z.array(journalEntrySchema) }),
    callers: panel,
  },
  'journal:recent': {
    input: z.strictObject({ limit: z.number().int().min(1).max(1000).default(200) }),
    output: z.object({ entries: z.array(journalEntrySchema) }),
    callers: panel,
  },
  /** The secret loopback address of an overlay, to paste into OBS. */
  'overlay:url': {
    input: z.strictObject({ overlayId: z.string().min(1).max(100) }),
    output: z.object({ url: z.url() }),
    callers: panel,
  },
  /** A window met a bug; it is written to the log with personal text redacted. */
  'app:report-error': {
    input: z.strictObject({ message: z.string().max(4000), where: z.string().max(200) }),
    output: nothing,
    callers: panel,
  },
} as const satisfies Record<
  string,
  { input: z.ZodType; output: z.ZodType; callers: readonly ('panel' | 'overlay')[] }
>;

export type CallName = keyof typeof calls;
export type CallInput<C extends CallName> = z.input<(typeof calls)[C]['input']>;
export type ParsedInput<C extends CallName> = z.output<(typeof calls)[C]['input']>;
export type CallOutput<C extends CallName> = z.infer<(typeof calls)[C]['output']>;
export const callNames = Object.keys(calls) as CallName[];
