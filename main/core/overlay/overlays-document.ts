import { z } from 'zod';
import { maxOverlays, overlayPresets, overlaySettingsSchema } from '../../contract/models/overlay.ts';

/** 192 bits as base64url. */
export const secretBytes = 24;

export const overlayRecordSchema = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  name: z.string().min(1).max(60),
  /** What it was made for; new IDs are made of it. */
  preset: z.enum(overlayPresets).default('main'),
  secret: z.string().regex(/^[\w-]{22,64}$/),
  settings: overlaySettingsSchema.prefault({}),
  /** Nobody but a person puts the picture back on air, so this outlives a crash. */
  blank: z.boolean().default(false),
});
export type OverlayRecord = Readonly<z.infer<typeof overlayRecordSchema>>;

/** What is kept of the overlays between runs; `{}` is a fresh start. */
export const overlaysDocumentSchema = z.object({
  /** The port of the URL that was last handed out; 0 = none yet. */
  port: z.number().int().min(0).max(65_535).default(0),
  overlays: z.array(overlayRecordSchema).max(maxOverlays).default([]),
});
export type OverlaysDocument = Readonly<z.infer<typeof overlaysDocumentSchema>>;
