import { z } from 'zod';
import { type JournalEntry, journalEntrySchema } from '../../contract/models/action.ts';
import { assertNever } from '../../contract/result.ts';
import { answerSchema, type JournalEvent, priorSchema, untilSchema } from './journal-events.ts';

/** An entry with what only the main process needs of it. */
export const entryStateSchema = z.object({
  entry: journalEntrySchema,
  /** Number of the event that opened it. */
  n: z.number().int(),
  batch: z.string(),
  app: z.number().int(),
  prior: priorSchema,
  /** Whether the request may have gone out. */
  sent: z.boolean(),
  answers: z.array(answerSchema),
  until: untilSchema.optional(),
});
export type EntryState = Readonly<z.infer<typeof entryStateSchema>>;

type Opened = Extract<JournalEvent, { type: 'opened' }>;
type Settled = Extract<JournalEvent, { type: 'settled' }>;

const begin = (event: Opened): EntryState => {
  const { type: _type, n, entryId, batch, app, prior, ...facts } = event;
  const entry: JournalEntry = { id: entryId, group: batch, ...facts, status: 'pending', confirmed: false };
  return { entry, n, batch, app, prior, sent: false, answers: [] };
};

const settle = (state: EntryState, { status, confirmed, error, answers, until }: Settled): EntryState => {
  const { error: _before, ...entry } = state.entry;
  return {
    ...state,
    entry: { ...entry, status, confirmed, ...(error === undefined ? {} : { error }) },
    answers: [...state.answers, ...answers],
    ...(until === undefined ? {} : { until }),
  };
};

const known = (state: EntryState | undefined, event: JournalEvent): EntryState => {
  if (state === undefined) throw new Error(`Journal event ${event.n} speaks of an entry that was not opened`);
  return state;
};

/** An entry as it stands after one more event. Throws where the event cannot follow: a bug, or a forged journal. */
export const foldEvent = (state: EntryState | undefined, event: JournalEvent): EntryState => {
  switch (event.type) {
    case 'opened':
      if (state !== undefined) throw new Error(`Journal entry ${event.entryId} was opened twice`);
      return begin(event);
    case 'sending': {
      const before = known(state, event);
      return { ...before, sent: true, prior: { ...before.prior, ...event.prior } };
    }
    case 'settled':
      return settle(known(state, event), event);
    case 'reopened': {
      const before = known(state, event);
      const { error: _error, ...entry } = before.entry;
      return { ...before, entry: { ...entry, status: 'pending', confirmed: false } };
    }
    case 'undone': {
      const before = known(state, event);
      return { ...before, entry: { ...before.entry, undoneBy: event.by } };
    }
    default:
      return assertNever(event);
  }
};
