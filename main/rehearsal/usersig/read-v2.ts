import type { Claims } from './claims.ts';
import { base64Of, countOf, lineOf } from './field-forms.ts';
import type { SigFields } from './unpack-user-sig.ts';

/** tencent-im B1. `undefined` when a field is missing or of the wrong form. */
export const readV2 = (fields: SigFields): Claims | undefined => {
  const userId = lineOf(fields, 'TLS.identifier');
  const sdkAppId = countOf(fields, 'TLS.sdkappid');
  const issuedAt = countOf(fields, 'TLS.time');
  const lifetimeS = countOf(fields, 'TLS.expire');
  const signature = base64Of(fields, 'TLS.sig');
  const userBuf = Object.hasOwn(fields, 'TLS.userbuf') ? base64Of(fields, 'TLS.userbuf') : '';
  if (userId === undefined || sdkAppId === undefined || issuedAt === undefined) return undefined;
  if (lifetimeS === undefined || signature === undefined || userBuf === undefined) return undefined;
  const lines = [
    `TLS.identifier:${userId}`,
    `TLS.sdkappid:${sdkAppId}`,
    `TLS.time:${issuedAt}`,
    `TLS.expire:${lifetimeS}`,
    ...(userBuf === '' ? [] : [`TLS.userbuf:${userBuf}`]),
  ];
  const signedText = lines.map((line) => `${line}\n`).join('');
  return { version: 2, sdkAppId, userId, issuedAt, lifetimeS, signedText, signature };
};
