import type { AppError } from '../../../../main/contract/app-error.ts';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { markKey, type PersonMark } from '../../../../main/contract/models/user-card.ts';
import { accountIdOf } from '../../../../main/contract/room-key.ts';
import type { Bridge, Clock, Topics, TopicValues } from '../../bridge/index.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Toasts } from '../toasts/index.ts';

/** A person by any room of their app. */
export type Whom = { readonly roomKey: RoomKey; readonly userId: string };

/** What a moderator keeps about people. */
export type People = {
  /** Answers whether it was kept. */
  readonly setNote: (whom: Whom, text: string) => Promise<boolean>;
  /** `until`: ms since the epoch; `null` = until told otherwise. */
  readonly watch: (whom: Whom, until: number | null | 'off') => void;
  /** Watches for a day, or stops watching. */
  readonly toggleWatch: (whom: Whom) => void;
  /** Answers how many stored lines were deleted; nothing where it failed. */
  readonly forget: (whom: Whom) => Promise<number | undefined>;
  readonly forgetEverybody: () => Promise<CallOutput<'history:forget-everything'> | undefined>;
};

const DAY_MS = 86_400_000;

/** The mark of a person, also in rooms whose account is not open. */
export const markOf = (values: TopicValues, { roomKey, userId }: Whom): PersonMark | undefined => {
  const account = values.accounts?.[accountIdOf(roomKey)];
  return account === undefined ? undefined : values.marks?.[markKey(account.sdkAppId, userId)];
};

export const createPeople = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly topics: Topics;
  readonly toasts: Toasts;
}): People => {
  const { bridge, clock, topics, toasts } = deps;

  type Failure = Extract<MessageKey, 'failed.note' | 'failed.watch' | 'failed.forget'>;
  const tell = (title: Failure, error: AppError) =>
    toasts.show({ title: ({ t }) => t(title), troubles: [{ where: undefined, error }], retry: undefined });

  const watch = async (whom: Whom, until: number | null | 'off'): Promise<void> => {
    const answer = await bridge.call('history:set-watch', { ...whom, until });
    if (!answer.ok) tell('failed.watch', answer.error);
  };

  return {
    setNote: async (whom, text) => {
      const answer = await bridge.call('history:set-note', { ...whom, text });
      if (!answer.ok) tell('failed.note', answer.error);
      return answer.ok;
    },
    watch: (whom, until) => void watch(whom, until),
    toggleWatch: (whom) => {
      const watched = markOf(topics.values.getState(), whom)?.watch;
      void watch(whom, watched === null || watched === undefined ? clock.now() + DAY_MS : 'off');
    },
    forget: async ({ roomKey, userId }) => {
      const answer = await bridge.call('history:forget-user', { roomKey, userId });
      if (!answer.ok) tell('failed.forget', answer.error);
      return answer.ok ? answer.value.rows : undefined;
    },
    forgetEverybody: async () => {
      const answer = await bridge.call('history:forget-everything', {});
      if (!answer.ok) tell('failed.forget', answer.error);
      return answer.ok ? answer.value : undefined;
    },
  };
};
