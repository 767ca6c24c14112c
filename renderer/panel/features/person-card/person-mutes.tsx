import { useText } from '../../i18n/index.ts';
import { useRoomNames } from '../../panel-context.tsx';
import { MutedMark } from '../feed-view/index.ts';
import type { MutedRoom } from './use-mutes.ts';

/** In which of the open rooms this person is muted now, and for how long. */
export const PersonMutes = ({ mutes }: { readonly mutes: readonly MutedRoom[] }) => {
  const { t } = useText();
  const names = useRoomNames();
  if (mutes.length === 0) return null;
  return (
    <ul className="card-mutes" aria-label={t('card.mutes')}>
      {mutes.map(({ roomKey, until }) => (
        <li key={roomKey}>
          <MutedMark until={until} />
          <bdi className="quiet">{names[roomKey] ?? roomKey}</bdi>
        </li>
      ))}
    </ul>
  );
};
