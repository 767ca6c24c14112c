import type { Localized } from '../../contract/app-error.ts';
import type { Action, JournalEntry } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { canonicalJson } from '../history/canonical.ts';
import type { NewJournalEvent, Prior } from '../history/journal-events.ts';
import type { CarryOut } from './carry-out.ts';
import type { ModerationContext } from './context.ts';
import { dimensionOf, hides } from './dimension.ts';
import { journalRefused, withHiddenKept } from './texts.ts';

/** One action in each of the named rooms. */
export type OneAct = {
  readonly action: Action;
  readonly rooms: readonly RoomKey[];
  /** The comment that was acted on, as it stood. */
  readonly original?: string | undefined;
};

/** A moderator's words, or Livedeck's own in both languages. */
export type Reason = string | Localized;

/** Everything that one press does: one group in the journal, undone as one. */
export type ActRequest = {
  readonly acts: readonly OneAct[];
  readonly reason?: Reason;
  /** True for an act that no earlier press of the same key stands for: it gets an entry of its own. */
  readonly anew?: boolean;
};

/** A second press of the same key within this time is the same press. */
const SAME_PRESS_MS = 2000;

type Pressed = {
  readonly at: number;
  readonly roomKey: RoomKey;
  readonly action: Action;
  readonly entry: Promise<JournalEntry>;
};
type Opened = Extract<NewJournalEvent, { type: 'opened' }>;
type Step = { readonly act: OneAct; readonly roomKey: RoomKey };

/** The nickname may have changed between two presses; the person has not. */
const pressKey = (roomKey: RoomKey, action: Action): string => {
  const { nick: _nick, ...what } = { nick: '', ...action };
  return `${roomKey}\n${canonicalJson(what)}`;
};

/** Whether two actions change the same thing, as a mute and the unmute after it do. */
const isSameThing = (one: Action, other: Action): boolean => {
  const dimension = dimensionOf(one);
  if (dimension === undefined || !dimension.types.includes(other.type)) return false;
  return dimensionOf(other)?.thing === dimension.thing;
};

/** The service and the exports take plain words; the panel has ours in its own language. */
const writtenReason = (reason: Reason): Pick<Opened, 'reason' | 'because'> =>
  typeof reason === 'string' ? { reason } : { reason: reason.en, because: reason };

/** One step an act and room; what a request names twice is done once. */
const eachOnce = (acts: readonly OneAct[]): readonly Step[] => {
  const steps = new Map<string, Step>();
  for (const act of acts)
    for (const roomKey of act.rooms) {
      const key = pressKey(roomKey, act.action);
      if (!steps.has(key)) steps.set(key, { act, roomKey });
    }
  return [...steps.values()];
};

/** Remembers what was pressed just now, so that a doubled key does not become two actions. */
export const createPresses = (now: () => number) => {
  const presses = new Map<string, Pressed>();
  const dropOld = () => {
    for (const [key, press] of presses) if (now() - press.at > SAME_PRESS_MS) presses.delete(key);
  };
  /** What stood before this press does not stand any more: pressing it again is no double press. */
  const dropReplaced = (roomKey: RoomKey, action: Action) => {
    for (const [key, press] of presses)
      if (press.roomKey === roomKey && isSameThing(action, press.action)) presses.delete(key);
  };
  return {
    find: (roomKey: RoomKey, action: Action): Promise<JournalEntry> | undefined => {
      dropOld();
      return presses.get(pressKey(roomKey, action))?.entry;
    },
    add: (roomKey: RoomKey, action: Action, entry: Promise<JournalEntry>) => {
      const key = pressKey(roomKey, action);
      const press = { at: now(), roomKey, action, entry };
      dropReplaced(roomKey, action);
      presses.set(key, press);
      const forget = () => {
        if (presses.get(key) === press) presses.delete(key);
      };
      // A failed action may be pressed again at once.
      entry.then((settled) => settled.status === 'failed' && forget(), forget);
    },
    forget: (roomKey: RoomKey, action: Action) => presses.delete(pressKey(roomKey, action)),
  };
};
export type Presses = ReturnType<typeof createPresses>;

export const createAct = (context: ModerationContext, carryOut: CarryOut, presses: Presses) => {
  const { journal, screen, clock, newId, onEntry } = context;

  /** What the journal itself knows of a mute or ban in force, should the service not answer in time. */
  const knownUntil = (roomKey: RoomKey, action: Action): Prior => {
    const dimension = dimensionOf(action);
    if (dimension === undefined || !('userId' in action)) return {};
    const { types } = dimension;
    const last = journal.find({ roomKey, userId: action.userId, types, status: 'done' }, 1);
    const until = last.ok ? last.value[0]?.until : undefined;
    return until === undefined ? {} : { until };
  };

  const opening = ({ act, roomKey }: Step, batch: string, reason: Reason): Opened => ({
    type: 'opened',
    entryId: newId(),
    batch,
    app: context.appOf(roomKey),
    roomKey,
    roomName: context.roomName(roomKey),
    actor: context.actorIn(roomKey),
    action: act.action,
    ...writtenReason(reason),
    ...(act.original === undefined ? {} : { original: act.original }),
    prior: { ...knownUntil(roomKey, act.action), ...screen.prior(roomKey, act.action) },
  });

  /** Without a record nothing is sent; but the screen obeys. */
  const unrecorded = (event: Opened, error: Parameters<typeof journalRefused>[0]): JournalEntry => {
    const refusal = journalRefused(error);
    const { type: _type, entryId, batch: group, app: _app, prior: _prior, ...facts } = event;
    const entry: JournalEntry = {
      ...facts,
      id: entryId,
      group,
      at: clock.now(),
      status: 'failed',
      confirmed: false,
      error: hides(event.action) ? withHiddenKept(refusal) : refusal,
    };
    onEntry(entry);
    return entry;
  };

  const begin = (steps: readonly Step[], reason: Reason): Promise<JournalEntry>[] => {
    const batch = newId();
    const events = steps.map((step) => opening(step, batch, reason));
    const opened = journal.append(events);
    if (!opened.ok) {
      for (const { act, roomKey } of steps) screen.apply(roomKey, act.action, clock.now());
      return events.map((event) => Promise.resolve(unrecorded(event, opened.error)));
    }
    for (const { entry } of opened.value) {
      screen.apply(entry.roomKey, entry.action, entry.at);
      onEntry(entry);
    }
    return opened.value.map((state) => carryOut.send(state));
  };

  /** Answers when every room has a result, in the order of the acts and of their rooms. */
  return async ({ acts, reason = '', anew = false }: ActRequest): Promise<JournalEntry[]> => {
    const steps = eachOnce(acts);
    const pressed = new Map<Step, Promise<JournalEntry> | undefined>(
      steps.map((step) => [step, anew ? undefined : presses.find(step.roomKey, step.act.action)]),
    );
    const fresh = steps.filter((step) => pressed.get(step) === undefined);
    const begun = fresh.length === 0 ? [] : begin(fresh, reason);
    for (const [index, step] of fresh.entries()) {
      const entry = begun[index];
      if (entry !== undefined) presses.add(step.roomKey, step.act.action, entry);
      pressed.set(step, entry);
    }
    return (await Promise.all(pressed.values())).flatMap((entry) => entry ?? []);
  };
};
