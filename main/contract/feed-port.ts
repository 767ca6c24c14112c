import { z } from 'zod';
import { feedItemSchema } from './models/feed-item.ts';
import { quickRuleSchema } from './models/read-rule.ts';
import { conventionSchema } from './models/room.ts';
import { ruleGroupSchema, wordSettingsSchema } from './models/word-rule.ts';

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

/** What holds for all word rules together, sent with every change of them. */
const wordTerms = {
  groups: z.array(ruleGroupSchema),
  settings: wordSettingsSchema,
  /** Panic: the strict groups are on. */
  strict: z.boolean(),
};

export const feedCommandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sign-in'),
    /** The account's ID in this console: the first half of its rooms' keys. */
    accountId: z.string(),
    sdkAppId: z.number().int(),
    userId: z.string(),
    nick: z.string(),
    userSig: z.string(),
    /** `ws://127.0.0.1:…` of the rehearsal service; absent = the vendor's own hosts. */
    proxyServer: z.string().optional(),
    /** Whether to ask for each room's online count; who has the admin interface gets a fresher one there. */
    countOnline: z.boolean(),
  }),
  /** Answer to `need-usersig`, or a renewal in good time; `asked`: a person wants to be signed in again. */
  z.object({ type: z.literal('renew'), userSig: z.string(), asked: z.boolean().optional() }),
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
  /** Moderation as the signed-in user, through the SDK: what the service lets an owner or a room admin do. */
  z.object({
    type: z.literal('moderate'),
    requestId: z.string(),
    roomId: z.string(),
    act: z.discriminatedUnion('type', [
      /** 0 s unmutes. */
      z.object({ type: z.literal('mute'), userId: z.string(), seconds: z.number().int() }),
      z.object({ type: z.literal('mute-all'), on: z.boolean() }),
      z.object({
        type: z.literal('ban'),
        userId: z.string(),
        seconds: z.number().int(),
        reason: z.string(),
      }),
      z.object({ type: z.literal('recall'), seq: z.number().int() }),
      /** A message to one person alone. */
      z.object({ type: z.literal('warn'), userId: z.string(), text: z.string() }),
    ]),
  }),
  /** All word rules, in parts from 0 on. They are in force together when the last part is there. */
  z.object({
    type: z.literal('words'),
    load: z.number().int(),
    part: z.number().int(),
    last: z.boolean(),
    rules: z.array(quickRuleSchema),
    ...wordTerms,
  }),
  /** A small change of the rules, in force at once. */
  z.object({
    type: z.literal('words-change'),
    changed: z.array(quickRuleSchema),
    removed: z.array(z.string()),
    ...wordTerms,
  }),
  z.object({ type: z.literal('quit') }),
]);
export type FeedCommand = Readonly<z.infer<typeof feedCommandSchema>>;
export type ModerateCommand = Extract<FeedCommand, { readonly type: 'moderate' }>;

/** The state of one account's link to the service, as measured and not as the SDK believes it. */
export const linkSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('connecting') }),
  z.object({ state: z.literal('up'), since: z.number() }),
  /** No sign of life since `lastSeen` (ms since the epoch); `failure`: the last login was answered so, and is tried again. */
  z.object({
    state: z.literal('down'),
    lastSeen: z.number(),
    attempt: z.number().int(),
    failure: vendorFailureSchema.optional(),
  }),
  z.object({ state: z.literal('kicked'), reason: z.string() }),
  z.object({ state: z.literal('refused'), failure: vendorFailureSchema }),
]);
export type Link = Readonly<z.infer<typeof linkSchema>>;

export const feedEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started') }),
  z.object({ type: z.literal('link'), link: linkSchema }),
  z.object({ type: z.literal('need-usersig') }),
  /** The rules of this load are in force. */
  z.object({ type: z.literal('words-ready'), load: z.number().int() }),
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
      /** The room's polls are refused though the link is up; `again`: also after it was joined anew. */
      z.object({
        state: z.literal('stalled'),
        failure: vendorFailureSchema,
        again: z.boolean().optional(),
      }),
      /** Its polls are answered again. */
      z.object({ state: z.literal('live') }),
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
  /** Answer to `moderate`. */
  z.object({
    type: z.literal('moderated'),
    requestId: z.string(),
    failure: vendorFailureSchema.optional(),
  }),
]);
export type FeedEvent = Readonly<z.infer<typeof feedEventSchema>>;
