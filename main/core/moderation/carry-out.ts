import type { AppError } from '../../contract/app-error.ts';
import type { Action, JournalEntry } from '../../contract/models/action.ts';
import type { Result } from '../../contract/result.ts';
import type { Answer, NewJournalEvent, Prior, Until } from '../history/journal-events.ts';
import type { EntryState } from '../history/journal-fold.ts';
import type { ModerationContext } from './context.ts';
import { hides } from './dimension.ts';
import type { GatewayAnswer } from './gateway.ts';
import { intendedUntil, isInForce, readState, requestFor } from './service-steps.ts';
import { journalRefused, withHiddenKept } from './texts.ts';

/** How long the state before may take to read: a mute must not wait for a slow answer to a question. */
const PRIOR_MS = 700;

export type Outcome =
  | {
      readonly status: 'done';
      readonly confirmed: boolean;
      readonly answers: readonly Answer[];
      readonly until?: Until;
    }
  | { readonly status: 'failed'; readonly error: AppError; readonly answers: readonly Answer[] };

const failedEntry = (entry: JournalEntry, error: AppError): JournalEntry => ({
  ...entry,
  status: 'failed',
  confirmed: false,
  error,
});

/** An outcome as the journal keeps it; a failure says what became of the screen. */
const told = (entry: JournalEntry, outcome: Outcome) => {
  if (outcome.status === 'done') return { ...outcome, answers: [...outcome.answers] };
  const keepsHidden = hides(entry.action) && entry.undoes === undefined;
  return {
    ...outcome,
    confirmed: false,
    answers: [...outcome.answers],
    error: keepsHidden ? withHiddenKept(outcome.error) : outcome.error,
  };
};

/** The way of one entry from the journal to the service and back. */
export const createCarryOut = (context: ModerationContext) => {
  const { journal, gateway, clock, underWay, onEntry, log } = context;

  const atMost = async <T>(work: Promise<T>, ms: number): Promise<T | undefined> => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<undefined>((resolve) => {
      timer = clock.setTimeout(() => resolve(undefined), ms);
    });
    const first = await Promise.race([work, limit]);
    clock.clearTimeout(timer as NodeJS.Timeout);
    return first;
  };

  const readPrior = async ({ entry }: EntryState): Promise<Prior> => {
    const read = await atMost(readState(gateway, entry.roomKey, entry.action), PRIOR_MS);
    return read?.ok ? read.value : {};
  };

  /** The service has the last word; the next start reads it back and settles the entry. */
  const unjournalled = (entry: JournalEntry, outcome: Outcome): JournalEntry => {
    log.error('an answer could not be journalled', { entry: entry.id, status: outcome.status });
    if (outcome.status === 'failed') return failedEntry(entry, outcome.error);
    const { error: _error, ...base } = entry;
    return { ...base, status: 'done', confirmed: outcome.confirmed };
  };

  /** Writes how an entry ended; an undo that succeeded also marks what it undid. */
  const settle = async ({ entry }: EntryState, outcome: Outcome): Promise<JournalEntry> => {
    const events: NewJournalEvent[] = [{ type: 'settled', entryId: entry.id, ...told(entry, outcome) }];
    if (outcome.status === 'done' && entry.undoes !== undefined) {
      events.push({ type: 'undone', entryId: entry.undoes, by: entry.id });
    }
    const written = await journal.appendSoon(events);
    if (!written.ok) return unjournalled(entry, outcome);
    for (const state of written.value) onEntry(state.entry, state.until);
    return written.value[0]?.entry ?? entry;
  };

  const judge = async (
    { entry }: EntryState,
    action: Action,
    answer: Result<GatewayAnswer>,
    sentAt: number,
  ): Promise<Outcome> => {
    if (!answer.ok) {
      const { vendor } = answer.error;
      const answers = vendor === undefined ? [] : [{ request: action.type, ...vendor }];
      return { status: 'failed', error: answer.error, answers };
    }
    const state = await readState(gateway, entry.roomKey, action);
    const confirmed = state?.ok === true && isInForce(action, state.value, sentAt, clock.now());
    const until = confirmed && state?.ok ? state.value.until : intendedUntil(action, sentAt);
    return { status: 'done', confirmed, answers: [answer.value], ...(until === undefined ? {} : { until }) };
  };

  const send = async (state: EntryState, action: Action): Promise<JournalEntry> => {
    const { entry } = state;
    const request = requestFor(gateway, entry.roomKey, action, entry.reason);
    if (request === undefined) return settle(state, { status: 'done', confirmed: false, answers: [] });
    const prior = state.sent ? {} : await readPrior(state);
    const noted = await journal.appendSoon([{ type: 'sending', entryId: entry.id, prior }]);
    if (!noted.ok) {
      const refused = failedEntry(entry, journalRefused(noted.error));
      onEntry(refused);
      return refused;
    }
    const sentAt = clock.now();
    return settle(state, await judge(state, action, await request(), sentAt));
  };

  return {
    settle,
    /** Sends an open entry's action (or a shortened one) and settles it. The entry is under way meanwhile. */
    send: (state: EntryState, action: Action = state.entry.action): Promise<JournalEntry> => {
      const { id } = state.entry;
      const work = send(state, action).finally(() => underWay.delete(id));
      underWay.set(id, work);
      return work;
    },
  };
};
export type CarryOut = ReturnType<typeof createCarryOut>;
