import { z } from 'zod';
import { panicSchema } from '../models/panic.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** The one key that locks everything down, and the same key that ends it. */
export const panicCalls = {
  /** Answers when every room has a result. Said again, it tries the rooms once more that failed. */
  'panic:set': { input: z.strictObject({ on: z.boolean() }), output: panicSchema, callers: panelOnly },
  /** After a panic: no longer shows the rooms that could not be released. */
  'panic:dismiss': { input: nothing, output: panicSchema, callers: panelOnly },
} as const satisfies Record<string, CallShape>;
