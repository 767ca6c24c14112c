import { z } from 'zod';
import { overlayWindowChoicesSchema } from '../models/overlay-window.ts';
import { patchOf } from '../patch-of.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

const overlayId = z.string().min(1).max(100);
const one = z.strictObject({ overlayId });

/** The overlay's windows on the desktop, and new versions of the program. */
export const desktopCalls = {
  'overlay-window:close': { input: one, output: nothing, callers: panelOnly },
  /** Moves, sizes or changes an overlay's window; holds for the next time where it is closed. */
  'overlay-window:set': {
    input: z.strictObject({ overlayId, patch: patchOf(overlayWindowChoicesSchema) }),
    output: nothing,
    callers: panelOnly,
  },
  /** While it is on, the window shows its frame and is moved with the mouse. */
  'overlay-window:arrange': {
    input: z.strictObject({ overlayId, on: z.boolean() }),
    output: nothing,
    callers: panelOnly,
  },
  /** The overlay's own page: whether its frame is on the picture now. All that such a window can say. */
  'overlay-window:confirm': {
    input: z.strictObject({ overlayId, framed: z.boolean() }),
    output: nothing,
    callers: ['overlay'],
  },
  'update:check': { input: nothing, output: nothing, callers: panelOnly },
  'update:download': { input: nothing, output: nothing, callers: panelOnly },
  /** Ends Livedeck and installs; refused while something is on air. */
  'update:install': { input: nothing, output: nothing, callers: panelOnly },
  /** Puts the offer away until the next start. */
  'update:dismiss': { input: nothing, output: nothing, callers: panelOnly },
} as const satisfies Record<string, CallShape>;
