import { z } from 'zod';
import {
  obsAddedSchema,
  obsFixIds,
  obsPatchSchema,
  obsPictureTests,
  obsWays,
  obsWindowSchema,
} from '../models/obs.ts';
import { protectionInput } from './account-calls.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

const overlayId = z.string().min(1).max(100).default('main');
const picture = z.enum(obsPictureTests).default('when-safe');
const done = z.object({});

/** OBS Studio: the connection, the overlay's source in it, and the doctor. How things stand is in the topic `obs`. */
export const obsCalls = {
  'obs:configure': {
    input: z.strictObject({ patch: obsPatchSchema }),
    output: done,
    callers: panelOnly,
  },
  /** Goes in and never comes out. */
  'obs:set-password': {
    input: z.strictObject({ password: z.string().min(1).max(512), protection: protectionInput }),
    output: done,
    callers: panelOnly,
  },
  'obs:forget-password': { input: nothing, output: done, callers: panelOnly },
  /** Opens a password that is kept behind a passphrase. */
  'obs:unlock': {
    input: z.strictObject({ passphrase: z.string().min(1).max(1024) }),
    output: done,
    callers: panelOnly,
  },
  /** Switches the connection on, or tries again now. */
  'obs:connect': { input: nothing, output: done, callers: panelOnly },
  'obs:disconnect': { input: nothing, output: done, callers: panelOnly },
  /** Windows that this OBS could capture, to choose the overlay's from. */
  'obs:windows': {
    input: z.strictObject({ overlayId }),
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
  /** Starts an examination; the topic tells how it goes. One at a time. */
  'obs:doctor': { input: z.strictObject({ overlayId, picture }), output: done, callers: panelOnly },
  /** Mends one thing, then looks again at everything. */
  'obs:fix': {
    input: z.strictObject({ overlayId, fix: z.enum(obsFixIds), picture }),
    output: done,
    callers: panelOnly,
  },
  /** Mends one thing after the other as long as that helps. */
  'obs:mend-all': { input: z.strictObject({ overlayId, picture }), output: done, callers: panelOnly },
  /** Ends the examination; what was found so far is kept. */
  'obs:stop-doctor': { input: nothing, output: done, callers: panelOnly },
  /** OBS's own picture of the overlay's source from the last examination, as a PNG data URL. */
  'obs:picture': {
    input: z.strictObject({ overlayId }),
    output: z.object({ picture: z.string() }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
