import { Ban, VolumeX } from 'lucide-react';
import type { Sanction } from '../../../../main/contract/models/user-card.ts';
import { countdownText, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { useNow } from '../../ui/index.ts';

/** The mutes and bans of the journal that are in force now, room by room, with the time left. */
export const PersonSanctions = (props: {
  readonly sanctions: readonly Sanction[];
  /** Rooms whose mutes the service itself has told; they are shown from there. */
  readonly mutedIn: readonly string[];
}) => {
  const { t } = useText();
  const { clock } = usePanel();
  const ending = props.sanctions.some(({ until }) => until !== null);
  const now = useNow(clock, 1_000, ending);
  const shown = props.sanctions.filter(
    ({ kind, roomKey, until }) =>
      (until === null || until > now) && !(kind === 'mute' && props.mutedIn.includes(roomKey)),
  );
  if (shown.length === 0) return null;
  return (
    <ul className="card-mutes" aria-label={t('person.inForce')}>
      {shown.map(({ kind, roomKey, roomName, until }) => (
        <li key={`${kind}:${roomKey}`}>
          <span className="badge badge-muted">
            {kind === 'mute' ? <VolumeX aria-hidden="true" /> : <Ban aria-hidden="true" />}
            {t(kind === 'mute' ? 'person.muted' : 'person.banned')}{' '}
            {until === null ? t('duration.forever') : countdownText(until - now)}
          </span>
          <bdi className="quiet">{roomName}</bdi>
        </li>
      ))}
    </ul>
  );
};
