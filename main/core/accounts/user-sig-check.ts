import { createHmac, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import { type ReadUserSig, readUserSig, type UserSigClaims } from './user-sig-claims.ts';
import { contentV1 } from './user-sig-v1.ts';

/** What the signature is checked with: the SecretKey of v2, or the public key of v1. */
export type CheckingKey =
  | Readonly<{ version: 'v2'; secretKey: KeyObject }>
  | Readonly<{ version: 'v1'; publicKey: KeyObject }>;

export type UserSigProblem =
  | 'not-a-usersig'
  | 'other-app'
  | 'other-user'
  | 'expired'
  | 'other-scheme'
  | 'wrong-signature';

export type CheckedUserSig = Readonly<{ claims?: UserSigClaims; problem?: UserSigProblem }>;

export type UserSigExpectation = Readonly<{
  key: CheckingKey;
  /** ms since the epoch. */
  now: number;
  sdkAppId?: number;
  userId?: string;
}>;

/** The text that a v2 UserSig signs (tencent-im B1 step 1). */
const contentV2 = (document: Readonly<Record<string, unknown>>): string => {
  const line = (name: string): string => `${name}:${document[name]}\n`;
  const base = ['TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire'].map(line).join('');
  return document['TLS.userbuf'] === undefined ? base : base + line('TLS.userbuf');
};

const sameBytes = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

const signatureFits = ({ document, signature }: ReadUserSig, key: CheckingKey): boolean => {
  const bytes = Buffer.from(signature, 'base64');
  if (key.version === 'v1') return verify('sha256', Buffer.from(contentV1(document)), key.publicKey, bytes);
  return sameBytes(createHmac('sha256', key.secretKey).update(contentV2(document)).digest(), bytes);
};

/** Checks a UserSig in the order of the vendor's Go library (tencent-im B1): app, user, expiry, then the signature. */
export const checkUserSig = (text: string, expected: UserSigExpectation): CheckedUserSig => {
  const read = readUserSig(text);
  if (read === undefined) return { problem: 'not-a-usersig' };
  const problem = findProblem(read, expected);
  return problem === undefined ? { claims: read.claims } : { claims: read.claims, problem };
};

const findProblem = (read: ReadUserSig, expected: UserSigExpectation): UserSigProblem | undefined => {
  const { claims } = read;
  if (expected.sdkAppId !== undefined && claims.sdkAppId !== expected.sdkAppId) return 'other-app';
  if (expected.userId !== undefined && claims.userId !== expected.userId) return 'other-user';
  if (expected.now > claims.expiresAt) return 'expired';
  if (claims.version !== expected.key.version) return 'other-scheme';
  return signatureFits(read, expected.key) ? undefined : 'wrong-signature';
};
