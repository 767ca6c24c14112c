import { z } from 'zod';
import { commentSchema, roomKeySchema } from './feed-item.ts';

/** Most comments that wait at once; where more come, the oldest are denied. */
export const MOST_HELD = 500;

/** A comment that waits for a person: neither on air nor in the feed as normal. */
export const heldItemSchema = z.object({
  /** Names it in `held:decide`. */
  id: z.string(),
  roomKey: roomKeySchema,
  item: commentSchema,
  /** ms since the epoch. */
  heldAt: z.number(),
  /** When it is settled by itself, ms since the epoch; `null` = it waits. */
  deadline: z.number().nullable(),
});
export type HeldItem = Readonly<z.infer<typeof heldItemSchema>>;

export const heldDecisions = ['approve', 'deny', 'deny-and-mute', 'approve-and-allow'] as const;
export type HeldDecision = (typeof heldDecisions)[number];

/** How a held comment ended. Each ends once. */
export const heldEndSchema = z.object({
  id: z.string(),
  /** `unknown`: it was never held, or so long ago that this is forgotten. */
  outcome: z.enum(['approved', 'denied', 'timed-out', 'unknown']),
  /** Whether it was let through; a time-out may do either. */
  released: z.boolean(),
  /** userID of who decided; empty where nobody did. */
  by: z.string(),
  /** ms since the epoch. */
  at: z.number(),
  /** False where it was decided before this request came. */
  first: z.boolean(),
  /** Exceptions that `approve-and-allow` added. */
  allowed: z.array(z.string()),
});
export type HeldEnd = Readonly<z.infer<typeof heldEndSchema>>;
