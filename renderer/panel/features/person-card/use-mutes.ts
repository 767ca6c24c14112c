import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { accountIdOf } from '../../../../main/contract/room-key.ts';
import { usePanel } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';
import { mutedUntil } from '../moderation/index.ts';

/** `until`: ms since the epoch; `null` = for ever. */
export type MutedRoom = { readonly roomKey: RoomKey; readonly until: number | null };

/** The open rooms of the same account in which somebody is muted now. */
export const useMutes = ({ roomKey, person }: Subject): readonly MutedRoom[] => {
  const { moderation, topics, clock } = usePanel();
  const pending = useStore(moderation.state, (state) => state.pending);
  const account = accountIdOf(roomKey);
  const known = useStore(
    topics.values,
    useShallow(({ rooms }) =>
      Object.fromEntries(
        Object.values(rooms ?? {})
          .filter((room) => room.accountId === account)
          .map(({ key, muted }) => [key, muted]),
      ),
    ),
  );
  return Object.entries(known).flatMap(([key, muted]) => {
    const until = mutedUntil({ key, muted }, pending, person.userId, clock.now());
    return until === undefined ? [] : [{ roomKey: key, until }];
  });
};
