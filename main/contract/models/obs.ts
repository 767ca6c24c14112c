import { z } from 'zod';
import { appErrorSchema, localizedSchema } from '../app-error.ts';

const isAddress = (text: string): boolean =>
  /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text) || z.ipv6().safeParse(text).success;

const addressSchema = z
  .string()
  .trim()
  .refine(isAddress, 'give an IP address or a computer name, without a port or ws://');

/** How the overlay gets into OBS: as its browser source, or by capturing the overlay's window. */
export const obsWays = ['browser', 'window'] as const;
export type ObsWay = (typeof obsWays)[number];

/** What may be changed one by one. Without defaults: a patch must leave alone what it does not name. */
export const obsPatchSchema = z
  .strictObject({
    address: addressSchema,
    port: z.number().int().min(1).max(65_535),
    /** Where "Add to OBS" puts the overlay; `null` = the scene that is on air at that moment. */
    scene: z.string().min(1).max(200).nullable(),
    /** Name of the main overlay's source in OBS; the other overlays' names are made from it. */
    inputName: z.string().trim().min(1).max(100),
    /** `null` = the browser source where this OBS has one, else the window. */
    way: z.enum(obsWays).nullable(),
  })
  .partial();

const { address, port, scene, inputName, way } = obsPatchSchema.required().shape;

/** Stored; the password is not here, it is kept with the secrets. */
export const obsSettingsSchema = z.object({
  /** OBS's WebSocket server is off until its user turns it on, so the connection is off until asked for. */
  enabled: z.boolean().default(false),
  address: address.default('127.0.0.1'),
  port: port.default(4455),
  scene: scene.default(null),
  inputName: inputName.default('Livedeck overlay'),
  way: way.default(null),
});
export type ObsSettings = Readonly<z.infer<typeof obsSettingsSchema>>;

export const obsRefusals = ['password', 'no-password', 'version', 'kicked'] as const;

const obsSourceSchema = z.object({
  overlayId: z.string(),
  inputName: z.string(),
  way: z.enum(obsWays),
});
export type ObsSource = Readonly<z.infer<typeof obsSourceSchema>>;

export const obsStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('connecting'), attempt: z.number().int() }),
  z.object({
    state: z.literal('connected'),
    obsVersion: z.string(),
    websocketVersion: z.string(),
    /** As OBS names it: `windows`, `macos`, or a Linux distribution. */
    platform: z.string(),
    /** False where OBS lets anybody in without a password. */
    asksPassword: z.boolean(),
    /** The scene on air; empty while OBS changes its scene collection. */
    scene: z.string(),
    /** All scenes, from top to bottom as OBS shows them. */
    scenes: z.array(z.string()),
    /** The overlays that have a source in OBS, with what it is called there. */
    sources: z.array(obsSourceSchema),
    /** IDs of the overlays that are on OBS's program picture now. */
    onAir: z.array(z.string()),
    streaming: z.boolean(),
    recording: z.boolean(),
    /** Other programs may show this picture to somebody, as they would a camera's. */
    virtualCamera: z.boolean(),
    /** What is changed in a scene is on air only after the next transition. */
    studioMode: z.boolean(),
  }),
  /** OBS answered and said no. Only a person can change that, so it is not tried again by itself. */
  z.object({ state: z.literal('refused'), why: z.enum(obsRefusals), error: appErrorSchema }),
  z.object({
    state: z.literal('unreachable'),
    error: appErrorSchema,
    attempt: z.number().int(),
    /** When it is tried again, ms since the epoch. */
    retryAt: z.number(),
  }),
]);
export type ObsStatus = Readonly<z.infer<typeof obsStatusSchema>>;

/** In the order in which they are made; each needs those before it. */
export const obsCheckIds = [
  'reachable',
  'password',
  'version',
  'source-kind',
  'input',
  'address',
  'size',
  'colour-key',
  'scene',
  'visible',
  'page',
  'frames',
  'picture',
  'uncovered',
] as const;
export type ObsCheckId = (typeof obsCheckIds)[number];

export const obsFixIds = [
  'reconnect',
  'use-window',
  'open-window',
  'add-source',
  'repair-source',
  'fit-size',
  'set-colour-key',
  'clear-colour-key',
  'add-to-scene',
  'transition',
  'show-source',
  'reload-page',
  'bring-to-front',
  'crop-window',
] as const;
export type ObsFixId = (typeof obsFixIds)[number];

/**
 * Left out of "mend all": these change what the audience sees besides the overlay, or move what may have been placed so
 * on purpose.
 */
export const obsFixesOnlyWhenAsked: readonly ObsFixId[] = ['transition', 'fit-size'];

export const obsCheckSchema = z.object({
  id: z.enum(obsCheckIds),
  /** `unknown` = OBS gave no answer to go by; `skipped` = not looked at, and the text says why. */
  state: z.enum(['ok', 'problem', 'unknown', 'skipped']),
  text: localizedSchema,
  remedy: localizedSchema.optional(),
  fix: z.enum(obsFixIds).optional(),
});
export type ObsCheck = Readonly<z.infer<typeof obsCheckSchema>>;

/** The picture test shows a pattern on the overlay: `when-safe` leaves it out while the audience would see it. */
export const obsPictureTests = ['when-safe', 'always', 'never'] as const;
export type ObsPictureTest = (typeof obsPictureTests)[number];

export const obsWindowSchema = z.object({
  name: z.string(),
  /** OBS's own key of the window. */
  value: z.union([z.string().max(2000), z.number()]),
});
export type ObsWindow = Readonly<z.infer<typeof obsWindowSchema>>;

export const obsAddedSchema = z.object({
  made: z.enum(['created', 'repaired', 'unchanged']),
  way: z.enum(obsWays),
  inputName: z.string(),
  scene: z.string(),
});
export type ObsAdded = Readonly<z.infer<typeof obsAddedSchema>>;
