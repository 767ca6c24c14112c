import { Megaphone, Search, Users, Volume2, VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { CommandTip } from '../commands/index.ts';
import { muteAllShown } from '../moderation/index.ts';
import { ColumnMenu } from './column-menu.tsx';
import { Connection } from './connection.tsx';
import { withFilter } from './deck.ts';
import { Gauge } from './gauge.tsx';
import { NoticeForm } from './notice-form.tsx';

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

/** A room's name and state, and what can be done to all of it. */
export const ColumnHeader = ({ room }: { readonly room: Room }) => {
  const { t, number } = useText();
  const { deck } = usePanel();
  const filtering = useStore(deck, (state) => state.filters.has(room.key));
  return (
    <header className="column-header" data-state={room.connection.state}>
      <h2 title={room.name}>
        <bdi>{room.name || room.roomId}</bdi>
      </h2>
      <Connection connection={room.connection} />
      {room.online === undefined ? null : (
        <span className="online" title={t('room.online', { count: room.online })}>
          <Users aria-hidden="true" />
          {number(room.online)}
          <span className="unseen">{t('room.onlineWord')}</span>
        </span>
      )}
      <Gauge pressure={room.pressure} />
      <span className="column-tools">
        <CommandTip text={t('room.filter')} command="filter">
          <button
            type="button"
            className="icon-btn column-filter"
            aria-pressed={filtering}
            aria-label={t('room.filter')}
            onClick={() => deck.setState((state) => withFilter(state, room.key, !filtering), true)}
          >
            <Search aria-hidden="true" />
          </button>
        </CommandTip>
        <MuteAllButton room={room} />
        <NoticeButton room={room} />
        <ColumnMenu room={room} />
      </span>
    </header>
  );
};
