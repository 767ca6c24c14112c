import { z } from 'zod';
import { defaultWordSettings, ruleGroupSchema, wordSettingsSchema } from '../../contract/models/word-rule.ts';

/** How an earlier Livedeck kept the word book: one JSON document, the rules as pages of lines. Only read, to move it. */
export const wordsDocumentSchema = z.object({
  /** `null` = this file was never written. */
  groups: z.array(ruleGroupSchema).max(1000).nullable().default(null),
  settings: wordSettingsSchema.default(defaultWordSettings),
  pages: z.array(z.string()).default([]),
});
