import { z } from 'zod';

type Field<T> = T extends z.ZodDefault<infer Inner extends z.ZodType> ? Inner : T;
type PatchShape<S extends z.ZodRawShape> = { [K in keyof S]: z.ZodOptional<Extract<Field<S[K]>, z.ZodType>> };

/**
 * The schema of a change to some fields. Not `partial()`: that fills what is missing with its default, and so would
 * reset every field that was not named.
 */
export const patchOf = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) => {
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const bare = field instanceof z.ZodDefault ? field.unwrap() : field;
    return [name, z.optional(bare)] as const;
  });
  return z.strictObject(Object.fromEntries(fields) as PatchShape<S>);
};
