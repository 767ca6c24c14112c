import { z } from 'zod';
import { userIdSchema } from '../../contract/models/person.ts';
import { roomIdSchema } from '../../contract/models/room.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type AdminError, requestInvalid } from './admin-error.ts';

const encoder = new TextEncoder();

/** Text of at most so many bytes of UTF-8: the service counts bytes, and a Chinese character has three. */
export const bytes = (max: number) =>
  z.string().refine((text) => encoder.encode(text).length <= max, `at most ${max} bytes`);

/** As much of the beginning of a text as fits into so many bytes, cut between two characters. */
export const cutToBytes = (text: string, max: number): string =>
  text.slice(0, encoder.encodeInto(text, new Uint8Array(max)).read);

export const roomId = roomIdSchema;
export const userId = userIdSchema;
export const userIds = z.array(userId).min(1);
/** The service's span of time: 0 clears, 4294967295 is for ever (tencent-im A5). */
export const uint32 = z.number().int().min(0).max(0xffff_ffff);

/** Checks what a caller asks for before anything is sent. */
export const parseInput = <S extends z.ZodType>(
  schema: S,
  input: unknown,
): Result<z.output<S>, AdminError> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return err(requestInvalid(parsed.error.issues[0]?.path.join('.') || 'input'));
};

/** Leaves out the fields that are undefined: the service takes an empty field for a value. */
export const present = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A whole number of an answer; beyond 2^53 the nearest one that a double can hold. */
export const wireInt = z.union([
  z.number().int(),
  z.bigint().transform(Number),
  z
    .string()
    .regex(/^-?\d{1,20}$/)
    .transform(Number),
]);

export const wireText = z.string().catch('');

/** A list of an answer; the service leaves an empty one out or sends null. */
export const wireList = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

/** An answer of which only "done" matters. */
export const nothing = z.unknown().transform(() => null);
