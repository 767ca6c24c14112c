import type { StoreApi } from 'zustand/vanilla';
import type { Action, JournalEntry } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Bridge, Clock } from '../../bridge/index.ts';
import type { Feeds } from '../feed/index.ts';
import { canUndo, entryThatHid, type Journal } from '../journal/index.ts';
import type { Toasts } from '../toasts/index.ts';
import { createProgress, type ModerationState, type Shown } from './progress.ts';
import { reverseOf } from './reverse.ts';

export type ActInput = {
  readonly action: Action;
  readonly rooms: readonly RoomKey[];
  /** The comment that it is about, as it stood. */
  readonly original?: string | undefined;
};

export type Moderation = {
  readonly state: StoreApi<ModerationState>;
  readonly act: (input: ActInput & { readonly reason?: string }) => Promise<boolean>;
  /** Several actions as one act: undone as one. */
  readonly actMany: (acts: readonly ActInput[], reason?: string) => Promise<boolean>;
  /** Reverses the last act of this panel, whole. */
  readonly undoLast: () => Promise<void>;
  readonly undoEntry: (entry: JournalEntry) => Promise<void>;
  readonly undoEntries: (entries: readonly JournalEntry[]) => Promise<void>;
  /** Brings back a hidden comment by reversing what hid it. */
  readonly undoHiding: (roomKey: RoomKey, itemId: string, userId: string) => Promise<void>;
  readonly retryEntry: (entry: JournalEntry) => Promise<void>;
};

const ORIGINAL_LIMIT = 12_000;
/** How many of this panel's acts `U` can walk back through before it leaves the choice to the host. */
const UNDO_DEPTH = 200;

export const createModeration = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly feeds: Feeds;
  readonly journal: Journal;
  readonly toasts: Toasts;
}): Moderation => {
  const { bridge, journal, toasts } = deps;
  const progress = createProgress({ ...deps, onEntries: journal.take });
  const acts: Promise<readonly JournalEntry[]>[] = [];

  const remember = (entries: Promise<readonly JournalEntry[]>) => {
    acts.push(entries);
    if (acts.length > UNDO_DEPTH) acts.shift();
  };

  const send = (parts: readonly ActInput[], reason: string) => {
    const sent = parts.map(({ action, rooms, original }) => ({
      action,
      rooms: [...rooms],
      ...(original === undefined ? {} : { original: original.slice(0, ORIGINAL_LIMIT) }),
    }));
    const [only] = sent;
    return sent.length === 1 && only !== undefined
      ? bridge.call('moderation:act', { ...only, reason })
      : bridge.call('moderation:act-many', { acts: sent, reason });
  };

  const actMany = async (inputs: readonly ActInput[], reason = ''): Promise<boolean> => {
    const [first, ...others] = inputs.filter(({ rooms }) => rooms.length > 0);
    if (first === undefined) return false;
    const shown: Shown = { parts: [first, ...others], undo: false, said: first.action };
    const id = progress.begin(shown);
    const asked = send([first, ...others], reason);
    remember(asked.then((answer) => (answer.ok ? answer.value.entries : [])));
    return progress.settle(id, shown, await asked, (failed) => {
      if (failed.length === 0) void actMany(inputs, reason);
      for (const entry of failed) void retryEntry(entry);
    });
  };

  const undoEntries = async (entries: readonly JournalEntry[]): Promise<void> => {
    const [first, ...others] = entries.map(({ action, roomKey }) => ({
      action: reverseOf(action) ?? action,
      rooms: [roomKey],
    }));
    const said = entries[0]?.action;
    if (first === undefined || said === undefined) return;
    const shown: Shown = { parts: [first, ...others], undo: true, said };
    const id = progress.begin(shown);
    const answer = await bridge.call('moderation:undo', { entryIds: entries.map((entry) => entry.id) });
    progress.settle(id, shown, answer, () => void undoEntries(entries));
  };

  const undoNewestOfHost = async (): Promise<void> => {
    const answer = await bridge.call('moderation:undo', {});
    if (answer.ok) return journal.take(answer.value.entries);
    const error = answer.error;
    toasts.show({
      title: ({ t }) => t('failed.nothingUndone'),
      troubles: [{ where: undefined, error }],
      retry: undefined,
    });
  };

  const undoLast = async (): Promise<void> => {
    for (let last = acts.pop(); last !== undefined; last = acts.pop()) {
      const ids = new Set((await last).map((entry) => entry.id));
      const entries = journal.entries.getState().filter((entry) => ids.has(entry.id) && canUndo(entry));
      if (entries.length > 0) return undoEntries(entries);
    }
    await undoNewestOfHost();
  };

  const undoHiding = async (roomKey: RoomKey, itemId: string, userId: string): Promise<void> => {
    const entry = entryThatHid(journal.entries.getState(), roomKey, itemId, userId);
    const newest = await acts.at(-1);
    const wasLast = newest?.some((one) => one.id === entry?.id) === true;
    await (entry === undefined || wasLast ? undoLast() : undoEntries([entry]));
  };

  const retryEntry = async (entry: JournalEntry): Promise<void> => {
    const { action, roomKey } = entry;
    const shown: Shown = { parts: [{ action, rooms: [roomKey] }], undo: false, said: action };
    const id = progress.begin(shown);
    const answer = await bridge.call('moderation:retry', { entryId: entry.id });
    progress.settle(id, shown, answer, () => void retryEntry(entry));
  };

  return {
    state: progress.state,
    act: ({ reason = '', ...input }) => actMany([input], reason),
    actMany,
    undoLast,
    undoEntry: (entry) => undoEntries([entry]),
    undoEntries,
    undoHiding,
    retryEntry,
  };
};
