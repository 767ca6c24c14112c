import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** Who this service is. The same seed gives the same app and key, so that clients can come back after a restart. */
export type Identity = {
  readonly seed: number;
  readonly sdkAppId: number;
  /** 64 hex digits, used as text, as the console's SecretKey is (tencent-im B1). */
  readonly secretKey: string;
  readonly admin: string;
  readonly vj: string;
};

export type IdentityInput = {
  readonly seed?: number;
  readonly sdkAppId?: number;
  readonly secretKey?: string;
};

/** App admin's UserID as the vendor's console presets it (tencent-im A1). */
const admin = 'administrator';
const vj = 'xiaoyue';

export const createIdentity = (input: IdentityInput): Identity => {
  const seed = input.seed ?? randomInt(0x1_0000_0000);
  const digest = createHash('sha256').update(`rehearsal app ${seed}`).digest();
  return {
    seed,
    // 1400xxxxxx belongs to the region China (tencent-im A1 "Domains").
    sdkAppId: input.sdkAppId ?? 1_400_000_001 + (digest.readUInt32BE(0) % 99_999_998),
    secretKey:
      input.secretKey ??
      (input.seed === undefined
        ? randomBytes(32).toString('hex')
        : createHmac('sha256', `rehearsal ${seed}`).update('SecretKey').digest('hex')),
    admin,
    vj,
  };
};

/** An 18-digit TinyId, bigger than 2^53 as in reality, the same for the same UserID after every restart. */
export const tinyIdOf = (userId: string): string => {
  const digest = createHash('sha256').update(`tiny ${userId}`).digest();
  const tail = digest.readUIntBE(0, 6) % 1_000_000_000_000;
  return `144115${String(tail).padStart(12, '0')}`;
};
