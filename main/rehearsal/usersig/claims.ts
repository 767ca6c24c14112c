/** What a UserSig states, before anything of it is believed. */
export type Claims = {
  readonly version: 1 | 2;
  readonly sdkAppId: number;
  readonly userId: string;
  /** Unix seconds. */
  readonly issuedAt: number;
  readonly lifetimeS: number;
  /** The exact text that was signed. */
  readonly signedText: string;
  /** Base64: HMAC-SHA256 in v2, DER ECDSA in v1. */
  readonly signature: string;
};
