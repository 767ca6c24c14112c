import { z } from 'zod';
import { actionSchema, journalEntrySchema } from '../models/action.ts';
import { roomKeySchema } from '../models/feed-item.ts';
import { type CallShape, panelOnly } from './call-shape.ts';

const entries = z.object({ entries: z.array(journalEntrySchema) });

/** What a moderator does, and the journal of it. */
export const moderationCalls = {
  /** One action in each of the named rooms; answers when every room has a result. */
  'moderation:act': {
    input: z.strictObject({
      action: actionSchema,
      rooms: z.array(roomKeySchema).min(1).max(200),
      reason: z.string().max(500).default(''),
      original: z.string().max(12_000).optional(),
    }),
    output: entries,
    callers: panelOnly,
  },
  /** Reverses an entry, or the newest act of this account that can be reversed, in all its rooms. */
  'moderation:undo': {
    input: z.strictObject({ entryId: z.string().optional() }),
    output: entries,
    callers: panelOnly,
  },
  /** Tries a failed entry again, under its own number in the journal. */
  'moderation:retry': {
    input: z.strictObject({ entryId: z.string() }),
    output: entries,
    callers: panelOnly,
  },
  'journal:recent': {
    input: z.strictObject({ limit: z.number().int().min(1).max(1000).default(200) }),
    output: entries,
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
