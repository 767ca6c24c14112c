import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { passRightSchema } from './pass.ts';

export const accountKinds = ['rehearsal', 'key-holder', 'usersig-endpoint', 'pass'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Shortest passphrase that is taken, in characters. */
export const MIN_PASSPHRASE_LENGTH = 8;

/** How the secret of an account is kept: sealed by the system, behind a passphrase, or only for this run. */
export const protections = ['os', 'passphrase', 'memory'] as const;

/** What may be told of a signing key. */
export const keyKindSchema = z.discriminatedUnion('version', [
  z.object({ version: z.literal('v2'), algorithm: z.literal('HMAC-SHA256') }),
  z.object({ version: z.literal('v1'), algorithm: z.literal('ECDSA-SHA256'), curve: z.string() }),
]);

/** The data centre that an app lives in (tencent-im A1). */
export const regionNames = [
  'china',
  'singapore',
  'seoul',
  'tokyo',
  'frankfurt',
  'mumbai',
  'silicon-valley',
  'jakarta',
] as const;
export const regionNameSchema = z.enum(regionNames);

/** A pass that this account gave to somebody. The pass itself is not kept. Times in ms since the epoch. */
export const issuedPassSchema = z.object({
  id: z.string(),
  userId: z.string(),
  nick: z.string(),
  rooms: z.array(z.string()),
  may: z.array(passRightSchema),
  issuedAt: z.number(),
  expiresAt: z.number(),
});
export type IssuedPass = Readonly<z.infer<typeof issuedPassSchema>>;

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
    z.object({ state: z.literal('closed') }),
    /** Waits for `account:unlock` (`passphrase`), or for its secret to be given again (`secret`). */
    z.object({ state: z.literal('locked'), needs: z.enum(['passphrase', 'secret']) }),
  ]),
  /** How its secret is kept; absent for the rehearsal. */
  keptBy: z.enum(protections).optional(),
  /** Whether it holds the key, and so may use the admin interface: the rooms page, passes, bans, notices. */
  admin: z.boolean().optional(),
  /** Of a key holder. */
  key: keyKindSchema.optional(),
  adminUserId: z.string().optional(),
  region: regionNameSchema.optional(),
  /** Of a private deployment or a rehearsal service. */
  address: z.object({ rest: z.string().optional(), socket: z.string() }).optional(),
  /** Of a UserSig endpoint: its address without what follows a `?`, where a secret could stand. */
  endpoint: z.object({ address: z.string(), headerName: z.string().optional() }).optional(),
  /** Of a key holder: the passes it gave out and has not revoked. */
  passes: z.array(issuedPassSchema).optional(),
  /** Of a moderator with a pass. */
  pass: z
    .object({ rooms: z.array(z.string()), may: z.array(passRightSchema), expiresAt: z.number() })
    .optional(),
});
export type Account = Readonly<z.infer<typeof accountSchema>>;
