import { z } from 'zod';

/** Device-independent pixels on the desktop; the origin may be negative on a second display. */
export const boundsSchema = z.strictObject({
  x: z.number().int().min(-100_000).max(100_000),
  y: z.number().int().min(-100_000).max(100_000),
  width: z.number().int().min(100).max(16_384),
  height: z.number().int().min(100).max(16_384),
});
export type Bounds = Readonly<z.infer<typeof boundsSchema>>;

/** What a person chooses for an overlay's window, kept across runs. */
export const overlayWindowChoicesSchema = z.object({
  /** `null` = the picture's own size in the middle of the main display. */
  bounds: boundsSchema.nullable().default(null),
  /** The display that `bounds` were on, by the system's ID; empty where it is not known. */
  display: z.string().max(100).default(''),
  alwaysOnTop: z.boolean().default(false),
  /** The mouse reaches what lies below the window. */
  clickThrough: z.boolean().default(true),
});
export type OverlayWindowChoices = Readonly<z.infer<typeof overlayWindowChoicesSchema>>;

/** An overlay's window as windows mirror it. */
export const overlayWindowSchema = overlayWindowChoicesSchema.extend({
  open: z.boolean(),
  /** `on`: the window shows its frame and can be dragged. `ending`: asked to take the frame off the picture again. */
  arranging: z.enum(['off', 'on', 'ending']),
  /** True where it was opened for a colour key instead of an alpha channel. */
  keyed: z.boolean(),
});
export type OverlayWindow = Readonly<z.infer<typeof overlayWindowSchema>>;
