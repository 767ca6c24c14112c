import { z } from 'zod';

/** How busy the simulated audience is, in messages offered a second: 0, 1, 10, 40, 200. */
export const audienceProfiles = ['off', 'calm', 'busy', 'cap', 'storm'] as const;
export const audienceProfileSchema = z.enum(audienceProfiles);
export type AudienceProfile = z.infer<typeof audienceProfileSchema>;

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
