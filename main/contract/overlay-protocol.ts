import { z } from 'zod';
import { overlaySettingsSchema, placeSchema } from './models/overlay.ts';

/**
 * How the overlay server and the overlay page talk: JSON text frames over one WebSocket on loopback. Display-ready items
 * go out; the page sends back only what it is, receipts, and frame figures. A page that hears another version reloads.
 */
export const overlayProtocolVersion = 2;

export const overlayItemKinds = [
  'comment',
  'danmaku',
  'like',
  'gift',
  'join',
  'leave',
  'notice',
  'pin',
] as const;

/** One thing to show. Nothing in it tells the service's own IDs. */
export const overlayItemSchema = z.strictObject({
  /** Opaque, the same for the same feed item through one run of the server. */
  id: z.string().max(40),
  /** Opaque per person and run, so that a purge by person finds it; absent where nobody stands behind it. */
  userKey: z.string().max(40).optional(),
  /** Opaque per room and run, so that a room can be taken off. */
  room: z.string().max(40).optional(),
  /** Rises with every item of this server's run; a purge covers all items up to a number. */
  seq: z.number().int().nonnegative(),
  kind: z.enum(overlayItemKinds),
  nick: z.string().max(200),
  text: z.string().max(2000),
  /** 0 to 11: which of the theme's twelve name colours. */
  hue: z.number().int().min(0).max(11).optional(),
  role: z.enum(['vj', 'admin']).optional(),
  /** Likes, gifts, or people of whom `nick` is the first. */
  count: z.number().int().positive().optional(),
  /** After this there is no sense in showing it, ms since the epoch. */
  expiresAt: z.number().optional(),
  /** How long a pin may still stay, ms; 0 = until it is taken down. */
  leftMs: z.number().nonnegative().optional(),
});
export type OverlayItem = Readonly<z.infer<typeof overlayItemSchema>>;

/**
 * What a purge takes off: these items, whenever they come; all of a person's or a room's, or everything, up to `upTo`. A pin is
 * taken off only up to there, too: whoever pins what was purged has looked at it and wants it.
 */
export const overlayPurgeSchema = z.strictObject({
  purgeId: z.string().max(40),
  ids: z.array(z.string()).optional(),
  userKey: z.string().optional(),
  room: z.string().optional(),
  all: z.boolean().optional(),
  /** Items with a higher `seq` came after the purge and may be shown. */
  upTo: z.number().int().nonnegative(),
});
export type OverlayPurge = Readonly<z.infer<typeof overlayPurgeSchema>>;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

/** Plain blocks in place of all layers, for the check that OBS really gets the picture (models/test-pattern.ts). */
export const overlayPatternSchema = z.strictObject({
  blocks: z.array(z.strictObject({ place: placeSchema, colour, alpha: z.number().min(0).max(1) })).max(40),
  /** A row of cells of which the lit one moves on by one every `stepMs`. */
  pulse: z.strictObject({
    place: placeSchema,
    cells: z.number().int().min(1).max(64),
    stepMs: z.number().int().min(50),
    lit: colour,
    dark: colour,
  }),
});
export type OverlayPattern = Readonly<z.infer<typeof overlayPatternSchema>>;

/** Server to page. */
export const overlayServerFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    version: z.number().int(),
    /** Changes when the server starts anew; whatever an older one sent must go. */
    epoch: z.string(),
    settings: overlaySettingsSchema,
    blank: z.boolean(),
    /** Purges that this page may have missed. */
    purged: z.array(overlayPurgeSchema),
    /** Items up to this `seq` may be shown no more, whatever `purged` still remembers. */
    floor: z.number().int().nonnegative(),
    /** What is pinned now. */
    pin: overlayItemSchema.nullable(),
    /** The test pattern while one is shown. */
    pattern: overlayPatternSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('show'), items: z.array(overlayItemSchema) }),
  overlayPurgeSchema.extend({ type: z.literal('purge') }),
  z.strictObject({ type: z.literal('unpin') }),
  z.strictObject({ type: z.literal('blank'), on: z.boolean() }),
  z.strictObject({ type: z.literal('pattern'), pattern: overlayPatternSchema.nullable() }),
  z.strictObject({ type: z.literal('settings'), settings: overlaySettingsSchema }),
]);
export type OverlayServerFrame = Readonly<z.infer<typeof overlayServerFrameSchema>>;
export type OverlayHello = Extract<OverlayServerFrame, { type: 'hello' }>;

const pixels = z.number().int().min(0).max(16_384);

/** Page to server. Anything else ends the connection. */
export const overlayPageFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ready'),
    version: z.number().int(),
    width: pixels,
    height: pixels,
    /** Chromium's major version, 0 where it is not Chromium. */
    chromium: z.number().int().min(0).max(9999),
    obs: z.boolean(),
    preview: z.boolean(),
    /** True in the window that Livedeck opened. */
    window: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('receipt'),
    purgeId: z.string().max(40),
    /** How many items were on the picture or about to be, and are gone. */
    removed: z.number().int().min(0).max(100_000),
    /** When the frame without them was painted, ms since the epoch by the page's clock. */
    at: z.number(),
  }),
  z.strictObject({
    type: z.literal('frames'),
    fps: z.number().min(0).max(1000),
    onScreen: z.number().int().min(0).max(100_000),
  }),
]);
export type OverlayPageFrame = Readonly<z.infer<typeof overlayPageFrameSchema>>;
