import { z } from 'zod';
import { commentSchema, roomKeySchema } from './feed-item.ts';
import { personSchema } from './person.ts';

/** A comment that a search found, with the room it was said in. */
export const hitSchema = z.object({ roomKey: roomKeySchema, roomName: z.string(), item: commentSchema });
export type Hit = Readonly<z.infer<typeof hitSchema>>;

/**
 * Newest first. `cursor` goes on; absent at the end. A page may be short, even empty, and still go on: one call looks
 * at a bounded number of rows.
 */
export const hitPageSchema = z.object({ hits: z.array(hitSchema), cursor: z.string().optional() });
export type HitPage = Readonly<z.infer<typeof hitPageSchema>>;

/** A mute or ban in force, as far as this console's journal knows. */
export const sanctionSchema = z.object({
  kind: z.enum(['mute', 'ban']),
  roomKey: roomKeySchema,
  roomName: z.string(),
  /** ms since the epoch; `null` = for ever. */
  until: z.number().nullable(),
  entryId: z.string(),
});
export type Sanction = Readonly<z.infer<typeof sanctionSchema>>;

/** `until: null` = until it is taken away. ms since the epoch. */
export const watchSchema = z.object({ since: z.number(), until: z.number().nullable() });

/** What this console knows of a user in all rooms of an app; times in ms since the epoch. */
export const userCardSchema = z.object({
  /** As seen last; nickname = userID where the user was never seen. */
  person: personSchema,
  /** Newest first. */
  aliases: z.array(z.object({ nick: z.string(), firstSeen: z.number(), lastSeen: z.number() })),
  firstSeen: z.number().optional(),
  lastSeen: z.number().optional(),
  comments: z.number().int(),
  /** Comments that the word rules spoke up about. */
  verdicts: z.object({ flag: z.number().int(), hold: z.number().int(), block: z.number().int() }),
  /** Most recent first. */
  rooms: z.array(
    z.object({
      roomKey: roomKeySchema,
      roomName: z.string(),
      comments: z.number().int(),
      firstSeen: z.number(),
      lastSeen: z.number(),
    }),
  ),
  page: hitPageSchema,
  note: z.object({ text: z.string(), at: z.number() }).optional(),
  watch: watchSchema.optional(),
  sanctions: z.array(sanctionSchema),
  /** How often this user was acted against; what was undone does not count. */
  strikes: z.object({
    mutes: z.number().int(),
    bans: z.number().int(),
    hides: z.number().int(),
    recalls: z.number().int(),
    warnings: z.number().int(),
  }),
});
export type UserCard = Readonly<z.infer<typeof userCardSchema>>;

/** What rows show of a person: whether there is a note, and whether they are watched and until when. */
export const personMarkSchema = z.object({
  note: z.boolean(),
  watch: z.object({ until: z.number().nullable() }).nullable(),
});
export type PersonMark = Readonly<z.infer<typeof personMarkSchema>>;

/** The name of a person in the topic `marks`: users are one across the rooms of an app. */
export const markKey = (sdkAppId: number, userId: string): string => `${sdkAppId}/${userId}`;
export const userIdOfMark = (key: string): string => key.slice(key.indexOf('/') + 1);
