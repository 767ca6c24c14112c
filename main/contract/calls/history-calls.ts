import { z } from 'zod';
import { roomKeySchema } from '../models/feed-item.ts';
import { userIdSchema } from '../models/person.ts';
import { hitPageSchema, userCardSchema } from '../models/user-card.ts';
import { type CallShape, nothing, panelOnly } from './call-shape.ts';

/** A person by any room of their app: notes, flags and cards are one across all of its rooms. */
const whom = { roomKey: roomKeySchema, userId: userIdSchema };
const page = {
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(20).optional(),
};

/** What was said and what is known of people, in all rooms. */
export const historyCalls = {
  /** Every part that is given must hold; an empty text finds all. */
  'history:search': {
    input: z.strictObject({
      text: z.string().max(500).default(''),
      rooms: z.array(roomKeySchema).max(200).optional(),
      userId: userIdSchema.optional(),
      /** ms since the epoch, both inclusive. */
      from: z.number().optional(),
      to: z.number().optional(),
      ...page,
    }),
    output: hitPageSchema,
    callers: panelOnly,
  },
  'history:user': { input: z.strictObject({ ...whom, ...page }), output: userCardSchema, callers: panelOnly },
  /** A note in Markdown; a blank one takes it away. */
  'history:set-note': {
    input: z.strictObject({ ...whom, text: z.string().max(20_000) }),
    output: nothing,
    callers: panelOnly,
  },
  /** `until`: ms since the epoch, `null` = until told otherwise, `off` ends it. */
  'history:set-watch': {
    input: z.strictObject({ ...whom, until: z.union([z.number(), z.null(), z.literal('off')]) }),
    output: nothing,
    callers: panelOnly,
  },
  /** Deletes everything said by and known of a user, the note included; the journal keeps its entries. */
  'history:forget-user': {
    input: z.strictObject(whom),
    output: z.object({ rows: z.number().int() }),
    callers: panelOnly,
  },
  /** Deletes all comments, people, notes and flags of this machine; answers how many. */
  'history:forget-everything': {
    input: nothing,
    output: z.object({ rows: z.number().int(), people: z.number().int() }),
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
