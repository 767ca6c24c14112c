import { z } from 'zod';
import { overlayWindowChoicesSchema } from '../../contract/models/overlay-window.ts';

const storedWindowSchema = overlayWindowChoicesSchema.extend({
  /** It stood open when Livedeck was closed, and is opened again. */
  open: z.boolean().default(false),
});
export type StoredWindow = Readonly<z.infer<typeof storedWindowSchema>>;
export const noWindow: StoredWindow = storedWindowSchema.parse({});

/** What is kept of the overlays' windows between runs. */
export const overlayWindowsDocumentSchema = z.object({
  windows: z.record(z.string().max(100), storedWindowSchema).default({}),
});
export type OverlayWindowsDocument = Readonly<z.infer<typeof overlayWindowsDocumentSchema>>;
