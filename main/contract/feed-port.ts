import { z } from 'zod';
import { feedItemSchema } from './models/feed-item.ts';
import { conventionSchema } from './models/room.ts';

/**
 * What the main process and a feed process say to each other. The feed process gets a UserSig, never a key; vendor
 * codes cross as numbers and become sentences in the main process.
 */
export const vendorFailureSchema = z.object({
  /** The SDK's or the service's code; -1 where there was none. */
  code: z.number().int(),
  info: z.string(),
});
export type VendorFailure = Readonly<z.infer<typeof vendorFailureSchema>>;

export const feedCommandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sign-in'),
    sdkAppId: z.number().int(),
    userId: z.string(),
    userSig: z.string(),
    /** `ws://127.0.0.1:…` of the rehearsal service; absent = the vendor's own hosts. */
    proxyServer: z.string().optional(),
  }),
  /** Answer to `need-usersig`, or a renewal in good time. */
  z.object({ type: z.literal('renew'), userSig: z.string() }),
  z.object({ type: z.literal('join'), roomId: z.string() }),
  z.object({ type: z.literal('leave'), roomId: z.string() }),
  z.object({
    type: z.literal('send'),
    requestId: z.string(),
    roomId: z.string(),
    text: z.string(),
    danmaku: z.boolean(),
    convention: conventionSchema,
    priority: z.enum(['High', 'Normal', 'Low', 'Lowest']),
  }),
  z.object({ type: z.literal('quit') }),
]);
export type FeedCommand = Readonly<z.infer<typeof feedCommandSchema>>;

/** The state of one account's link to the service, as measured and not as the SDK believes it. */
export const linkSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('connecting') }),
  z.object({ state: z.literal('up'), since: z.number() }),
  /** No sign of life since `lastSeen` (ms since the epoch). */
  z.object({ state: z.literal('down'), lastSeen: z.number(), attempt: z.number().int() }),
  z.object({ state: z.literal('kicked'), reason: z.string() }),
  z.object({ state: z.literal('refused'), failure: vendorFailureSchema }),
]);
export type Link = Readonly<z.infer<typeof linkSchema>>;

export const feedEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started') }),
  z.object({ type: z.literal('link'), link: linkSchema }),
  z.object({ type: z.literal('need-usersig') }),
  z.object({
    type: z.literal('room'),
    roomId: z.string(),
    state: z.discriminatedUnion('state', [
      z.object({ state: z.literal('joining') }),
      z.object({
        state: z.literal('joined'),
        name: z.string(),
        ownerId: z.string(),
        muteAll: z.boolean(),
      }),
      /** The room's polls are refused though the link is up. */
      z.object({ state: z.literal('stalled'), failure: vendorFailureSchema }),
      z.object({ state: z.literal('left'), failure: vendorFailureSchema.optional() }),
    ]),
  }),
  z.object({ type: z.literal('online'), roomId: z.string(), count: z.number().int() }),
  /** At most one a room in 50 ms; each item once. */
  z.object({
    type: z.literal('batch'),
    roomId: z.string(),
    items: z.array(feedItemSchema),
    convention: conventionSchema.optional(),
  }),
  z.object({
    type: z.literal('sent'),
    requestId: z.string(),
    itemId: z.string().optional(),
    failure: vendorFailureSchema.optional(),
  }),
]);
export type FeedEvent = Readonly<z.infer<typeof feedEventSchema>>;
