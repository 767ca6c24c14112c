import { type AppError, appError } from '../../contract/app-error.ts';
import type { Action, JournalEntry } from '../../contract/models/action.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { EntryState } from '../history/journal-fold.ts';
import type { CarryOut, Outcome } from './carry-out.ts';
import type { ModerationContext } from './context.ts';
import { secondsLeft, untilAfter } from './seconds.ts';
import { isInForce, readState, requestFor } from './service-steps.ts';
import { neverSent, outcomeUnknown, tooLate } from './texts.ts';
import { isReplaced, restoreScreen } from './undo.ts';

/** An action as old as this is not sent by itself any more: the room has moved on. */
const RESEND_MS = 10 * 60_000;
/** After a day without an answer from the service, or without its account, an entry is settled as failed. */
const GIVE_UP_MS = 24 * 3_600_000;
const MOST_PENDING = 5000;

const replaced = appError('conflict', {
  en: 'A later action has replaced this one before it was settled.',
  'zh-CN': '该操作尚未完成，就已被之后的操作取代。',
});

const failed = (error: AppError): Outcome => ({ status: 'failed', error, answers: [] });

/** What is still to be sent of an action that was taken a while ago; absent where its time is over. */
const remaining = (action: Action, takenAt: number, now: number): Action | undefined => {
  if (action.type !== 'mute' && action.type !== 'ban') return action;
  const seconds = secondsLeft(untilAfter(takenAt, action.seconds), now);
  return seconds === undefined ? undefined : { ...action, seconds };
};

/**
 * Settles what a crash or a kill left pending: what the service confirms is done; what it does not have is sent again
 * where sending twice does no harm; the rest has failed, with a retry.
 */
export const createReconcile = (context: ModerationContext, carryOut: CarryOut) => {
  const { journal, gateway, clock, screen, underWay } = context;

  const resend = (state: EntryState, otherwise: AppError): Promise<JournalEntry> => {
    const { entry } = state;
    const action = remaining(entry.action, entry.at, clock.now());
    const young = clock.now() - entry.at <= RESEND_MS;
    return young && action !== undefined
      ? carryOut.send(state, action)
      : carryOut.settle(state, failed(otherwise));
  };

  const settleUnasked = (state: EntryState): Promise<JournalEntry> => {
    if (state.entry.action.type === 'recall') return resend(state, state.sent ? outcomeUnknown : neverSent);
    return carryOut.settle(state, failed(state.sent ? outcomeUnknown : neverSent));
  };

  const applyScreen = (state: EntryState) => {
    const { entry } = state;
    if (entry.undoes === undefined) screen.apply(entry.roomKey, entry.action, entry.at);
    else restoreScreen(context, state);
  };

  /** Absent where the service cannot be asked now; the entry stays pending. */
  const settleByService = async (state: EntryState): Promise<JournalEntry | undefined> => {
    const { entry } = state;
    const mayWait = clock.now() - entry.at < GIVE_UP_MS;
    // Its account is locked or closed, so nobody can ask the service: nothing has failed yet.
    if (mayWait && context.actorIn(entry.roomKey) === '') return undefined;
    const actual = await readState(gateway, entry.roomKey, entry.action);
    if (actual === undefined) return settleUnasked(state);
    if (!actual.ok) {
      const { error } = actual;
      // Who may not ask (a moderator without the key) may still act: sending once more does no harm.
      if (!error.retryable) return resend(state, error);
      return mayWait ? undefined : carryOut.settle(state, failed(error));
    }
    if (!isInForce(entry.action, actual.value, entry.at, clock.now())) return resend(state, tooLate);
    const { until } = actual.value;
    return carryOut.settle(state, {
      status: 'done',
      confirmed: true,
      answers: [],
      ...(until === undefined ? {} : { until }),
    });
  };

  const settleOne = async (state: EntryState): Promise<JournalEntry | undefined> => {
    const { entry } = state;
    const outdated = isReplaced(context, state);
    if (outdated.ok && outdated.value) return carryOut.settle(state, failed(replaced));
    applyScreen(state);
    const isLocal = requestFor(gateway, entry.roomKey, entry.action, entry.reason) === undefined;
    return isLocal
      ? carryOut.settle(state, { status: 'done', confirmed: false, answers: [] })
      : settleByService(state);
  };

  let running: Promise<Result<JournalEntry[]>> | undefined;

  const reconcile = async (): Promise<Result<JournalEntry[]>> => {
    const pending = journal.find({ status: 'pending' }, MOST_PENDING);
    if (!pending.ok) return pending;
    const left = pending.value.filter(({ entry }) => !underWay.has(entry.id)).reverse();
    const settled = await Promise.all(
      left.map((state) => {
        const work = settleOne(state);
        const settledOrLeft = (entry: JournalEntry | undefined) => entry ?? state.entry;
        underWay.set(
          state.entry.id,
          work.then(settledOrLeft, () => state.entry),
        );
        return work.finally(() => underWay.delete(state.entry.id));
      }),
    );
    return ok(settled.flatMap((entry) => entry ?? []));
  };

  /** The entries that were settled; call it again when an account has come up, for those that had to wait. */
  return (): Promise<Result<JournalEntry[]>> => {
    running ??= reconcile().finally(() => {
      running = undefined;
    });
    return running;
  };
};
