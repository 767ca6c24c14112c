import type { z } from 'zod';
import { type ControlParts, type ControlRoute, explain } from './control.ts';

/** A question: no body, no change. */
export const get = (path: string, about: string, run: (parts: ControlParts) => unknown): ControlRoute => ({
  method: 'GET',
  path,
  about,
  run,
});

/** A command with a checked body. */
export const post = <S extends z.ZodType>(
  path: string,
  about: string,
  schema: S,
  run: (parts: ControlParts, input: z.output<S>) => unknown,
): ControlRoute => ({
  method: 'POST',
  path,
  about,
  run(parts, body) {
    const parsed = schema.safeParse(body);
    return parsed.success ? run(parts, parsed.data) : explain(parsed.error);
  },
});
