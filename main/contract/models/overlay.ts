import { z } from 'zod';

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
});
export type OverlayClient = Readonly<z.infer<typeof overlayClientSchema>>;

/** An overlay and who shows it now. The secret in its URL is not here. */
export const overlayStatusSchema = z.object({
  id: z.string(),
  name: z.string(),
  clients: z.array(overlayClientSchema),
  blank: z.boolean(),
});
export type OverlayStatus = Readonly<z.infer<typeof overlayStatusSchema>>;
