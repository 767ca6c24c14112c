import { z } from 'zod';
import { audienceProfileSchema, rehearsalSchema } from '../models/rehearsal.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** The local stand-in for the cloud service. */
export const rehearsalCalls = {
  'rehearsal:start': {
    input: z.strictObject({
      audience: audienceProfileSchema.default('busy'),
      seed: z.number().int().min(0).max(0xffff_ffff).optional(),
    }),
    output: rehearsalSchema,
    callers: panelOnly,
  },
  'rehearsal:set-audience': {
    input: z.strictObject({ audience: audienceProfileSchema }),
    output: rehearsalSchema,
    callers: panelOnly,
  },
  'rehearsal:stop': { input: nothing, output: nothing, callers: panelOnly },
} as const satisfies Record<string, CallShape>;
