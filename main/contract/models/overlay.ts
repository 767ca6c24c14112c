import { z } from 'zod';
import { languageSchema } from '../app-error.ts';

/** One connected overlay page as it described itself. */
export const overlayClientSchema = z.object({
  id: z.string(),
  /** CSS px. */
  width: z.number(),
  height: z.number(),
  /** Frames painted in the last second that had something to move; 0 while nothing moves. */
  fps: z.number(),
  /** Chromium's major version; 0 where it is not Chromium. */
  chromium: z.number().int(),
  /** True inside OBS (its user agent ends in `OBS/<version>`). */
  obs: z.boolean(),
  /** Items on its picture when it last reported. */
  onScreen: z.number().int().default(0),
  /** True for the panel's own preview, which is not on air. */
  preview: z.boolean().default(false),
  /** True for the window that Livedeck itself opened. */
  window: z.boolean().optional(),
  /** Its answer to the last purge that it was told of. */
  receipt: z
    .object({
      answered: z.boolean(),
      /** From the order to the answer; the whole wait where none came. */
      ms: z.number(),
      removed: z.number().int(),
      /** ms since the epoch. */
      at: z.number(),
    })
    .optional(),
});
export type OverlayClient = Readonly<z.infer<typeof overlayClientSchema>>;

/** An overlay and who shows it now. The secret in its URL is not here. */
export const overlayStatusSchema = z.object({
  id: z.string(),
  name: z.string(),
  clients: z.array(overlayClientSchema),
  blank: z.boolean(),
  /** How many items wait in the air lock. */
  waiting: z.number().int().default(0),
  /** How long the air lock holds an item, ms. */
  holdMs: z.number().int().optional(),
  /** The pinned feed item's id; empty where nothing is pinned. */
  pinned: z.string().optional(),
  /** 0 while the overlay server does not listen. */
  port: z.number().int().default(0),
  /** The size that its settings are made for, px. */
  canvas: z.object({ width: z.number().int(), height: z.number().int() }).optional(),
  /** Goes up with every change of its settings: whoever shows them asks for them again. */
  revision: z.number().int().optional(),
});
export type OverlayStatus = Readonly<z.infer<typeof overlayStatusSchema>>;

/** What became of one purge on every page that was on air. */
export const purgeNewsSchema = z.object({
  purgeId: z.string(),
  /** ms since the epoch. */
  at: z.number(),
  /** Items that were still in an air lock. */
  waiting: z.number().int(),
  /** Pages that took it off, and the time of the slowest of them, ms. */
  answered: z.number().int(),
  ms: z.number(),
  removed: z.number().int(),
  /** Pages that did not answer. */
  missing: z.array(z.object({ overlay: z.string(), obs: z.boolean() })),
});
export type PurgeNews = Readonly<z.infer<typeof purgeNewsSchema>>;

/** An item in the air lock: about to go on air unless somebody stops it. */
export const waitingItemSchema = z.object({
  /** The feed item's id, so that the panel's own keys (hide, approve) work on it. */
  id: z.string(),
  roomKey: z.string(),
  /** Whose it is; empty for what cannot be hidden by itself: joins, leaves, notices. */
  userId: z.string(),
  nick: z.string(),
  text: z.string(),
  level: z.enum(['clean', 'flag']),
  /** When it goes on air, ms since the epoch. */
  airAt: z.number(),
});
/** So many of what waits are told: more cannot be looked at in the seconds that it waits. */
export const WAITING_TOLD = 20;
export type WaitingItem = Readonly<z.infer<typeof waitingItemSchema>>;

export const overlayThemes = ['outline', 'bubble', 'studio', 'arcade', 'paper', 'night'] as const;
export type OverlayTheme = (typeof overlayThemes)[number];

export const overlayLayers = ['danmaku', 'chat', 'likes', 'ticker', 'pin', 'gift'] as const;
export type OverlayLayer = (typeof overlayLayers)[number];

const share = z.number().min(0).max(1);
/** A place on the picture, in shares of its width and height, so that it fits every size. */
export const placeSchema = z.strictObject({ x: share, y: share, w: share, h: share });
export type Place = Readonly<z.infer<typeof placeSchema>>;

/** What stands where no text may fly: only a name for people, all are kept clear alike. */
export const safeZoneKinds = ['face', 'product', 'captions', 'other'] as const;
export type SafeZoneKind = (typeof safeZoneKinds)[number];
export const safeZoneSchema = z.strictObject({
  ...placeSchema.shape,
  kind: z.enum(safeZoneKinds).default('other'),
});
export type SafeZone = Readonly<z.infer<typeof safeZoneSchema>>;
export const maxSafeZones = 8;

/** What a new overlay is for; decides its size and which layers are on. */
export const overlayPresets = ['main', 'vertical', 'corner'] as const;
export type OverlayPreset = (typeof overlayPresets)[number];
export const maxOverlays = 12;
export const maxCustomCss = 20_000;

/** Title of an overlay's own window. Capture tools find the window by it, so it never changes. */
export const overlayWindowTitle = (overlayId: string): string => `Livedeck overlay ${overlayId}`;

/** What a page is filled with where a colour is to be keyed out and nobody chose one: far from skin and from the themes. */
export const usualKeyColour = '#00ff00';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
/** `null` leaves it to the theme. */
const ownColour = colour.nullable().default(null);

const layer = {
  on: z.boolean().default(true),
  /** `null` = the place that suits the picture's shape (see overlay-layout.ts). */
  place: placeSchema.nullable().default(null),
  opacity: z.number().min(0.2).max(1).default(1),
};
/** Letter height in px on a picture whose shorter side is 1080 px; it scales with the picture. */
const size = (px: number) => z.number().min(14).max(160).default(px);

const side = (px: number) => z.number().int().min(160).max(8192).default(px);

export const overlaySettingsSchema = z.object({
  /** The size that this overlay is made for, px; what it is shown at is up to OBS. */
  canvas: z.object({ width: side(1920), height: side(1080) }).prefault({}),
  theme: z.enum(overlayThemes).default('outline'),
  /** Added after the theme; `@import`, `@font-face` and every address in it are left out by the page. */
  customCss: z.string().max(maxCustomCss).default(''),
  /** For the overlay's own few words, e.g. "joined". */
  language: languageSchema.default('zh-CN'),
  /** Colour behind everything, for tools that key a colour out; `null` = transparent. */
  keyColour: ownColour,
  /** A font of this computer before the theme's own ones; empty = the theme's. */
  font: z
    .string()
    .max(80)
    .regex(/^[\p{L}\p{N} ._-]*$/u)
    .default(''),
  /** Over the theme's own colours. */
  colours: z.object({ text: ownColour, outline: ownColour, accent: ownColour, card: ownColour }).prefault({}),
  /** Width of the letters' outline, in letter heights; `null` = the theme's. */
  outline: z.number().min(0).max(0.2).nullable().default(null),
  /** Nothing flies, slides or pulses; everything is still shown. */
  reducedMotion: z.boolean().default(false),
  /** The air lock: how long an item waits before it goes on air, ms. */
  holdMs: z.number().int().min(0).max(10_000).default(2000),
  /** Rooms shown here; `null` = all. */
  rooms: z.array(z.string()).nullable().default(null),
  /** Parts of the picture that scrolling comments keep off: a face, a product, captions. */
  safeZones: z.array(safeZoneSchema).max(maxSafeZones).default([]),
  danmaku: z
    .object({
      ...layer,
      size: size(40),
      /** How long each letter stays on the picture; the same for every comment, long or short. */
      seconds: z.number().min(3).max(30).default(9),
      maxOnScreen: z.number().int().min(1).max(1000).default(60),
      /** Most lanes; 0 = as many as fit. */
      lanes: z.number().int().min(0).max(40).default(0),
      /** True lets comments lie over each other rather than leave some out. */
      overlap: z.boolean().default(false),
      /** True flies every comment; false only those sent as flying comments. */
      everyComment: z.boolean().default(true),
      nick: z.boolean().default(false),
      colour: z.enum(['theme', 'person']).default('theme'),
    })
    .prefault({}),
  chat: z
    .object({
      ...layer,
      size: size(30),
      rows: z.number().int().min(1).max(50).default(6),
      /** After this a row leaves; 0 = only when newer ones push it out. */
      seconds: z.number().min(0).max(3600).default(45),
      /** More than this cannot be read, so the newest are shown and repeats are counted; 0 = no limit. */
      perSecond: z.number().min(0).max(60).default(5),
      nick: z.boolean().default(true),
      /** False leaves out those sent as flying comments. */
      flying: z.boolean().default(true),
      /** Only what the VJ and the admins say. */
      staffOnly: z.boolean().default(false),
    })
    .prefault({}),
  likes: z
    .object({
      ...layer,
      shape: z.enum(['heart', 'star', 'thumb', 'spark']).default('heart'),
      maxOnScreen: z.number().int().min(1).max(40).default(16),
      counter: z.boolean().default(true),
    })
    .prefault({}),
  ticker: z
    .object({
      ...layer,
      size: size(26),
      seconds: z.number().min(1).max(30).default(4),
      joins: z.boolean().default(true),
      leaves: z.boolean().default(false),
      notices: z.boolean().default(true),
    })
    .prefault({}),
  pin: z
    .object({
      ...layer,
      size: size(36),
      /** 0 = until it is taken down. */
      seconds: z.number().min(0).max(3600).default(0),
    })
    .prefault({}),
  gift: z.object({ ...layer, size: size(34), seconds: z.number().min(1).max(30).default(5) }).prefault({}),
});
export type OverlaySettings = Readonly<z.infer<typeof overlaySettingsSchema>>;
export type OverlaySettingsInput = z.input<typeof overlaySettingsSchema>;
export const defaultOverlaySettings: OverlaySettings = overlaySettingsSchema.parse({});
