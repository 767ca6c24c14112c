import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';

export const accountKinds = ['rehearsal', 'key-holder', 'usersig-endpoint', 'pass'] as const;

/** A signed-in identity of one app on the service. Holds nothing secret. */
export const accountSchema = z.object({
  id: z.string(),
  kind: z.enum(accountKinds),
  label: z.string(),
  sdkAppId: z.number().int(),
  /** Who this console speaks as in the rooms. */
  userId: z.string(),
  nick: z.string(),
  session: z.discriminatedUnion('state', [
    z.object({ state: z.literal('starting') }),
    z.object({ state: z.literal('ready') }),
    z.object({ state: z.literal('restarting'), attempt: z.number().int() }),
    z.object({ state: z.literal('failed'), error: appErrorSchema }),
  ]),
});
export type Account = Readonly<z.infer<typeof accountSchema>>;
