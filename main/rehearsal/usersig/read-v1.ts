import type { Claims } from './claims.ts';
import { base64Of, digitsOf, lineOf } from './field-forms.ts';
import type { SigFields } from './unpack-user-sig.ts';

const optional = (fields: SigFields, key: string, read: typeof lineOf): string | undefined =>
  Object.hasOwn(fields, key) ? read(fields, key) : '';

/** tencent-im B2; all values are strings there. `undefined` when a field is missing or of the wrong form. */
export const readV1 = (fields: SigFields): Claims | undefined => {
  const accountType = digitsOf(fields, 'TLS.account_type');
  const userId = lineOf(fields, 'TLS.identifier');
  const sdkAppId = digitsOf(fields, 'TLS.sdk_appid');
  const issuedAt = digitsOf(fields, 'TLS.time');
  const lifetimeS = digitsOf(fields, 'TLS.expire_after');
  const signature = base64Of(fields, 'TLS.sig');
  const appIdAtThird = optional(fields, 'TLS.appid_at_3rd', lineOf);
  const userBuf = optional(fields, 'TLS.userbuf', base64Of);
  if (accountType === undefined || userId === undefined || sdkAppId === undefined) return undefined;
  if (issuedAt === undefined || lifetimeS === undefined || signature === undefined) return undefined;
  if (appIdAtThird === undefined || userBuf === undefined) return undefined;
  const lines = [
    ...(appIdAtThird === '' ? [] : [`TLS.appid_at_3rd:${appIdAtThird}`]),
    `TLS.account_type:${accountType}`,
    `TLS.identifier:${userId}`,
    `TLS.sdk_appid:${sdkAppId}`,
    `TLS.time:${issuedAt}`,
    `TLS.expire_after:${lifetimeS}`,
    ...(userBuf === '' ? [] : [`TLS.userbuf:${userBuf}`]),
  ];
  return {
    version: 1,
    sdkAppId: Number(sdkAppId),
    userId,
    issuedAt: Number(issuedAt),
    lifetimeS: Number(lifetimeS),
    signedText: lines.map((line) => `${line}\n`).join(''),
    signature,
  };
};
