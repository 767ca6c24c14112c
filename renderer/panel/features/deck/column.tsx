import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useRoom, useTopic } from '../../panel-context.tsx';
import { ComposerField } from '../composer/index.ts';
import { FeedList, FilterBar } from '../feed-view/index.ts';
import { ColumnAlerts } from './column-alerts.tsx';
import { ColumnEdge } from './column-edge.tsx';
import { ColumnHeader } from './column-header.tsx';
import { partId } from './part-id.ts';

/** One room: what it is, what is said in it, and a place to answer. */
export const Column = ({ roomKey, alone }: { readonly roomKey: string; readonly alone: boolean }) => {
  const { t } = useText();
  const { deck, feeds } = usePanel();
  const room = useRoom(roomKey);
  const store = feeds.get(roomKey);
  const width = useTopic('settings')?.columnWidths[roomKey];
  const active = useStore(deck, (state) => state.active === roomKey);
  const filtering = useStore(deck, (state) => state.filters.has(roomKey));
  if (room === undefined || store === undefined) return null;
  const activate = () => {
    if (!active) deck.setState({ active: roomKey });
  };
  return (
    <>
      <section
        id={partId(roomKey, 'column')}
        className="column"
        data-active={active}
        aria-label={t('room.column', { room: room.name })}
        style={width === undefined || alone ? undefined : { flex: `0 1 ${width}px` }}
        onPointerDownCapture={activate}
        onFocusCapture={activate}
      >
        <ColumnHeader room={room} />
        {filtering ? <FilterBar roomKey={roomKey} store={store} /> : null}
        <div className="column-body">
          <ColumnAlerts room={room} />
          <FeedList room={room} store={store} />
        </div>
        <ComposerField room={room} />
      </section>
      {alone ? null : <ColumnEdge roomKey={roomKey} name={room.name} />}
    </>
  );
};
