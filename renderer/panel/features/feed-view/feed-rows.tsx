import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import type { ColumnId } from '../deck/index.ts';
import { blocksOf, type FeedStore, type Row, type RowId } from '../feed/index.ts';
import { RowBlock } from './row-block.tsx';
import { useRowFacts } from './row-facts.ts';
import { ROW_HEIGHT } from './row-window.ts';
import { RowRoomContext } from './use-row-desk.ts';
import { useRowWindow } from './use-row-window.ts';

const Space = ({ rows }: { readonly rows: number }) => (
  <div className="feed-space" style={{ height: rows * ROW_HEIGHT }} />
);

/** The rows that are laid out, and for the others as much space as they may take. */
export const FeedRows = (props: {
  readonly columnId: ColumnId;
  /** The room that all rows are of; absent where they are gathered from several. */
  readonly room: Room | undefined;
  readonly store: FeedStore;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly drawn: boolean;
  readonly hovered: RowId | undefined;
  /** Told whether there is no row at all. */
  readonly onBare: (bare: boolean) => void;
}) => {
  const { columnId, room, store, scroller, drawn, hovered, onBare } = props;
  const feed = useStore(store);
  const facts = useRowFacts();
  const content = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { rows, spaceAbove, below } = useRowWindow(columnId, store, feed, drawn, { scroller, content, list });
  const bare = rows.length === 0;
  useLayoutEffect(() => onBare(bare), [bare, onBare]);
  const within = (block: readonly Row[], id: RowId | null | undefined): RowId | undefined =>
    id !== null && id !== undefined && block.some((row) => row.id === id) ? id : undefined;
  return (
    <div ref={content} className="feed-content">
      <Space rows={spaceAbove} />
      <RowRoomContext value={room?.key ?? ''}>
        <div ref={list}>
          {blocksOf(rows).map((block) => (
            <RowBlock
              key={block.key}
              columnId={columnId}
              rows={block.rows}
              room={room}
              marks={feed.marks}
              peeked={feed.peeked}
              facts={facts}
              choice={feed.choice}
              selected={within(block.rows, feed.selected)}
              hovered={within(block.rows, hovered)}
            />
          ))}
        </div>
      </RowRoomContext>
      <Space rows={below} />
    </div>
  );
};
