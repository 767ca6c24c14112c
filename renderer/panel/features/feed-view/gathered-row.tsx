import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { usePanel, useRoom } from '../../panel-context.tsx';
import { entryOfRow, type FeedStore } from '../feed/index.ts';
import { ClosedRow } from './closed-row.tsx';
import { drawnRow, type RowFacts, type RowPlace } from './row-facts.ts';
import { RowView } from './row-view.tsx';
import { RowRoomContext } from './use-row-desk.ts';

export type GatheredRowProps = RowPlace & {
  readonly peeked: ReadonlySet<string>;
  readonly facts: RowFacts;
};

/** What is hidden or approved in a row's own room counts, wherever the row is drawn. */
const RoamingRow = (props: GatheredRowProps & { readonly room: Room; readonly home: FeedStore }) => {
  const { home, room, peeked, facts, ...place } = props;
  const marks = useStore(home, (feed) => feed.marks);
  return (
    <RowRoomContext value={room.key}>
      <RowView {...drawnRow(place, room, marks, peeked, facts)} />
    </RowRoomContext>
  );
};

/** A row that was gathered from a room into a feed of several. */
export const GatheredRow = (props: GatheredRowProps) => {
  const { feeds } = usePanel();
  const key = entryOfRow(props.row)?.room ?? '';
  const room = useRoom(key);
  const home = feeds.get(key);
  if (room === undefined || home === undefined) return <ClosedRow {...props} />;
  return <RoamingRow {...props} room={room} home={home} />;
};
