import { z } from 'zod';
import { type CallShape, panelOnly } from './call-shape.ts';

/** What the audience sees. */
export const overlayCalls = {
  /** The secret loopback address of an overlay, to paste into OBS. */
  'overlay:url': {
    input: z.strictObject({ overlayId: z.string().min(1).max(100) }),
    output: z.object({ url: z.url() }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
