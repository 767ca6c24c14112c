import { z } from 'zod';

/** What the holder of a pass may do besides reading. */
export const passRights = ['say', 'mute', 'mute-all', 'ban', 'recall'] as const;
export const passRightSchema = z.enum(passRights);
export type PassRight = z.infer<typeof passRightSchema>;

/** What a pass says of itself once it is open; its UserSig is left out. Times in ms since the epoch. */
export const passViewSchema = z.object({
  sdkAppId: z.number().int(),
  userId: z.string(),
  nick: z.string(),
  label: z.string(),
  rooms: z.array(z.string()),
  may: z.array(passRightSchema),
  issuedAt: z.number(),
  expiresAt: z.number(),
  /** Its time is over; it can be looked at but not taken. */
  expired: z.boolean(),
});
export type PassView = Readonly<z.infer<typeof passViewSchema>>;

/** A sealed pass is under 2 KB; more is something else. */
export const PASS_TEXT_MAX = 8192;
/** Half a year, the longest life of a UserSig (tencent-im B3). */
export const PASS_MAX_SECONDS = 180 * 86_400;
