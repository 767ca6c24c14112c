import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Action, JournalEntry } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { Result } from '../../../../main/contract/result.ts';
import type { Clock } from '../../bridge/index.ts';
import type { Feeds } from '../feed/index.ts';
import type { Toasts, Trouble } from '../toasts/index.ts';
import { actionText } from './action-text.ts';
import type { Pending } from './pending.ts';
import { reverseOf } from './reverse.ts';

/** The last thing done from this panel, for the status line. */
export type LastAct = {
  readonly action: Action;
  /** How many actions of one act there are besides. */
  readonly more: number;
  readonly undo: boolean;
  readonly rooms: number;
  readonly status: 'pending' | 'done' | 'failed';
  readonly at: number;
};

export type ModerationState = { readonly pending: readonly Pending[]; readonly last: LastAct | null };

type Part = { readonly action: Action; readonly rooms: readonly RoomKey[] };

/** One act as the screen shows it: what it does now, and what it is called. */
export type Shown = {
  readonly parts: readonly [Part, ...Part[]];
  readonly undo: boolean;
  readonly said: Action;
};

/** What the host said to it. */
export type Outcome = {
  readonly entries: readonly JournalEntry[];
  readonly refused?: readonly { readonly entryId: string; readonly error: Trouble['error'] }[];
};

const purgeOf = (action: Action, hidden: boolean) => {
  if ('itemId' in action) return { itemIds: [action.itemId], hidden };
  return 'userId' in action ? { itemIds: [], userId: action.userId, hidden } : undefined;
};

const troublesOf = (answer: Result<Outcome>): readonly Trouble[] => {
  if (!answer.ok) return [{ where: undefined, error: answer.error }];
  const { entries, refused = [] } = answer.value;
  const failed = entries.flatMap(({ error, roomName, status }) =>
    status === 'failed' && error !== undefined ? [{ where: roomName, error }] : [],
  );
  return [...failed, ...refused.map(({ error }) => ({ where: undefined, error }))];
};

/** Shows acts on screen before anybody has answered, and takes back what the host did not do. */
export const createProgress = (deps: {
  readonly clock: Clock;
  readonly feeds: Feeds;
  readonly toasts: Toasts;
  readonly onEntries: (entries: readonly JournalEntry[]) => void;
}) => {
  const { clock, feeds, toasts } = deps;
  const state: StoreApi<ModerationState> = createStore<ModerationState>(() => ({ pending: [], last: null }));
  let nextId = 1;

  const showAtOnce = ({ action, rooms }: Part) => {
    const hides = action.type === 'hide-comment' || action.type === 'hide-user' || action.type === 'recall';
    const shows = action.type === 'show-comment' || action.type === 'show-user';
    const what = hides || shows ? purgeOf(action, hides) : undefined;
    if (what !== undefined) for (const roomKey of rooms) feeds.purge(roomKey, what);
  };

  const takeBack = ({ action, rooms }: Part) => {
    const reverse = reverseOf(action);
    if (reverse !== undefined && rooms.length > 0) showAtOnce({ action: reverse, rooms });
  };

  /**
   * What the host tried it has shown or hidden by itself, also where the service refused. Of what it refused, or perhaps
   * never heard, nothing is known: what was shown here is taken back, and the host asked how it stands.
   */
  const takeBackUntried = ({ parts }: Shown, answer: Result<Outcome>) => {
    const untried = !answer.ok || (answer.value.refused ?? []).length > 0;
    if (!answer.ok) parts.forEach(takeBack);
    const rooms = new Set(untried ? parts.flatMap((part) => part.rooms) : []);
    for (const roomKey of rooms) void feeds.readMarks(roomKey);
  };

  return {
    state,
    begin: ({ parts, undo, said }: Shown): number => {
      const id = nextId;
      nextId += 1;
      const at = clock.now();
      const rooms = new Set(parts.flatMap((part) => part.rooms)).size;
      state.setState(({ pending }) => ({
        pending: [...pending, ...parts.map((part) => ({ id, ...part, at }))],
        last: { action: said, more: parts.length - 1, undo, rooms, status: 'pending', at },
      }));
      parts.forEach(showAtOnce);
      return id;
    },
    /** Answers whether all of it was done. */
    settle: (
      id: number,
      shown: Shown,
      answer: Result<Outcome>,
      retry: (failed: readonly JournalEntry[]) => void,
    ): boolean => {
      const troubles = troublesOf(answer);
      if (answer.ok) deps.onEntries(answer.value.entries);
      state.setState(({ pending, last }) => ({
        pending: pending.filter((one) => one.id !== id),
        last: last === null ? null : { ...last, status: troubles.length > 0 ? 'failed' : 'done' },
      }));
      if (troubles.length === 0) return true;
      takeBackUntried(shown, answer);
      const failed = answer.ok ? answer.value.entries.filter(({ status }) => status === 'failed') : [];
      const mayRetry = !answer.ok || failed.length > 0;
      toasts.show({
        title: (text) => {
          const what = actionText(shown.said, text);
          return shown.undo ? text.t('failed.undo', { what }) : text.t('failed.act', { what });
        },
        troubles,
        retry: mayRetry ? () => retry(failed) : undefined,
      });
      return false;
    },
  };
};
