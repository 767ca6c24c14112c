import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import type { Subject } from '../desk/index.ts';
import { MutedMark } from '../feed-view/index.ts';
import { mutedUntil } from '../moderation/index.ts';

/** In which of the open rooms this person is muted now, and for how long. */
export const PersonMutes = ({ subject }: { readonly subject: Subject }) => {
  const { t } = useText();
  const { moderation, clock } = usePanel();
  const pending = useStore(moderation.state, (state) => state.pending);
  const rooms = useTopic('rooms') ?? {};
  const accountId = rooms[subject.roomKey]?.accountId;
  const muted = Object.values(rooms).flatMap((room) => {
    const until = mutedUntil(room, pending, subject.person.userId, clock.now());
    return room.accountId === accountId && until !== undefined ? [{ room, until }] : [];
  });
  if (muted.length === 0) return null;
  return (
    <ul className="card-mutes" aria-label={t('card.mutes')}>
      {muted.map(({ room, until }) => (
        <li key={room.key}>
          <MutedMark until={until} />
          <bdi className="quiet">{room.name}</bdi>
        </li>
      ))}
    </ul>
  );
};
