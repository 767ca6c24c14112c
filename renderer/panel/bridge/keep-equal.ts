const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keepList = (before: readonly unknown[], now: readonly unknown[]): readonly unknown[] => {
  const kept = now.map((entry, index) => keepEqual(before[index], entry));
  const same = before.length === kept.length && kept.every((entry, index) => entry === before[index]);
  return same ? before : kept;
};

const keepRecord = (
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const keys = Object.keys(now);
  const own = (key: string) => (Object.hasOwn(before, key) ? before[key] : undefined);
  const kept = keys.map((key) => [key, keepEqual(own(key), now[key])] as const);
  const same =
    keys.length === Object.keys(before).length &&
    kept.every(([key, entry]) => Object.hasOwn(before, key) && entry === before[key]);
  return same ? before : Object.fromEntries(kept);
};

/**
 * The new value of plain data, in which every part that equals what stood there before is that very part: who looks
 * at one entry is not drawn again when another one changes.
 */
export const keepEqual = (before: unknown, now: unknown): unknown => {
  if (Array.isArray(before) && Array.isArray(now)) return keepList(before, now);
  if (isPlain(before) && isPlain(now)) return keepRecord(before, now);
  return Object.is(before, now) ? before : now;
};
