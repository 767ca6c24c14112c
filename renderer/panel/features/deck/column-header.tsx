import { Megaphone, Users, Volume2, VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { useOnline, usePanel } from '../../panel-context.tsx';
import { CommandTip } from '../commands/index.ts';
import { muteAllShown } from '../moderation/index.ts';
import { ColumnHead } from './column-head.tsx';
import { Connection } from './connection.tsx';
import { FilterButton } from './filter-button.tsx';
import { Gauge } from './gauge.tsx';
import { NoticeForm } from './notice-form.tsx';
import { RoomMenu } from './room-menu.tsx';

const MuteAllButton = ({ room }: { readonly room: Room }) => {
  const { t } = useText();
  const { moderation } = usePanel();
  const muted = useStore(moderation.state, ({ pending }) => muteAllShown(room, pending));
  const name = muted ? t('room.unmuteAll') : t('room.muteAll');
  const act = () =>
    void moderation.act({ action: { type: muted ? 'unmute-all' : 'mute-all' }, rooms: [room.key] });
  return (
    <CommandTip text={name} command="muteAll">
      <button
        type="button"
        className="icon-btn"
        data-on={muted}
        aria-pressed={muted}
        aria-label={t('room.muteAll')}
        onClick={act}
      >
        {muted ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      </button>
    </CommandTip>
  );
};

const NoticeButton = ({ room }: { readonly room: Room }) => {
  const { t } = useText();
  return (
    <NoticeForm room={room}>
      <button type="button" className="icon-btn" aria-label={t('room.notice')} title={t('room.notice')}>
        <Megaphone aria-hidden="true" />
      </button>
    </NoticeForm>
  );
};

/** That a further user reads this room, because the service allows one room a user. */
const SeatBadge = ({ seat }: { readonly seat: NonNullable<Room['seat']> }) => {
  const { t } = useText();
  const why = t('seat.why', { userId: seat.userId });
  return (
    <span className="badge seat-badge" title={why}>
      {t('seat.badge', { n: seat.n })}
      <span className="unseen">{why}</span>
    </span>
  );
};

const Online = ({ roomKey }: { readonly roomKey: string }) => {
  const { t, number } = useText();
  const count = useOnline(roomKey);
  if (count === undefined) return null;
  return (
    <span className="online" title={t('room.online', { count })}>
      <Users aria-hidden="true" />
      {number(count)}
      <span className="unseen">{t('room.onlineWord')}</span>
    </span>
  );
};

/** A room's name and state, and what can be done to all of it. */
export const ColumnHeader = ({ room }: { readonly room: Room }) => {
  return (
    <ColumnHead name={room.name} state={room.connection.state}>
      <h2 title={room.name}>
        <bdi>{room.name || room.roomId}</bdi>
      </h2>
      <Connection connection={room.connection} />
      {room.seat === undefined ? null : <SeatBadge seat={room.seat} />}
      <Online roomKey={room.key} />
      <Gauge roomKey={room.key} />
      <span className="column-tools">
        <FilterButton columnId={room.key} />
        <MuteAllButton room={room} />
        <NoticeButton room={room} />
        <RoomMenu room={room} />
      </span>
    </ColumnHead>
  );
};
