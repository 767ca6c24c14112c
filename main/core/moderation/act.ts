import type { Action, JournalEntry } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { canonicalJson } from '../history/canonical.ts';
import type { NewJournalEvent, Prior } from '../history/journal-events.ts';
import type { CarryOut } from './carry-out.ts';
import type { ModerationContext } from './context.ts';
import { dimensionOf, hides } from './dimension.ts';
import { journalRefused, withHiddenKept } from './texts.ts';

/** One action in each of the named rooms. */
export type ActRequest = {
  readonly action: Action;
  readonly rooms: readonly RoomKey[];
  readonly reason?: string;
  /** The comment that was acted on, as it stood. */
  readonly original?: string | undefined;
  /** userID of who acts. */
  readonly actor: string;
  /** True for an act that no earlier press of the same key stands for: it gets an entry of its own. */
  readonly anew?: boolean;
};

/** A second press of the same key within this time is the same press. */
const SAME_PRESS_MS = 2000;

type Pressed = { readonly at: number; readonly entry: Promise<JournalEntry> };
type Opened = Extract<NewJournalEvent, { type: 'opened' }>;

/** The nickname may have changed between two presses; the person has not. */
const pressKey = (roomKey: RoomKey, action: Action): string => {
  const { nick: _nick, ...what } = { nick: '', ...action };
  return `${roomKey}\n${canonicalJson(what)}`;
};

/** Remembers what was pressed just now, so that a doubled key does not become two actions. */
export const createPresses = (now: () => number) => {
  const presses = new Map<string, Pressed>();
  const dropOld = () => {
    for (const [key, press] of presses) if (now() - press.at > SAME_PRESS_MS) presses.delete(key);
  };
  return {
    find: (roomKey: RoomKey, action: Action): Promise<JournalEntry> | undefined => {
      dropOld();
      return presses.get(pressKey(roomKey, action))?.entry;
    },
    add: (roomKey: RoomKey, action: Action, entry: Promise<JournalEntry>) => {
      const key = pressKey(roomKey, action);
      const press = { at: now(), entry };
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

  const opening = (request: ActRequest, roomKey: RoomKey, batch: string): Opened => ({
    type: 'opened',
    entryId: newId(),
    batch,
    app: context.appOf(roomKey),
    roomKey,
    roomName: context.roomName(roomKey),
    actor: request.actor,
    action: request.action,
    reason: request.reason ?? '',
    ...(request.original === undefined ? {} : { original: request.original }),
    prior: { ...knownUntil(roomKey, request.action), ...screen.prior(roomKey, request.action) },
  });

  /** Without a record nothing is sent; but the screen obeys. */
  const unrecorded = (event: Opened, error: Parameters<typeof journalRefused>[0]): JournalEntry => {
    const refusal = journalRefused(error);
    const { type: _type, entryId, batch: _batch, app: _app, prior: _prior, ...facts } = event;
    const entry: JournalEntry = {
      ...facts,
      id: entryId,
      at: clock.now(),
      status: 'failed',
      confirmed: false,
      error: hides(event.action) ? withHiddenKept(refusal) : refusal,
    };
    onEntry(entry);
    return entry;
  };

  const begin = (request: ActRequest, rooms: readonly RoomKey[]): Promise<JournalEntry>[] => {
    const batch = newId();
    const events = rooms.map((roomKey) => opening(request, roomKey, batch));
    const opened = journal.append(events);
    if (!opened.ok) {
      for (const roomKey of rooms) screen.apply(roomKey, request.action, clock.now());
      return events.map((event) => Promise.resolve(unrecorded(event, opened.error)));
    }
    for (const { entry } of opened.value) {
      screen.apply(entry.roomKey, entry.action, entry.at);
      onEntry(entry);
    }
    return opened.value.map((state) => carryOut.send(state));
  };

  /** Answers when every room has a result, in the order of the rooms. */
  return async (request: ActRequest): Promise<JournalEntry[]> => {
    const rooms = [...new Set(request.rooms)];
    const pressed = new Map(
      rooms.map((roomKey) => [roomKey, request.anew ? undefined : presses.find(roomKey, request.action)]),
    );
    const fresh = rooms.filter((roomKey) => pressed.get(roomKey) === undefined);
    const begun = fresh.length === 0 ? [] : begin(request, fresh);
    for (const [index, roomKey] of fresh.entries()) {
      const entry = begun[index];
      if (entry !== undefined) presses.add(roomKey, request.action, entry);
      pressed.set(roomKey, entry);
    }
    return (await Promise.all(pressed.values())).flatMap((entry) => entry ?? []);
  };
};
