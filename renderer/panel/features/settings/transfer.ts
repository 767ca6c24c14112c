import type { z } from 'zod';
import { ownKeysSchema } from '../../../../main/contract/models/keys.ts';
import { type Settings, settingsSchema } from '../../../../main/contract/models/settings.ts';

type Field = keyof Settings;

/** What a file of settings is called, so that any other JSON is told apart. */
const KIND = 'livedeck-settings';

/** Something in the file that is left out, with the place that it stands at. */
export type Refused = { readonly where: string; readonly why: 'unknown' | 'bad' };
export type Change = { readonly field: Field; readonly before: unknown; readonly after: unknown };
export type ReadSettings =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly refused: readonly Refused[] }
  | { readonly ok: false; readonly why: 'not-json' | 'not-settings' };

const shape: Readonly<Record<string, z.ZodType>> = settingsSchema.shape;
const isField = (name: string): name is Field => Object.hasOwn(shape, name);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings as a file. There are no secrets among them: keys of accounts and passwords live elsewhere. */
export const writeSettings = (settings: Settings): string =>
  `${JSON.stringify({ kind: KIND, settings }, null, 2)}\n`;

const placeOf = (field: string, issue: z.core.$ZodIssue): string =>
  [field, ...issue.path.map(String)].join('.');

type Taken = { readonly value?: unknown; readonly refused: readonly Refused[] };

/** Keys are taken command by command: one that cannot be used does not cost the others. */
const takeKeys = (value: unknown, commands: ReadonlySet<string>): Taken => {
  if (!isRecord(value)) return { refused: [{ where: 'keys', why: 'bad' }] };
  const refused: Refused[] = [];
  const good: Record<string, string[]> = {};
  for (const [command, keys] of Object.entries(value)) {
    const parsed = ownKeysSchema.safeParse({ [command]: keys });
    if (!commands.has(command)) refused.push({ where: `keys.${command}`, why: 'unknown' });
    else if (!parsed.success) refused.push({ where: `keys.${command}`, why: 'bad' });
    else good[command] = parsed.data[command] ?? [];
  }
  return { value: good, refused };
};

const takeField = (field: string, value: unknown, commands: ReadonlySet<string>): Taken => {
  if (field === 'keys') return takeKeys(value, commands);
  // A file may name what every object has, such as `__proto__`.
  const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
  if (schema === undefined) return { refused: [{ where: field, why: 'unknown' }] };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, refused: [] };
  return { refused: parsed.error.issues.map((issue) => ({ where: placeOf(field, issue), why: 'bad' })) };
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a file would change, and everything in it that cannot be used; the rest goes in. */
export const readSettings = (text: string, now: Settings, commands: ReadonlySet<string>): ReadSettings => {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-json' };
  }
  if (!isRecord(file) || file.kind !== KIND || !isRecord(file.settings))
    return { ok: false, why: 'not-settings' };
  const changes: Change[] = [];
  const refused: Refused[] = [];
  for (const [field, value] of Object.entries(file.settings)) {
    const taken = takeField(field, value, commands);
    refused.push(...taken.refused);
    if (taken.value === undefined || !isField(field) || same(taken.value, now[field])) continue;
    changes.push({ field, before: now[field], after: taken.value });
  }
  return { ok: true, changes, refused };
};

/** The changes of a file as one patch. */
export const patchOfChanges = (changes: readonly Change[]): Partial<Settings> =>
  Object.fromEntries(changes.map(({ field, after }) => [field, after]));
