import { z } from 'zod';
import { actionStatuses, actionTypes, journalEntrySchema } from '../models/action.ts';
import { roomKeySchema } from '../models/feed-item.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** Every part that is given must hold. */
export const journalFilterSchema = z.strictObject({
  /** userID of who acted. */
  actor: z.string().max(100).optional(),
  types: z.array(z.enum(actionTypes)).min(1).max(actionTypes.length).optional(),
  /** A part of the nickname or userID of whom it was done to. */
  whom: z.string().max(200).optional(),
  roomKey: roomKeySchema.optional(),
  status: z.enum([...actionStatuses, 'undone']).optional(),
  /** ms since the epoch, both inclusive. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** A part of the reason, of the comment that was acted on, or of what was said. */
  text: z.string().max(200).optional(),
});
export type JournalFilter = Readonly<z.infer<typeof journalFilterSchema>>;

const page = {
  limit: z.number().int().min(1).max(1000).default(200),
  /** Only entries opened before this one. */
  before: z.string().max(100).optional(),
};

/** The journal of what was done: looked through, taken along and checked. */
export const journalCalls = {
  'journal:recent': {
    input: z.strictObject({ limit: page.limit }),
    output: z.object({ entries: z.array(journalEntrySchema) }),
    callers: panelOnly,
  },
  /** Newest first; `more` = there are older ones. */
  'journal:find': {
    input: z.strictObject({ filter: journalFilterSchema, ...page }),
    output: z.object({ entries: z.array(journalEntrySchema), more: z.boolean() }),
    callers: panelOnly,
  },
  /** Who acted and where, for the choices of a filter. */
  'journal:names': {
    input: nothing,
    output: z.object({
      actors: z.array(z.string()),
      rooms: z.array(z.object({ roomKey: roomKeySchema, name: z.string() })),
    }),
    callers: panelOnly,
  },
  /**
   * One piece of a file; without `next` it was the last. `csv`: the entries that pass the filter. `jsonl`: the whole
   * chain of events, whatever the filter, as `journal:verify` checks it.
   */
  'journal:export': {
    input: z.strictObject({
      format: z.enum(['csv', 'jsonl']),
      filter: journalFilterSchema.default({}),
      next: z.string().max(200).optional(),
    }),
    output: z.object({ piece: z.string(), next: z.string().optional() }),
    callers: panelOnly,
  },
  /** Recomputes the whole chain; where it is broken the error says so. */
  'journal:verify': {
    input: nothing,
    output: z.object({ events: z.number().int(), entries: z.number().int(), head: z.string() }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
