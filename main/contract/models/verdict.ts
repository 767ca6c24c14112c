import { z } from 'zod';
import { localizedSchema } from '../app-error.ts';

/** What the word rules say of a comment, from harmless to hidden. */
export const verdictLevels = ['clean', 'flag', 'hold', 'block'] as const;
export type VerdictLevel = (typeof verdictLevels)[number];

/** One match of one rule, with the exact characters of the original text it lies on. */
export const hitSchema = z.object({
  ruleId: z.string(),
  /** The word or pattern of the rule, for the explanation. */
  word: z.string(),
  field: z.enum(['text', 'nick']),
  /** UTF-16 offsets into the original text or nickname; `end` is exclusive. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** Names of the matching layers that were needed, outermost first; empty = exact. */
  layers: z.array(z.string()),
  level: z.enum(verdictLevels),
  /** The hit in one line, for people; comments from a feed carry it. */
  why: localizedSchema.optional(),
});
export type Hit = Readonly<z.infer<typeof hitSchema>>;

export const verdictSchema = z.object({ level: z.enum(verdictLevels), hits: z.array(hitSchema) });
export type Verdict = Readonly<z.infer<typeof verdictSchema>>;

export const cleanVerdict: Verdict = { level: 'clean', hits: [] };
