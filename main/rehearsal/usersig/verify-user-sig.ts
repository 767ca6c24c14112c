import type { Claims } from './claims.ts';
import { readV1 } from './read-v1.ts';
import { readV2 } from './read-v2.ts';
import { type Refusal, refuse } from './refusal.ts';
import { ecdsaMatches, hmacMatches } from './signatures.ts';
import { type SigFields, unpackUserSig } from './unpack-user-sig.ts';

export type UserSigExpectation = {
  readonly sdkAppId: number;
  readonly userId: string;
  /** Unix seconds. */
  readonly now: number;
  /** The app's v2 key as the console shows it. */
  readonly secretKey?: string;
  /** The app's v1 public keys, PEM. */
  readonly publicKeys?: readonly string[];
  /** Unix seconds; a UserSig issued before it is void (70052), as after the REST command `kick`. */
  readonly revokedBefore?: number;
};

export type UserSigVerdict =
  | { readonly ok: true; readonly version: 1 | 2; readonly issuedAt: number; readonly expiresAt: number }
  | Refusal;

/** tencent-im B2, "Tell v1 from v2". */
const readClaims = (fields: SigFields): Claims | undefined => {
  if (fields['TLS.ver'] === '2.0') return readV2(fields);
  return Object.hasOwn(fields, 'TLS.account_type') || Object.hasOwn(fields, 'TLS.sdk_appid')
    ? readV1(fields)
    : undefined;
};

const checkClaims = (claims: Claims, expect: UserSigExpectation): Refusal | undefined => {
  if (claims.sdkAppId !== expect.sdkAppId) return refuse(70014);
  if (claims.userId !== expect.userId) return refuse(70013);
  if (expect.now > claims.issuedAt + claims.lifetimeS) return refuse(70001);
  return undefined;
};

const checkSignature = (claims: Claims, expect: UserSigExpectation): Refusal | undefined => {
  const { signedText, signature, version } = claims;
  if (version === 2) {
    if (expect.secretKey === undefined) return refuse(70009, 'this app signs with the v1 key pair');
    return hmacMatches(signedText, signature, expect.secretKey) ? undefined : refuse(70009);
  }
  const publicKeys = expect.publicKeys ?? [];
  if (publicKeys.length === 0) return refuse(70016);
  return ecdsaMatches(signedText, signature, publicKeys) ? undefined : refuse(70009);
};

/**
 * Verifies a UserSig of either version as the cloud does (tencent-im A2, B1 to B3), in the vendor's order:
 * form, SDKAppID, UserID, expiry, signature; a revoked one is told last, since only a true one can be revoked.
 * A `TLS.time` ahead of `now` is accepted, as in the vendor's libraries: the clocks of servers differ.
 * 70020, 70050 and 70051 are for the caller, who knows the apps, the failures so far and the blacklist.
 */
export const verifyUserSig = (userSig: string, expect: UserSigExpectation): UserSigVerdict => {
  if (userSig === '') return refuse(70002);
  const fields = unpackUserSig(userSig);
  if (fields === undefined) return refuse(70003);
  const claims = readClaims(fields);
  if (claims === undefined) return refuse(70005);
  const refusal = checkClaims(claims, expect) ?? checkSignature(claims, expect);
  if (refusal !== undefined) return refusal;
  const { version, issuedAt, lifetimeS } = claims;
  if (expect.revokedBefore !== undefined && issuedAt < expect.revokedBefore) return refuse(70052);
  return { ok: true, version, issuedAt, expiresAt: issuedAt + lifetimeS };
};
