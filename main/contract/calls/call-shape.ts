import { z } from 'zod';

/** Windows by trust: the panel moderates, an overlay only shows. */
export type Caller = 'panel' | 'overlay';

export type CallShape = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly callers: readonly Caller[];
};

/** Input or output of a call that has none. */
export const nothing = z.strictObject({});

export const panelOnly = ['panel'] as const;
