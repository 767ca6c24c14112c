import type { StoreApi } from 'zustand/vanilla';
import type { Action, JournalEntry } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Bridge, Clock } from '../../bridge/index.ts';
import type { Feeds } from '../feed/index.ts';
import { asTheyStand, canUndo, entryThatHid, type Journal } from '../journal/index.ts';
import type { Toasts } from '../toasts/index.ts';
import { withFittingOriginals } from './originals.ts';
import { createProgress, type ModerationState, type Shown } from './progress.ts';
import { reverseOf } from './reverse.ts';
import { actsThatShow, type HiddenComment, isHidden } from './show-acts.ts';

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
  /** Of an entry that cannot be reversed it says why. */
  readonly undoEntry: (entry: JournalEntry) => Promise<void>;
  readonly undoEntries: (entries: readonly JournalEntry[]) => Promise<void>;
  /** Brings back hidden comments, and nothing else, by reversing what hid them. */
  readonly showAgain: (comments: readonly HiddenComment[]) => Promise<void>;
  /** The same; but where the last act of this panel hid them, all of that act. */
  readonly undoHiding: (comments: readonly HiddenComment[]) => Promise<void>;
  readonly retryEntry: (entry: JournalEntry) => Promise<void>;
};

/** How many of this panel's acts `U` can walk back through before it leaves the choice to the host. */
const UNDO_DEPTH = 200;

export const createModeration = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly feeds: Feeds;
  readonly journal: Journal;
  readonly toasts: Toasts;
}): Moderation => {
  const { bridge, feeds, journal, toasts } = deps;
  const progress = createProgress({ ...deps, onEntries: journal.take });
  const acts: Promise<readonly JournalEntry[]>[] = [];

  const remember = (entries: Promise<readonly JournalEntry[]>) => {
    acts.push(entries);
    if (acts.length > UNDO_DEPTH) acts.shift();
  };

  const send = (parts: readonly ActInput[], reason: string) => {
    const sent = withFittingOriginals(parts).map(({ action, rooms, original }) => ({
      action,
      rooms: [...rooms],
      ...(original === undefined ? {} : { original }),
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

  /** Without names: the newest act that the host can reverse. It says why where nothing can be. */
  const undoByHost = async (names: { readonly entryIds?: string[] } = {}): Promise<void> => {
    const answer = await bridge.call('moderation:undo', names);
    if (answer.ok) return journal.take(answer.value.entries);
    const error = answer.error;
    toasts.show({
      title: ({ t }) => t('failed.nothingUndone'),
      troubles: [{ where: undefined, error }],
      retry: undefined,
    });
  };

  const undoEntry = (entry: JournalEntry): Promise<void> =>
    canUndo(entry) ? undoEntries([entry]) : undoByHost({ entryIds: [entry.id] });

  const undoLast = async (): Promise<void> => {
    for (let last = acts.pop(); last !== undefined; last = acts.pop()) {
      const entries = asTheyStand(await last, journal.entries.getState()).filter(canUndo);
      if (entries.length > 0) return undoEntries(entries);
    }
    await undoByHost();
  };

  const showAgain = async (comments: readonly HiddenComment[]): Promise<void> => {
    const hiding = new Map<string, JournalEntry>();
    const shows = new Map<string, ActInput>();
    for (const one of comments) {
      const marks = feeds.get(one.roomKey)?.getState().marks;
      if (marks === undefined || !isHidden(marks, one.comment)) continue;
      const entry = entryThatHid(journal.entries.getState(), one.roomKey, one.comment);
      if (entry !== undefined) hiding.set(entry.id, entry);
      else
        for (const act of actsThatShow(marks, one)) shows.set(JSON.stringify([one.roomKey, act.action]), act);
    }
    const entries = [...hiding.values()];
    const barred = entries.filter((entry) => !canUndo(entry));
    await Promise.all([
      actMany([...shows.values()]),
      undoEntries(entries.filter(canUndo)),
      ...barred.map(undoEntry),
    ]);
  };

  const undoHiding = async (comments: readonly HiddenComment[]): Promise<void> => {
    const newest = new Set((await acts.at(-1))?.map(({ id }) => id));
    const entries = comments.flatMap(
      ({ roomKey, comment }) => entryThatHid(journal.entries.getState(), roomKey, comment) ?? [],
    );
    const wasLast = entries.some((entry) => newest.has(entry.id) && canUndo(entry));
    await (wasLast ? undoLast() : showAgain(comments));
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
    undoEntry,
    undoEntries,
    showAgain,
    undoHiding,
    retryEntry,
  };
};
