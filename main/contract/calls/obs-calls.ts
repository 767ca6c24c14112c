import { z } from 'zod';
import {
  obsAddedSchema,
  obsCheckSchema,
  obsFixIds,
  obsPatchSchema,
  obsPictureTests,
  obsStateSchema,
  obsWays,
  obsWindowSchema,
} from '../models/obs.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

const overlayId = z.string().min(1).max(100).default('main');
const picture = z.enum(obsPictureTests).default('when-safe');
const report = z.object({ checks: z.array(obsCheckSchema) });

/** OBS Studio: the connection, the overlay's source in it, and the doctor. */
export const obsCalls = {
  'obs:configure': {
    input: z.strictObject({ patch: obsPatchSchema }),
    output: obsStateSchema,
    callers: panelOnly,
  },
  /** Goes in and never comes out; `null` forgets it. */
  'obs:set-password': {
    input: z.strictObject({ password: z.string().min(1).max(512).nullable() }),
    output: z.object({ hasPassword: z.boolean() }),
    callers: panelOnly,
  },
  /** Switches the connection on, or tries again now. */
  'obs:connect': { input: nothing, output: obsStateSchema, callers: panelOnly },
  'obs:disconnect': { input: nothing, output: obsStateSchema, callers: panelOnly },
  'obs:scenes': {
    input: nothing,
    output: z.object({ scenes: z.array(z.string()), current: z.string() }),
    callers: panelOnly,
  },
  /** Windows that this OBS could capture, to choose the overlay's from. */
  'obs:windows': {
    input: nothing,
    output: z.object({ windows: z.array(obsWindowSchema) }),
    callers: panelOnly,
  },
  /** Makes the overlay's source, or mends the one that is there. */
  'obs:add': {
    input: z.strictObject({
      overlayId,
      /** Absent = as the settings say. */
      scene: z.string().min(1).max(200).optional(),
      way: z.enum(obsWays).optional(),
      window: obsWindowSchema.shape.value.optional(),
    }),
    output: obsAddedSchema,
    callers: panelOnly,
  },
  'obs:doctor': { input: z.strictObject({ overlayId, picture }), output: report, callers: panelOnly },
  /** Mends one thing, then looks again at everything. */
  'obs:fix': {
    input: z.strictObject({ overlayId, fix: z.enum(obsFixIds), picture }),
    output: report,
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
