import { inflateSync } from 'node:zlib';

export type SigFields = Readonly<Record<string, unknown>>;

/** A real UserSig has 200 to 700 characters, with a userbuf somewhat more; anything far beyond is hostile. */
const maxPackedLength = 8 * 1024;
const maxInflatedBytes = 16 * 1024;

// tencent-im B1.4: '*' stands for '+', '-' for '/', '_' for '='. It is not the base64url alphabet. Padding may be missing.
const packedForm = /^[A-Za-z0-9*-]+_{0,2}$/;

const inflate = (packed: string): string | undefined => {
  const base64 = packed.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  try {
    const bytes = inflateSync(Buffer.from(base64, 'base64'), { maxOutputLength: maxInflatedBytes });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not zlib, cut short, too large or not UTF-8: to the caller all the same 70003
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is SigFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Base64, zlib and JSON of either UserSig version. `undefined` when it does not unpack to a JSON object. */
export const unpackUserSig = (userSig: string): SigFields | undefined => {
  if (userSig.length > maxPackedLength || !packedForm.test(userSig)) return undefined;
  const text = inflate(userSig);
  if (text === undefined) return undefined;
  // Some v1 encoders leave raw CR/LF inside JSON strings (tencent-im B2.3), which no JSON parser takes.
  const fields = parseJson(text) ?? parseJson(text.replace(/[\r\n]/g, ''));
  return isRecord(fields) ? fields : undefined;
};
