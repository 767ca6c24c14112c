import { z } from 'zod';
import { localizedSchema } from '../app-error.ts';
import { keyKindSchema, regionNameSchema } from './account.ts';

/** What a key is and whether it works. Holds nothing of the key. Times in ms since the epoch. */
export const keyReportSchema = z.object({
  sdkAppId: z.number().int(),
  userId: z.string(),
  kind: keyKindSchema.optional(),
  issuedAt: z.number().optional(),
  expiresAt: z.number().optional(),
  signsAndVerifies: z.boolean(),
  findings: z.array(
    z.object({
      id: z.enum(['key', 'pair', 'curve', 'signs', 'clock']),
      level: z.enum(['ok', 'warn', 'fail']),
      text: localizedSchema,
      remedy: localizedSchema.optional(),
    }),
  ),
  /** Where an app with this number lives, as the vendor's SDK would work it out. */
  region: regionNameSchema,
});

export const testItemIds = [
  'signature',
  'rest',
  'admin',
  'clock',
  'ban',
  'counters',
  'members',
  'keywords',
  'socket',
  'room',
] as const;

/** One line of the connection test. `skipped` says in its text why it was not tried. */
export const testItemSchema = z.object({
  id: z.enum(testItemIds),
  state: z.enum(['ok', 'warn', 'fail', 'skipped']),
  text: localizedSchema,
  remedy: localizedSchema.optional(),
  vendor: z.object({ code: z.number().int(), info: z.string() }).optional(),
});
export type TestItem = Readonly<z.infer<typeof testItemSchema>>;
