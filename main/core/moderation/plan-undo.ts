import { type Action, MUTE_FOREVER_SECONDS } from '../../contract/models/action.ts';
import { assertNever, err, ok, type Result } from '../../contract/result.ts';
import type { Until } from '../history/journal-events.ts';
import type { EntryState } from '../history/journal-fold.ts';
import { hides } from './dimension.ts';
import { secondsLeft } from './seconds.ts';
import { undoRefusals } from './texts.ts';

type Target = { readonly userId: string; readonly nick: string };

/** Kinds of failure after which the request may have been carried out all the same. */
const UNCERTAIN: ReadonlySet<string> = new Set(['timeout', 'unavailable', 'internal']);

const targetOf = ({ userId, nick }: Target): Target => ({ userId, nick });

const backTo = (kind: 'mute' | 'ban', action: Target, until: Until | undefined, now: number): Action => {
  const seconds = secondsLeft(until ?? null, now);
  if (seconds !== undefined) {
    return { type: kind, ...targetOf(action), seconds: Math.min(seconds, MUTE_FOREVER_SECONDS) };
  }
  return { type: kind === 'mute' ? 'unmute' : 'unban', ...targetOf(action) };
};

/** The reverse of an action that took effect. */
const reverse = ({ entry: { action }, prior }: EntryState, now: number): Result<Action> => {
  switch (action.type) {
    case 'mute':
    case 'ban':
      return ok(backTo(action.type, action, prior.until, now));
    case 'unmute':
    case 'unban':
      if (prior.until === undefined) return err(undoRefusals.priorUnknown);
      return ok(backTo(action.type === 'unmute' ? 'mute' : 'ban', action, prior.until, now));
    case 'hide-comment':
      if (prior.itemHidden === true) return err(undoRefusals.wasHidden);
      return ok({ type: 'show-comment', ...targetOf(action), itemId: action.itemId });
    case 'show-comment':
      if (prior.itemHidden !== true) return err(undoRefusals.wasShown);
      return ok({ type: 'hide-comment', ...targetOf(action), itemId: action.itemId });
    case 'hide-user':
      return ok({ type: prior.reach === null ? 'hide-user' : 'show-user', ...targetOf(action) });
    case 'show-user':
      return ok({ type: prior.reach === undefined ? 'show-user' : 'hide-user', ...targetOf(action) });
    case 'mute-all':
    case 'unmute-all': {
      const before = prior.allMuted ?? action.type === 'unmute-all';
      return ok({ type: before ? 'mute-all' : 'unmute-all' });
    }
    case 'recall':
      return err(undoRefusals.recall);
    case 'notice':
      return err(undoRefusals.notice);
    case 'warn':
      return err(undoRefusals.warn);
    default:
      return assertNever(action);
  }
};

/** After a refusal only the screen has changed, so only the screen is put back. */
const reverseOnScreen = ({ entry: { action } }: EntryState): Result<Action> => {
  if (!hides(action) || !('userId' in action)) return err(undoRefusals.failed);
  if (action.type === 'recall')
    return ok({ type: 'show-comment', ...targetOf(action), itemId: action.itemId });
  return ok({ type: 'show-user', ...targetOf(action) });
};

/** The action that undoes an entry, or why there is none. */
export const planUndo = (state: EntryState, now: number): Result<Action> => {
  const { status, undoneBy, error, action } = state.entry;
  if (undoneBy !== undefined) return err(undoRefusals.undone);
  if (status === 'pending') return err(undoRefusals.pending);
  if (status === 'done') return reverse(state, now);
  if (action.type === 'notice') return err(undoRefusals.notice);
  if (action.type === 'warn') return err(undoRefusals.warn);
  const uncertain = error !== undefined && UNCERTAIN.has(error.code) && state.sent;
  return uncertain && action.type !== 'recall' ? reverse(state, now) : reverseOnScreen(state);
};

/** Whether the entry left everything as it was, so that it stands in the way of no other. */
export const changedNothing = ({ entry: { action }, prior }: EntryState): boolean => {
  if (action.type === 'hide-comment') return prior.itemHidden === true;
  return action.type === 'show-comment' && prior.itemHidden === false;
};
