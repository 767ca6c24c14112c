import type { SigFields } from './unpack-user-sig.ts';

/**
 * Forms of the signed fields. A line break inside a value could move text from one signed line to the next
 * and so make one signature serve two meanings; therefore no field with control characters is accepted.
 */
const hasControlCharacter = (value: string): boolean =>
  [...value].some((character) => character < ' ' || character === '\u007f');

export const lineOf = (fields: SigFields, key: string): string | undefined => {
  const value = fields[key];
  return typeof value === 'string' && value !== '' && !hasControlCharacter(value) ? value : undefined;
};

export const countOf = (fields: SigFields, key: string): number | undefined => {
  const value = fields[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

/** v1 writes its numbers as strings; the digits are signed as written. */
export const digitsOf = (fields: SigFields, key: string): string | undefined => {
  const value = fields[key];
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? value : undefined;
};

/** Base64 that some encoders break into lines (tencent-im B2.3). */
export const base64Of = (fields: SigFields, key: string): string | undefined => {
  const value = fields[key];
  if (typeof value !== 'string') return undefined;
  const joined = value.replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(joined) ? joined : undefined;
};
