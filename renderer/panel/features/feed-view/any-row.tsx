import type { RefCallback } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import type { TopicValues } from '../../bridge/index.ts';
import { usePanel, useRoom, useTopic } from '../../panel-context.tsx';
import { entryOfRow, type FeedStore, type RoomFeed, type Row } from '../feed/index.ts';
import type { Pending } from '../moderation/index.ts';
import { ClosedRow } from './closed-row.tsx';
import { RowView } from './row-view.tsx';
import { RowRoomContext } from './use-row-desk.ts';

/** What all rows of a list depend on. */
export type RowFacts = {
  readonly pending: readonly Pending[];
  readonly known: TopicValues['marks'];
  readonly accounts: TopicValues['accounts'];
  readonly now: number;
};

export const useRowFacts = (): RowFacts => {
  const { clock, moderation } = usePanel();
  const pending = useStore(moderation.state, (state) => state.pending);
  return { pending, known: useTopic('marks'), accounts: useTopic('accounts'), now: clock.now() };
};

export type AnyRowProps = {
  readonly index: number;
  readonly domId: string;
  readonly measure: RefCallback<HTMLDivElement>;
  readonly row: Row;
  /** The feed that the row is drawn in. */
  readonly feed: RoomFeed;
  readonly facts: RowFacts;
  readonly selected: boolean;
  /** Among those chosen for an act on all of them; absent while none is. */
  readonly chosen: boolean | undefined;
  readonly hovered: boolean;
};

const RowOfRoom = (props: AnyRowProps & { readonly room: Room; readonly marks: RoomFeed['marks'] }) => {
  const { feed, room, facts, ...rest } = props;
  return (
    <RowRoomContext value={room.key}>
      <RowView
        {...rest}
        room={room}
        pending={facts.pending}
        app={facts.accounts?.[room.accountId]?.sdkAppId ?? 0}
        known={facts.known}
        now={facts.now}
        peeked={feed.peeked}
      />
    </RowRoomContext>
  );
};

/** What is hidden or approved in a row's own room counts, wherever the row is drawn. */
const RoamingRow = (props: AnyRowProps & { readonly room: Room; readonly home: FeedStore }) => {
  const { home, ...rest } = props;
  const marks = useStore(home, (feed) => feed.marks);
  return <RowOfRoom {...rest} marks={marks} />;
};

const GatheredRow = (props: AnyRowProps) => {
  const { feeds } = usePanel();
  const key = entryOfRow(props.row)?.room ?? '';
  const room = useRoom(key);
  const home = feeds.get(key);
  if (room === undefined || home === undefined) return <ClosedRow {...props} />;
  return <RoamingRow {...props} room={room} home={home} />;
};

/** A row of a room's feed, or one that was gathered from another. */
export const AnyRow = ({ room, ...props }: AnyRowProps & { readonly room: Room | undefined }) =>
  room === undefined ? (
    <GatheredRow {...props} />
  ) : (
    <RowOfRoom {...props} room={room} marks={props.feed.marks} />
  );
