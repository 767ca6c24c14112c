import { type KeyObject, sign } from 'node:crypto';
import { packUserSig } from './user-sig-text.ts';

export type SignV1 = Readonly<{
  sdkAppId: number;
  /** An elliptic-curve private key; the curve is the key's own. */
  privateKey: KeyObject;
  userId: string;
  expireSeconds: number;
  /** ms since the epoch by the service's clock; the system clock where absent. */
  now?: number;
}>;

/** The signed fields in the order in which they are signed (tencent-im B2 step 1); absent ones are left out. */
const SIGNED_FIELDS = [
  'TLS.appid_at_3rd',
  'TLS.account_type',
  'TLS.identifier',
  'TLS.sdk_appid',
  'TLS.time',
  'TLS.expire_after',
  'TLS.userbuf',
] as const;

/** The text that a v1 UserSig signs: `key:value` and a line feed for each field. */
export const contentV1 = (document: Readonly<Record<string, unknown>>): string =>
  SIGNED_FIELDS.filter((name) => document[name] !== undefined)
    .map((name) => `${name}:${document[name]}\n`)
    .join('');

/** A v1 UserSig, of apps that still hold a key pair (tencent-im B2). */
export const signUserSigV1 = ({
  sdkAppId,
  privateKey,
  userId,
  expireSeconds,
  now = Date.now(),
}: SignV1): string => {
  const document = {
    'TLS.account_type': '0',
    'TLS.identifier': userId,
    'TLS.appid_at_3rd': '0',
    'TLS.sdk_appid': String(sdkAppId),
    'TLS.expire_after': String(expireSeconds),
    'TLS.version': '201512300000',
    'TLS.time': String(Math.floor(now / 1000)),
  };
  const signature = sign('sha256', Buffer.from(contentV1(document)), privateKey).toString('base64');
  return packUserSig({ ...document, 'TLS.sig': signature });
};
