/** The part of the untyped package that signing uses; version 1.0.2 is pinned. */
declare module 'tls-sig-api-v2' {
  import type { KeyObject } from 'node:crypto';

  export class Api {
    /** The key goes to `createHmac` as it is, so a key object does as well as text. */
    constructor(sdkAppId: number, secretKey: string | KeyObject);
    /** Signs at the time of the system clock. */
    genUserSig(userId: string, expireSeconds: number): string;
    /** HMAC of the v2 content for a given time, in base64. */
    _hmacsha256(
      userId: string,
      issuedAtSeconds: number,
      expireSeconds: number,
      base64UserBuf: string | null,
    ): string;
  }
}
