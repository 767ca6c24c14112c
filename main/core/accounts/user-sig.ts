import type { KeyObject } from 'node:crypto';
import { Api } from 'tls-sig-api-v2';
import { packUserSig } from './user-sig-text.ts';

export type SignV2 = Readonly<{
  sdkAppId: number;
  /** The console's SecretKey, as its text; never hex-decoded. */
  secretKey: string | KeyObject;
  userId: string;
  expireSeconds: number;
  /** ms since the epoch by the service's clock; the system clock where absent. */
  now?: number;
}>;

/**
 * A v2 UserSig (tencent-im B1). `genUserSig` of the vendor's package always reads the system clock, and a computer
 * whose clock is off would sign times that the service refuses; so the HMAC is the package's and the envelope is ours.
 */
export const signUserSigV2 = ({
  sdkAppId,
  secretKey,
  userId,
  expireSeconds,
  now = Date.now(),
}: SignV2): string => {
  const time = Math.floor(now / 1000);
  const signature = new Api(sdkAppId, secretKey)._hmacsha256(userId, time, expireSeconds, null);
  return packUserSig({
    'TLS.ver': '2.0',
    'TLS.identifier': userId,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': time,
    'TLS.expire': expireSeconds,
    'TLS.sig': signature,
  });
};
