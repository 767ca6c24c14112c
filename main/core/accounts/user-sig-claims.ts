import { z } from 'zod';
import { unpackUserSig } from './user-sig-text.ts';

/** What a UserSig says of itself. Times in ms since the epoch. */
export type UserSigClaims = Readonly<{
  version: 'v1' | 'v2';
  userId: string;
  sdkAppId: number;
  issuedAt: number;
  expiresAt: number;
}>;

/** A UserSig taken apart: its claims, its signature, and the document for the one who checks it. */
export type ReadUserSig = Readonly<{
  claims: UserSigClaims;
  /** Standard base64. */
  signature: string;
  document: Readonly<Record<string, unknown>>;
}>;

/** Numbers are numbers in v2 and text in v1 (tencent-im B1, B2); either is read in both. */
const count = z.union([
  z.number().int().min(0),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
/** Some encoders break the base64 of the signature into lines (B2 step 3). */
const base64 = z.string().transform((text) => text.replace(/\s/g, ''));

const v2Schema = z.object({
  'TLS.ver': z.literal('2.0'),
  'TLS.identifier': z.string(),
  'TLS.sdkappid': count,
  'TLS.time': count,
  'TLS.expire': count,
  'TLS.sig': base64,
});
const v1Schema = z.object({
  'TLS.identifier': z.string(),
  'TLS.account_type': count,
  'TLS.sdk_appid': count,
  'TLS.time': count,
  'TLS.expire_after': count,
  'TLS.sig': base64,
});

const claims = (
  version: 'v1' | 'v2',
  userId: string,
  sdkAppId: number,
  time: number,
  expire: number,
): UserSigClaims => ({
  version,
  userId,
  sdkAppId,
  issuedAt: time * 1000,
  expiresAt: (time + expire) * 1000,
});

/** Reads a UserSig of either version without checking its signature; undefined where it is none. */
export const readUserSig = (text: string): ReadUserSig | undefined => {
  const document = unpackUserSig(text);
  if (document === undefined) return undefined;
  const v2 = v2Schema.safeParse(document);
  if (v2.success) {
    const { 'TLS.identifier': id, 'TLS.sdkappid': app, 'TLS.time': time, 'TLS.expire': expire } = v2.data;
    return { claims: claims('v2', id, app, time, expire), signature: v2.data['TLS.sig'], document };
  }
  const v1 = v1Schema.safeParse(document);
  if (!v1.success) return undefined;
  const {
    'TLS.identifier': id,
    'TLS.sdk_appid': app,
    'TLS.time': time,
    'TLS.expire_after': expire,
  } = v1.data;
  return { claims: claims('v1', id, app, time, expire), signature: v1.data['TLS.sig'], document };
};
