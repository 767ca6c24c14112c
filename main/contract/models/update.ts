import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';

/**
 * Why nothing can be updated: the browser host, a run from sources, a copy that was not installed, or a copy whose
 * successor's signature could not be checked.
 */
export const updateHindrances = ['browser-host', 'from-sources', 'portable', 'no-signature'] as const;

export const offeredUpdateSchema = z.object({
  version: z.string().max(60),
  /** Plain text, as the publisher wrote it; empty where there is none. */
  notes: z.string().max(20_000),
  /** ms since the epoch; 0 where it is not known. */
  releasedAt: z.number(),
});
export type OfferedUpdate = Readonly<z.infer<typeof offeredUpdateSchema>>;

export const updateStageSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('unavailable'), why: z.enum(updateHindrances) }),
  /** Switched off by its setting. */
  z.object({ stage: z.literal('off') }),
  z.object({ stage: z.literal('idle'), checkedAt: z.number() }),
  z.object({ stage: z.literal('checking') }),
  z.object({ stage: z.literal('offered'), update: offeredUpdateSchema }),
  z.object({ stage: z.literal('downloading'), update: offeredUpdateSchema, percent: z.number() }),
  /** On this machine, its signature checked; installed when the person says so and nothing is on air. */
  z.object({ stage: z.literal('ready'), update: offeredUpdateSchema }),
  z.object({ stage: z.literal('failed'), error: appErrorSchema, update: offeredUpdateSchema.nullable() }),
]);
export type UpdateStage = Readonly<z.infer<typeof updateStageSchema>>;

/** What windows mirror of updates. */
export const updatesStateSchema = z.object({
  now: updateStageSchema,
  /** Something is on air, so nothing is installed now. */
  onAir: z.boolean(),
  /** The version whose offer was put away; it is not shown again before the next start. */
  dismissed: z.string(),
});
export type UpdatesState = Readonly<z.infer<typeof updatesStateSchema>>;
export const noUpdatesYet: UpdatesState = {
  now: { stage: 'idle', checkedAt: 0 },
  onAir: false,
  dismissed: '',
};
