import { z } from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { actionSchema, journalEntrySchema } from '../models/action.ts';
import { roomKeySchema } from '../models/feed-item.ts';
import { type CallShape, panelOnly } from './call-shape.ts';

const entries = z.object({ entries: z.array(journalEntrySchema) });

/** How much one act may hold: a selection of comments, times the rooms it is carried out in. */
export const MOST_ACTS = 500;
export const MOST_ENTRIES = 2000;

const oneAct = {
  action: actionSchema,
  rooms: z.array(roomKeySchema).min(1).max(200),
  /** The comment that was acted on, as it stood. */
  original: z.string().max(12_000).optional(),
};

/** What a moderator does. */
export const moderationCalls = {
  /** One action in each of the named rooms; answers when every room has a result. */
  'moderation:act': {
    input: z.strictObject({ ...oneAct, reason: z.string().max(500).default('') }),
    output: entries,
    callers: panelOnly,
  },
  /** Several actions as one act: one group in the journal, undone as one. */
  'moderation:act-many': {
    input: z
      .strictObject({
        acts: z.array(z.strictObject(oneAct)).min(1).max(MOST_ACTS),
        reason: z.string().max(500).default(''),
      })
      .refine(
        ({ acts }) => acts.reduce((sum, { rooms }) => sum + rooms.length, 0) <= MOST_ENTRIES,
        `at most ${MOST_ENTRIES} actions in one act`,
      ),
    output: entries,
    callers: panelOnly,
  },
  /** Reverses these entries as one act, or the newest act of the open accounts that can be reversed. */
  'moderation:undo': {
    input: z.strictObject({ entryIds: z.array(z.string()).min(1).max(MOST_ENTRIES).optional() }),
    output: entries.extend({
      /** Entries that could not be reversed, and why; the others were. */
      refused: z.array(z.object({ entryId: z.string(), error: appErrorSchema })),
    }),
    callers: panelOnly,
  },
  /** Tries a failed entry again, under its own number in the journal. */
  'moderation:retry': {
    input: z.strictObject({ entryId: z.string() }),
    output: entries,
    callers: panelOnly,
  },
} as const satisfies Record<string, CallShape>;
