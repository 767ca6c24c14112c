import { z } from 'zod';
import { appErrorSchema, localizedSchema } from '../../contract/app-error.ts';
import { actionSchema } from '../../contract/models/action.ts';
import { roomKeySchema } from '../../contract/models/feed-item.ts';

/** When a mute or ban ends: ms since the epoch, for ever, or `null` = there is none. */
export const untilSchema = z.union([z.number(), z.literal('forever'), z.null()]);
export type Until = z.infer<typeof untilSchema>;

/** How things stood before an action; what an undo goes back to. Absent fields were not known or do not matter. */
export const priorSchema = z.object({
  /** Mute or ban end of the user before. */
  until: untilSchema.optional(),
  allMuted: z.boolean().optional(),
  itemHidden: z.boolean().optional(),
  /** How far the user's comments were hidden: up to a time, `null` = also those to come; absent = not at all. */
  reach: z.number().nullable().optional(),
});
export type Prior = Readonly<z.infer<typeof priorSchema>>;

/** One request of an action and what the service answered; code 0 = accepted. */
export const answerSchema = z.object({ request: z.string(), code: z.number().int(), info: z.string() });
export type Answer = Readonly<z.infer<typeof answerSchema>>;

const numbered = { n: z.number().int().positive(), at: z.number(), entryId: z.string() };

/** What the journal keeps. Entries are never changed: what happens to one later is another event. */
export const journalEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opened'),
    ...numbered,
    /** One for all entries of one act in several rooms. */
    batch: z.string(),
    /** SDKAppID. */
    app: z.number().int(),
    roomKey: roomKeySchema,
    roomName: z.string(),
    actor: z.string(),
    action: actionSchema,
    reason: z.string(),
    because: localizedSchema.optional(),
    original: z.string().optional(),
    undoes: z.string().optional(),
    prior: priorSchema,
  }),
  /** Right before the request goes out: from here on it is not certain that it did not. */
  z.strictObject({ type: z.literal('sending'), ...numbered, prior: priorSchema }),
  z.strictObject({
    type: z.literal('settled'),
    ...numbered,
    status: z.enum(['done', 'failed']),
    confirmed: z.boolean(),
    error: appErrorSchema.optional(),
    answers: z.array(answerSchema),
    /** The end of the mute or ban that came of it. */
    until: untilSchema.optional(),
  }),
  /** A failed entry is tried again. */
  z.strictObject({ type: z.literal('reopened'), ...numbered, actor: z.string() }),
  z.strictObject({ type: z.literal('undone'), ...numbered, by: z.string() }),
]);
export type JournalEvent = Readonly<z.infer<typeof journalEventSchema>>;

type WithoutNumbers<T> = T extends unknown ? Omit<T, 'n' | 'at'> : never;
/** An event before the journal gives it its number and time. */
export type NewJournalEvent = WithoutNumbers<JournalEvent>;
