import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Action, JournalEntry } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Result } from '../../../../main/contract/result.ts';
import type { Bridge, Clock } from '../../bridge/index.ts';
import type { Feeds } from '../feed/index.ts';
import { canUndo, entryThatHid, type Journal } from '../journal/index.ts';
import type { Toasts, Trouble } from '../toasts/index.ts';
import { actionText } from './action-text.ts';
import type { Pending } from './pending.ts';
import { reverseOf } from './reverse.ts';

/** The last thing done from this panel, for the status line. */
export type LastAct = {
  readonly action: Action;
  readonly undo: boolean;
  readonly rooms: number;
  readonly status: 'pending' | 'done' | 'failed';
  readonly at: number;
};

export type ModerationState = { readonly pending: readonly Pending[]; readonly last: LastAct | null };

export type ActInput = {
  readonly action: Action;
  readonly rooms: readonly RoomKey[];
  readonly reason?: string;
  /** The comment that it is about, as it stood. */
  readonly original?: string | undefined;
};

export type Moderation = {
  readonly state: StoreApi<ModerationState>;
  readonly act: (input: ActInput) => Promise<boolean>;
  /** Reverses the last act of this panel, with all its rooms. */
  readonly undoLast: () => Promise<void>;
  readonly undoEntry: (entry: JournalEntry) => Promise<void>;
  /** Brings back a hidden comment by reversing what hid it. */
  readonly undoHiding: (roomKey: RoomKey, itemId: string, userId: string) => Promise<void>;
  readonly retryEntry: (entry: JournalEntry) => Promise<void>;
};

type Entries = { readonly entries: readonly JournalEntry[] };
const ORIGINAL_LIMIT = 12_000;
/** How many of this panel's acts `U` can walk back through before it leaves the choice to the host. */
const UNDO_DEPTH = 200;

const purgeOf = (action: Action, hidden: boolean) => {
  if ('itemId' in action) return { itemIds: [action.itemId], hidden };
  return 'userId' in action ? { itemIds: [], userId: action.userId, hidden } : undefined;
};

export const createModeration = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly feeds: Feeds;
  readonly journal: Journal;
  readonly toasts: Toasts;
}): Moderation => {
  const { bridge, clock, feeds, journal, toasts } = deps;
  const state = createStore<ModerationState>(() => ({ pending: [], last: null }));
  const acts: Promise<readonly JournalEntry[]>[] = [];
  let nextId = 1;

  /** Shows or hides in the feeds what an action hides, before anybody has answered. */
  const showAtOnce = (action: Action, rooms: readonly RoomKey[]) => {
    const hides = action.type === 'hide-comment' || action.type === 'hide-user';
    const shows = action.type === 'show-comment' || action.type === 'show-user';
    const what = hides || shows ? purgeOf(action, hides) : undefined;
    if (what !== undefined) for (const roomKey of rooms) feeds.purge(roomKey, what);
  };

  const begin = (action: Action, rooms: readonly RoomKey[], undo: boolean, shown: Action): number => {
    const id = nextId;
    nextId += 1;
    const at = clock.now();
    state.setState(({ pending }) => ({
      pending: [...pending, { id, action, rooms, at }],
      last: { action: shown, undo, rooms: rooms.length, status: 'pending', at },
    }));
    showAtOnce(action, rooms);
    return id;
  };

  const finish = (id: number, failed: boolean) =>
    state.setState(({ pending, last }) => ({
      pending: pending.filter((one) => one.id !== id),
      last: last === null ? null : { ...last, status: failed ? 'failed' : 'done' },
    }));

  const troublesOf = (answer: Result<Entries>): readonly Trouble[] => {
    if (!answer.ok) return [{ where: undefined, error: answer.error }];
    return answer.value.entries.flatMap(({ error, roomName, status }) =>
      status === 'failed' && error !== undefined ? [{ where: roomName, error }] : [],
    );
  };

  const takeBack = (action: Action, rooms: readonly RoomKey[]) => {
    const reverse = reverseOf(action);
    if (reverse !== undefined) showAtOnce(reverse, rooms);
  };

  const settle = (
    id: number,
    shown: {
      readonly action: Action;
      readonly rooms: readonly RoomKey[];
      readonly undo: boolean;
      readonly said: Action;
    },
    answer: Result<Entries>,
    retry: (failed: readonly JournalEntry[]) => void,
  ): boolean => {
    const troubles = troublesOf(answer);
    if (answer.ok) journal.take(answer.value.entries);
    finish(id, troubles.length > 0);
    if (troubles.length === 0) return true;
    const failed = answer.ok ? answer.value.entries.filter((entry) => entry.status === 'failed') : [];
    takeBack(shown.action, answer.ok ? failed.map((entry) => entry.roomKey) : shown.rooms);
    toasts.show({
      title: (text) => {
        const what = actionText(shown.said, text);
        return shown.undo ? text.t('failed.undo', { what }) : text.t('failed.act', { what });
      },
      troubles,
      retry: () => retry(failed),
    });
    return false;
  };

  const remember = (entries: Promise<readonly JournalEntry[]>) => {
    acts.push(entries);
    if (acts.length > UNDO_DEPTH) acts.shift();
  };

  const act = async (input: ActInput): Promise<boolean> => {
    const { action, rooms } = input;
    if (rooms.length === 0) return false;
    const id = begin(action, rooms, false, action);
    const original = input.original?.slice(0, ORIGINAL_LIMIT);
    const asked = bridge.call('moderation:act', {
      action,
      rooms: [...rooms],
      reason: input.reason ?? '',
      ...(original === undefined ? {} : { original }),
    });
    remember(asked.then((answer) => (answer.ok ? answer.value.entries : [])));
    const shown = { action, rooms, undo: false, said: action };
    return settle(id, shown, await asked, (failed) => {
      if (failed.length === 0) void act(input);
      for (const entry of failed) void retryEntry(entry);
    });
  };

  const undoEntry = async (entry: JournalEntry): Promise<void> => {
    const reverse = reverseOf(entry.action) ?? entry.action;
    const id = begin(reverse, [entry.roomKey], true, entry.action);
    const answer = await bridge.call('moderation:undo', { entryId: entry.id });
    const shown = { action: reverse, rooms: [entry.roomKey], undo: true, said: entry.action };
    settle(id, shown, answer, () => void undoEntry(entry));
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
      if (entries.length > 0) {
        await Promise.all(entries.map(undoEntry));
        return;
      }
    }
    await undoNewestOfHost();
  };

  const undoHiding = async (roomKey: RoomKey, itemId: string, userId: string): Promise<void> => {
    const entry = entryThatHid(journal.entries.getState(), roomKey, itemId, userId);
    await (entry === undefined ? undoLast() : undoEntry(entry));
  };

  const retryEntry = async (entry: JournalEntry): Promise<void> => {
    const rooms = [entry.roomKey];
    const id = begin(entry.action, rooms, false, entry.action);
    const answer = await bridge.call('moderation:retry', { entryId: entry.id });
    const shown = { action: entry.action, rooms, undo: false, said: entry.action };
    settle(id, shown, answer, () => void retryEntry(entry));
  };

  return { state, act, undoLast, undoEntry, undoHiding, retryEntry };
};
