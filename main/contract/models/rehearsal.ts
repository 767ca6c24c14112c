import { z } from 'zod';
import { audienceProfiles } from './audience-profiles.ts';

export { type AudienceProfile, audienceProfiles } from './audience-profiles.ts';
export const audienceProfileSchema = z.enum(audienceProfiles);

/** The running rehearsal service as windows may know it: addresses, never the signing key. */
export const rehearsalSchema = z.object({
  rest: z.string(),
  socket: z.string(),
  sdkAppId: z.number().int(),
  rooms: z.array(z.string()),
  audience: audienceProfileSchema,
  seed: z.number().int(),
});
export type Rehearsal = Readonly<z.infer<typeof rehearsalSchema>>;
