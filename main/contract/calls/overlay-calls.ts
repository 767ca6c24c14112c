import { z } from 'zod';
import { roomKeySchema } from '../models/feed-item.ts';
import { overlayPresets, overlaySettingsSchema, waitingItemSchema } from '../models/overlay.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

const overlayId = z.string().min(1).max(100);
const made = z.object({ overlayId });
const name = z.string().trim().min(1).max(60);
const url = z.object({ url: z.url() });
const settingNames = Object.keys(overlaySettingsSchema.shape);

/** What the audience sees. */
export const overlayCalls = {
  /** The secret loopback address of an overlay, to paste into OBS; or for the panel's own preview, which keeps it nowhere. */
  'overlay:url': {
    input: z.strictObject({ overlayId, preview: z.boolean().optional() }),
    output: url,
    callers: panelOnly,
  },
  /** A new secret: whoever had the old address is cut off. */
  'overlay:rotate': { input: z.strictObject({ overlayId }), output: url, callers: panelOnly },
  /** Everything off the picture at once, and nothing on it until it is taken back; without an ID, on every overlay. */
  'overlay:blank': {
    input: z.strictObject({ on: z.boolean(), overlayId: overlayId.optional() }),
    output: nothing,
    callers: panelOnly,
  },
  /** Puts a comment or a notice in the pinned place, in place of what is there. */
  'overlay:pin': {
    input: z.strictObject({ roomKey: roomKeySchema, itemId: z.string().min(1).max(300) }),
    output: nothing,
    callers: panelOnly,
  },
  'overlay:unpin': { input: nothing, output: nothing, callers: panelOnly },
  /** What is in the air lock, first to go on air first; the event `overlay:waiting` tells the next of all of them. */
  'overlay:waiting': {
    input: z.strictObject({ overlayId }),
    output: z.object({ items: z.array(waitingItemSchema) }),
    callers: panelOnly,
  },
  /** A new overlay with the settings that suit its purpose. */
  'overlay:create': {
    input: z.strictObject({ name, preset: z.enum(overlayPresets) }),
    output: made,
    callers: panelOnly,
  },
  /** Another overlay with the same settings and a secret of its own. */
  'overlay:duplicate': { input: z.strictObject({ overlayId, name }), output: made, callers: panelOnly },
  'overlay:rename': { input: z.strictObject({ overlayId, name }), output: nothing, callers: panelOnly },
  /** Takes an overlay away for good; whoever shows it is cut off. */
  'overlay:remove': { input: z.strictObject({ overlayId }), output: nothing, callers: panelOnly },
  /** Shows it in a window of its own on this computer, for tools that capture windows. */
  'overlay:open-window': { input: z.strictObject({ overlayId }), output: nothing, callers: panelOnly },
  'overlay:settings': {
    input: z.strictObject({ overlayId }),
    output: overlaySettingsSchema,
    callers: panelOnly,
  },
  /** Changes some settings; layers field by field. Answers with all of them. */
  'overlay:configure': {
    input: z.strictObject({
      overlayId,
      patch: z
        .record(z.string(), z.unknown())
        .refine((patch) => Object.keys(patch).every((name) => settingNames.includes(name)), {
          error: `an overlay has only these settings: ${settingNames.join(', ')}`,
        }),
    }),
    output: overlaySettingsSchema,
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
