import type { AppError } from '../../contract/app-error.ts';
import type { Action, JournalEntry } from '../../contract/models/action.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { NewJournalEvent } from '../history/journal-events.ts';
import type { EntryState } from '../history/journal-fold.ts';
import type { Presses } from './act.ts';
import type { CarryOut } from './carry-out.ts';
import type { ModerationContext } from './context.ts';
import { dimensionOf } from './dimension.ts';
import { changedNothing, planUndo } from './plan-undo.ts';
import { entryUnknown, nothingToUndo, undoRefusals } from './texts.ts';

/** Absent: the newest act of the open accounts that can be undone, whole. */
export type UndoRequest = { readonly entryIds?: readonly string[] | undefined };

export type Undone = {
  readonly entries: readonly JournalEntry[];
  /** Entries that could not be undone, and why; the others were. */
  readonly refused: readonly Refused[];
};
type Refused = { readonly entryId: string; readonly error: AppError };

/** How far back an undo without a name looks. */
const LOOK_BACK = 400;

type Planned = { readonly target: EntryState; readonly action: Action };

/** Whether a later entry, not itself undone, has changed the same thing in the same room. */
export const isReplaced = ({ journal }: ModerationContext, { entry, n }: EntryState): Result<boolean> => {
  const dimension = dimensionOf(entry.action);
  if (dimension === undefined) return ok(false);
  const userId = 'userId' in entry.action ? entry.action.userId : undefined;
  const later = journal.find({ roomKey: entry.roomKey, userId, types: dimension.types }, LOOK_BACK);
  if (!later.ok) return later;
  return ok(
    later.value.some(
      (other) =>
        other.n > n &&
        dimensionOf(other.entry.action)?.thing === dimension.thing &&
        other.entry.status !== 'failed' &&
        other.entry.undoneBy === undefined &&
        other.entry.undoes === undefined &&
        !changedNothing(other),
    ),
  );
};

export const createUndo = (context: ModerationContext, carryOut: CarryOut, presses: Presses) => {
  const { journal, screen, clock, newId, onEntry, underWay } = context;
  /** Entries whose undo is on its way: a second press of the key takes the act before. */
  const beingUndone = new Set<string>();

  const plan = (target: EntryState): Result<Planned> => {
    if (beingUndone.has(target.entry.id)) return err(undoRefusals.undone);
    const action = planUndo(target, clock.now());
    if (!action.ok) return action;
    const replaced = isReplaced(context, target);
    if (!replaced.ok) return replaced;
    return replaced.value ? err(undoRefusals.replaced) : ok({ target, action: action.value });
  };

  const opening = ({ target, action }: Planned, batch: string): NewJournalEvent => ({
    type: 'opened',
    entryId: newId(),
    batch,
    app: target.app,
    roomKey: target.entry.roomKey,
    roomName: context.roomName(target.entry.roomKey),
    actor: context.actorIn(target.entry.roomKey),
    action,
    reason: '',
    ...(target.entry.original === undefined ? {} : { original: target.entry.original }),
    undoes: target.entry.id,
    prior: screen.prior(target.entry.roomKey, action),
  });

  const settledState = async (id: string): Promise<Result<EntryState>> => {
    await underWay.get(id);
    const state = journal.entry(id);
    if (!state.ok) return state;
    return state.value === undefined ? err(entryUnknown) : ok(state.value);
  };

  const carry = async (planned: readonly Planned[]): Promise<Result<JournalEntry[]>> => {
    const batch = newId();
    const opened = journal.append(planned.map((one) => opening(one, batch)));
    if (!opened.ok) return opened;
    for (const { target } of planned) {
      const { entry } = target;
      beingUndone.add(entry.id);
      presses.forget(entry.roomKey, entry.action);
    }
    try {
      const work = opened.value.map((state) => {
        restoreScreen(context, state);
        onEntry(state.entry);
        return carryOut.send(state);
      });
      return ok(await Promise.all(work));
    } finally {
      for (const { target } of planned) beingUndone.delete(target.entry.id);
    }
  };

  const planOf = async (entryId: string): Promise<Result<Planned>> => {
    const state = await settledState(entryId);
    return state.ok ? plan(state.value) : state;
  };

  /** What can be undone of these is; where nothing can, the first reason is the answer. */
  const named = async (entryIds: readonly string[]): Promise<Result<Undone>> => {
    const plans = await Promise.all(
      [...new Set(entryIds)].map(async (entryId) => ({ entryId, planned: await planOf(entryId) })),
    );
    const refused = plans.flatMap(({ entryId, planned }) =>
      planned.ok ? [] : [{ entryId, error: planned.error }],
    );
    const planned = plans.flatMap((one) => (one.planned.ok ? [one.planned.value] : []));
    if (planned.length === 0) return err(refused[0]?.error ?? nothingToUndo);
    const carried = await carry(planned);
    return carried.ok ? ok({ entries: carried.value, refused }) : carried;
  };

  const isCandidate = ({ entry }: EntryState): boolean =>
    entry.undoes === undefined && entry.undoneBy === undefined && !beingUndone.has(entry.id);

  /** Done by an account that is open now: what somebody else did on this machine is not ours to take back by a key. */
  const isOurs = ({ entry }: EntryState): boolean => context.actorIn(entry.roomKey) === entry.actor;

  const newest = async (): Promise<Result<Undone>> => {
    const found = journal.find({}, LOOK_BACK);
    if (!found.ok) return found;
    const ours = found.value.filter((state) => isCandidate(state) && isOurs(state));
    for (const batch of new Set(ours.map((state) => state.batch))) {
      const states = journal.batch(batch);
      if (!states.ok) return states;
      const settled = await Promise.all(states.value.map(({ entry }) => settledState(entry.id)));
      const planned = settled.flatMap((state) => {
        const step = state.ok && isCandidate(state.value) ? plan(state.value) : undefined;
        return step?.ok ? [step.value] : [];
      });
      if (planned.length === 0) continue;
      const carried = await carry(planned);
      return carried.ok ? ok({ entries: carried.value, refused: [] }) : carried;
    }
    return err(nothingToUndo);
  };

  return ({ entryIds }: UndoRequest): Promise<Result<Undone>> =>
    entryIds === undefined ? newest() : named(entryIds);
};

/** Puts the screen back to before the entry that `state` undoes; an undo of an undo does the first action again. */
export const restoreScreen = ({ journal, screen }: ModerationContext, state: EntryState): void => {
  const target = journal.entry(state.entry.undoes ?? '');
  if (!target.ok || target.value === undefined) return;
  const { entry, prior } = target.value;
  const first = entry.undoes === undefined ? undefined : journal.entry(entry.undoes);
  if (first?.ok && first.value !== undefined) {
    screen.apply(first.value.entry.roomKey, first.value.entry.action, state.entry.at);
  } else screen.restore(entry.roomKey, entry.action, prior, entry.at);
};
