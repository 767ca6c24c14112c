/**
 * JSON as the service writes it: `Next` is a uint64 and counters are int64 (tencent-im A1), which a plain
 * `JSON.parse` would round. Integers beyond 2^53 come out as bigint, and bigint goes in as a plain number.
 */
export const parseWireJson = (text: string): unknown => JSON.parse(text, reviveInteger);

const reviveInteger = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d{1,20}$/.test(source) ? BigInt(source) : value;
};

/** `JSON.rawJSON` is in the run-time (V8 11.4 and up) but not yet in TypeScript's library. */
const { rawJSON } = JSON as JSON & { readonly rawJSON: (text: string) => unknown };

export const writeWireJson = (value: unknown): string =>
  JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? rawJSON(`${field}`) : field));
