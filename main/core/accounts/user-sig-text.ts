import { deflateSync, inflateSync } from 'node:zlib';

/** A signed document is a few hundred bytes; anything that inflates beyond this is hostile. */
const MAX_DOCUMENT_BYTES = 64 * 1024;
/** Real UserSigs are under 1 KB. */
const MAX_TEXT_LENGTH = 16 * 1024;

const ESCAPES: Readonly<Record<string, string>> = { '+': '*', '/': '-', '=': '_' };

/** JSON → zlib → base64 with the vendor's own letters (tencent-im B1 step 4; not base64url). */
export const packUserSig = (document: Readonly<Record<string, string | number>>): string =>
  deflateSync(JSON.stringify(document))
    .toString('base64')
    .replace(/[+/=]/g, (letter) => ESCAPES[letter] ?? letter);

/** The signed document inside a UserSig, or undefined where the text is not one. */
export const unpackUserSig = (text: string): Readonly<Record<string, unknown>> | undefined => {
  if (text.length > MAX_TEXT_LENGTH) return undefined;
  const base64 = text
    .replace(/\s/g, '')
    .replace(/\*/g, '+')
    .replace(/-/g, '/')
    .replace(/_/g, '=')
    .replace(/[^A-Za-z0-9+/=]/g, '');
  try {
    const json = inflateSync(Buffer.from(base64, 'base64'), { maxOutputLength: MAX_DOCUMENT_BYTES });
    const document: unknown = JSON.parse(flattenLineBreaks(json.toString('utf8')));
    return isRecord(document) ? document : undefined;
  } catch {
    // Not base64, not zlib, too large or not JSON: in every case, this is no UserSig.
    return undefined;
  }
};

/** Some v1 encoders leave raw line breaks inside JSON strings (tencent-im B2 step 3), which JSON forbids. */
const flattenLineBreaks = (json: string): string => json.replace(/[\r\n]+/g, '');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
