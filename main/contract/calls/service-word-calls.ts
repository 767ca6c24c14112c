import { z } from 'zod';
import { auditLabels, serviceWordSchema, wordDeeds, wordViews } from '../models/service-words.ts';
import { ruleLevels } from '../models/word-rule.ts';
import { type CallShape, panelOnly } from './call-shape.ts';

const accountId = z.string().min(1).max(200);

/** The service's own word lists, for whoever holds the key. Progress and results are in the topic `serviceWords`. */
export const serviceWordCalls = {
  /** Asks the service which lists it has and reads one: the given one, or the newest that blocks. */
  'service-words:open': {
    input: z.strictObject({ accountId, listId: z.string().max(300).optional() }),
    output: z.object({}),
    callers: panelOnly,
  },
  'service-words:page': {
    input: z.strictObject({
      accountId,
      view: z.enum(wordViews).default('all'),
      /** Part of the word, any case. */
      text: z.string().max(200).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(serviceWordSchema), total: z.number().int() }),
    callers: panelOnly,
  },
  /** `send` puts words on the service's list, `take` makes rules of them here, `remove` takes them off the list. */
  'service-words:sync': {
    input: z.strictObject({
      accountId,
      deed: z.enum(wordDeeds),
      /** Absent = every word that the deed is for. */
      words: z
        .array(z.strictObject({ word: z.string().min(1).max(1000), pattern: z.boolean() }))
        .min(1)
        .max(500)
        .optional(),
      /** What a taken word does here. */
      level: z.enum(ruleLevels).default('block'),
      /** What a sent word is about; only cloud libraries keep it. */
      label: z.enum(auditLabels).default('Abuse'),
    }),
    output: z.object({ words: z.number().int() }),
    callers: panelOnly,
  },
  /** Ends what runs; words that were not tried yet stay as they are. */
  'service-words:cancel': {
    input: z.strictObject({ accountId }),
    output: z.object({}),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
