import { z } from 'zod';
import { personSchema } from './person.ts';
import { verdictSchema } from './verdict.ts';

/** `<accountId>/<roomId>`: one room as one account sees it. */
export const roomKeySchema = z.string().min(3).includes('/');
export type RoomKey = z.infer<typeof roomKeySchema>;

const base = {
  /** Stable for the life of the item: the SDK's message ID where there is one, else made here. */
  id: z.string(),
  /** When the service says it happened, ms since the epoch. */
  at: z.number(),
  /** When this machine first received it, ms since the epoch. */
  receivedAt: z.number(),
  /** Said before this run of Livedeck came into the room: the service gives the last comments to whoever joins. */
  past: z.literal(true).optional(),
};

const byPerson = { ...base, person: personSchema };

export const commentSchema = z.object({
  ...byPerson,
  kind: z.literal('comment'),
  text: z.string(),
  /** The sender wants it to fly over the picture (Mini LVB userAction 5). */
  danmaku: z.boolean(),
  /** Sent by this console. */
  own: z.boolean(),
  /** The service's MsgSeq, needed to recall it; absent where the service gave none. */
  seq: z.number().optional(),
  verdict: verdictSchema,
});
export const likeSchema = z.object({
  ...byPerson,
  kind: z.literal('like'),
  count: z.number().int().positive(),
});
export const giftSchema = z.object({
  ...byPerson,
  kind: z.literal('gift'),
  giftId: z.string(),
  /** What the gift message says, e.g. the gift's name. */
  name: z.string(),
  count: z.number().int().positive(),
  imageUrl: z.string().optional(),
});
export const joinSchema = z.object({ ...base, kind: z.literal('join'), people: z.array(personSchema) });
export const leaveSchema = z.object({ ...base, kind: z.literal('leave'), people: z.array(personSchema) });
/** A system message to the room: an announcement by the admin, or the room's own news. */
export const noticeSchema = z.object({
  ...base,
  kind: z.literal('notice'),
  text: z.string(),
  person: personSchema.optional(),
});
/** The service told the room about an act of moderation (group tips 3, 4, 5, 6, 7, 10, 11; recall). */
export const moderationNewsSchema = z.object({
  ...base,
  kind: z.literal('moderation'),
  act: z.enum([
    'mute',
    'unmute',
    'ban',
    'unban',
    'kick',
    'mute-all',
    'unmute-all',
    'admin',
    'unadmin',
    'recall',
  ]),
  targets: z.array(personSchema),
  by: personSchema.optional(),
  /** Seconds, where the act has a length. */
  seconds: z.number().optional(),
  /** IDs of the recalled comments. */
  itemIds: z.array(z.string()).optional(),
});
/** The room's name, notice or picture changed. */
export const roomChangedSchema = z.object({
  ...base,
  kind: z.literal('room-changed'),
  name: z.string().optional(),
  notification: z.string().optional(),
  introduction: z.string().optional(),
});
/** A message that no built-in convention or mapping knows; shown by its label, never as raw JSON. */
export const customSchema = z.object({
  ...byPerson,
  kind: z.literal('custom'),
  label: z.string(),
  /** The raw data, cut to 2 kB, for the mapping page. */
  sample: z.string(),
  /** Of a message that is a picture: the https URL of its small version. */
  imageUrl: z.string().optional(),
});
/** A group counter's new total (likes are often carried this way). */
export const counterSchema = z.object({
  ...base,
  kind: z.literal('counter'),
  key: z.string(),
  value: z.number(),
});
/** A stretch of time in which this console was blind. */
export const gapSchema = z.object({
  ...base,
  kind: z.literal('gap'),
  from: z.number(),
  to: z.number(),
  /**
   * `moved`: the service took this user out because another room was joined; a further user reads it now. `closed`:
   * the room, or Livedeck, was not open, and nothing was stored.
   */
  cause: z.enum(['connection', 'feed-process', 'signed-out', 'overload', 'moved', 'closed']),
  /** True where the service still had what was missed and the SDK fetched it. */
  recovered: z.boolean(),
});

/** One line's worth of a room's feed. */
export const feedItemSchema = z.discriminatedUnion('kind', [
  commentSchema,
  likeSchema,
  giftSchema,
  joinSchema,
  leaveSchema,
  noticeSchema,
  moderationNewsSchema,
  roomChangedSchema,
  customSchema,
  counterSchema,
  gapSchema,
]);
export type FeedItem = Readonly<z.infer<typeof feedItemSchema>>;
export type FeedItemKind = FeedItem['kind'];
export type Comment = Readonly<z.infer<typeof commentSchema>>;
export type Gap = Readonly<z.infer<typeof gapSchema>>;

/** IDs of the comments that these items say were recalled: here, at another desk or in the vendor's console. */
export const recalledIn = (items: readonly (FeedItem | { readonly kind: 'dropped' })[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'moderation' && item.act === 'recall' ? (item.itemIds ?? []) : []));
