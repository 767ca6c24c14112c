import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { obsCheckSchema, obsSettingsSchema, obsStatusSchema } from './obs.ts';

/** How the password of OBS is kept; `locked` = behind a passphrase that was not given yet. */
export const obsPasswordStates = ['none', 'os', 'passphrase', 'memory', 'locked'] as const;

/** What the doctor does just now. */
export const obsDoctorSteps = ['connecting', 'asking', 'mending', 'loading', 'picture'] as const;
export type ObsDoctorStep = (typeof obsDoctorSteps)[number];

export const obsExaminationSchema = z.object({
  overlayId: z.string(),
  step: z.enum(obsDoctorSteps),
  since: z.number(),
  /** What was found so far. */
  checks: z.array(obsCheckSchema),
});
export type ObsExamination = Readonly<z.infer<typeof obsExaminationSchema>>;

export const obsReportSchema = z.object({
  /** When it ended, ms since the epoch. */
  at: z.number(),
  outcome: z.enum(['finished', 'cancelled', 'failed']),
  /** What could not be done, e.g. a change that OBS refused. The checks are then those from before it. */
  error: appErrorSchema.optional(),
  checks: z.array(obsCheckSchema),
  /** There is a picture of this examination: `obs:picture` has it. */
  hasPicture: z.boolean(),
  /** Something in OBS that the checks go by has changed since. */
  stale: z.boolean(),
});
export type ObsReport = Readonly<z.infer<typeof obsReportSchema>>;

/** What windows mirror of OBS: the connection, and the doctor's work. */
export const obsStateSchema = z.object({
  status: obsStatusSchema,
  settings: obsSettingsSchema,
  passwordKept: z.enum(obsPasswordStates),
  /** The examination that is under way. */
  examination: obsExaminationSchema.optional(),
  /** The last report of each overlay in this run, by its ID. */
  reports: z.record(z.string(), obsReportSchema),
});
export type ObsState = Readonly<z.infer<typeof obsStateSchema>>;
