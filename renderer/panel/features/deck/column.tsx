import { useText } from '../../i18n/index.ts';
import { usePanel, useRoom } from '../../panel-context.tsx';
import { ComposerField } from '../composer/index.ts';
import { FeedList } from '../feed-view/index.ts';
import { ColumnFilter } from '../filter-bar/index.ts';
import { ColumnAlerts } from './column-alerts.tsx';
import { ColumnFrame } from './column-frame.tsx';
import { ColumnHeader } from './column-header.tsx';

/** One room: what it is, what is said in it, and a place to answer. */
export const Column = ({ roomKey }: { readonly roomKey: string }) => {
  const { t } = useText();
  const { feeds } = usePanel();
  const room = useRoom(roomKey);
  const store = feeds.get(roomKey);
  if (room === undefined || store === undefined) return null;
  return (
    <ColumnFrame id={roomKey} label={t('room.column', { room: room.name })}>
      <ColumnHeader room={room} />
      <ColumnFilter columnId={roomKey} store={store} />
      <div className="column-body">
        <ColumnAlerts room={room} />
        <FeedList columnId={roomKey} label={t('feed.label', { room: room.name })} room={room} store={store} />
      </div>
      <ComposerField room={room} />
    </ColumnFrame>
  );
};
