import { z } from 'zod';

const figureSchema = z.object({
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  /** What the figure must not go above or below; absent where it is only told. */
  limit: z.union([z.object({ most: z.number() }), z.object({ least: z.number() })]).optional(),
});
export type Figure = z.infer<typeof figureSchema>;

const barSchema = z.object({
  name: z.string(),
  value: z.number().nullable(),
  ours: z.boolean().default(false),
});

const contestSchema = z.object({
  /** Names the plot's file. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  unit: z.string(),
  better: z.enum(['lower', 'higher']),
  bars: z.array(barSchema).min(1),
});
export type Contest = z.infer<typeof contestSchema>;

/** What one benchmark found: the last line that each of them prints, as JSON. */
export const outcomeSchema = z.object({
  bench: z.string(),
  title: z.string(),
  /** What is measured, on what, and how. */
  measures: z.string(),
  /** What else was measured in the same run. */
  peers: z.array(z.string()).default([]),
  figures: z.array(figureSchema),
  contests: z.array(contestSchema).default([]),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** Whether a figure is within its limit; a figure that could not be had is not. */
export const holdsOf = ({ value, limit }: Figure): boolean | undefined => {
  if (limit === undefined) return undefined;
  if (value === null) return false;
  return 'most' in limit ? value <= limit.most : value >= limit.least;
};

/** Prints the last line of a benchmark, and ends it with an exit code that says whether all limits hold. */
export const finish = (outcome: z.input<typeof outcomeSchema>): void => {
  const holds = outcome.figures.every((figure) => holdsOf(figure) !== false);
  console.log(JSON.stringify({ ...outcome, holds }));
  process.exitCode = holds ? 0 : 1;
};
