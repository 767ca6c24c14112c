import { z } from 'zod';
import { settingsSchema } from '../models/settings.ts';
import { patchOf } from '../patch-of.ts';
import { topicSchema } from '../state.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** The program itself: mirrored state, settings, bugs that a window met. */
export const appCalls = {
  'state:get': {
    input: z.strictObject({ topic: topicSchema }),
    output: z.object({ revision: z.number().int(), value: z.unknown() }),
    callers: panelOnly,
  },
  /** Every topic at once, for a window that knows nothing yet. */
  'state:all': {
    input: nothing,
    output: z.array(z.object({ topic: topicSchema, revision: z.number().int(), value: z.unknown() })),
    callers: panelOnly,
  },
  'settings:set': {
    input: z.strictObject({ patch: patchOf(settingsSchema) }),
    output: settingsSchema,
    callers: panelOnly,
  },
  /** A report for whoever helps: no names, no words of anybody, no secrets. The folder is for the person alone. */
  'app:diagnostics': {
    input: nothing,
    output: z.object({ report: z.string(), dataDir: z.string() }),
    callers: panelOnly,
  },
  /** A window met a bug; it is written to the log with personal text redacted. */
  'app:report-error': {
    input: z.strictObject({ message: z.string().max(4000), where: z.string().max(200) }),
    output: nothing,
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
