import { z } from 'zod';
import { appErrorSchema, localizedSchema } from '../app-error.ts';
import { roomKeySchema } from './feed-item.ts';
import { userIdSchema } from './person.ts';

/** The service's "for ever" for a mute, in seconds (tencent-im A5). */
export const MUTE_FOREVER_SECONDS = 4_294_967_295;

/** A warning is read in passing; longer ones are not read. */
export const WARNING_MAX = 500;

const target = { userId: userIdSchema, nick: z.string().max(500) };
const seconds = z.number().int().min(1).max(MUTE_FOREVER_SECONDS);

/** Everything a moderator can do, each in one room; a call names the rooms. */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('mute'), ...target, seconds }),
  z.object({ type: z.literal('unmute'), ...target }),
  z.object({ type: z.literal('ban'), ...target, seconds }),
  z.object({ type: z.literal('unban'), ...target }),
  z.object({ type: z.literal('hide-comment'), ...target, itemId: z.string() }),
  z.object({ type: z.literal('show-comment'), ...target, itemId: z.string() }),
  z.object({ type: z.literal('hide-user'), ...target }),
  z.object({ type: z.literal('show-user'), ...target }),
  z.object({ type: z.literal('recall'), ...target, itemId: z.string(), seq: z.number().int() }),
  /** Words to one person: said in the room for all to see, or sent to them alone. */
  z.object({
    type: z.literal('warn'),
    ...target,
    text: z.string().min(1).max(WARNING_MAX),
    to: z.enum(['room', 'user']),
  }),
  z.object({ type: z.literal('mute-all') }),
  z.object({ type: z.literal('unmute-all') }),
  z.object({ type: z.literal('notice'), text: z.string().min(1).max(2000) }),
]);
export type Action = Readonly<z.infer<typeof actionSchema>>;
export type ActionType = Action['type'];
export const actionTypes = actionSchema.options.map(({ shape }) => shape.type.value) as [
  ActionType,
  ...ActionType[],
];

export const actionStatuses = ['pending', 'done', 'failed'] as const;

/** One action in one room as the journal keeps it. */
export const journalEntrySchema = z.object({
  id: z.string(),
  /** One for all entries of one act, in several rooms or on several people. */
  group: z.string().optional(),
  /** ms since the epoch. */
  at: z.number(),
  /** userID of who acted. */
  actor: z.string(),
  roomKey: roomKeySchema,
  roomName: z.string(),
  action: actionSchema,
  /** Why, in the moderator's words; empty where none were given. */
  reason: z.string(),
  /** Why, in both languages, where Livedeck acted by itself; `reason` has the English of it. */
  because: localizedSchema.optional(),
  /** The comment that was acted on, as it stood. */
  original: z.string().optional(),
  status: z.enum(actionStatuses),
  error: appErrorSchema.optional(),
  /** Whether a read-back from the service confirmed it. */
  confirmed: z.boolean(),
  /** The entry that this one reverses. */
  undoes: z.string().optional(),
  /** The entry that reversed this one. */
  undoneBy: z.string().optional(),
});
export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>;
