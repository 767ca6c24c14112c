import { createHash } from 'node:crypto';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  // `fromEntries` would lose a key named __proto__; a null prototype keeps it an ordinary one.
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, field] of entries) result[key] = ordered(field);
  return result;
};

/** One JSON text for one value: keys sorted, no blanks, no absent fields. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

/** What the first event of a chain follows. */
export const GENESIS = '0'.repeat(64);

/** The hash of an event: SHA-256 over the hash before it, a line feed, and its canonical JSON; lower-case hex. */
export const chainHash = (previous: string, body: string): string =>
  createHash('sha256').update(previous).update('\n').update(body).digest('hex');
