import { ContextMenu } from '@base-ui/react/context-menu';
import { type FocusEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { usePanel } from '../../panel-context.tsx';
import { type ColumnId, partId } from '../deck/index.ts';
import {
  type FeedStore,
  hold,
  isChosen,
  isHeld,
  type Row,
  type RowId,
  rowsOf,
  sawUpTo,
  toggleOpen,
} from '../feed/index.ts';
import { AnyRow, useRowFacts } from './any-row.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { FeedEmpty } from './feed-empty.tsx';
import { NewPill } from './new-pill.tsx';
import { RowMenu } from './row-menu.tsx';
import { useFollowing } from './use-following.ts';
import { useInSight } from './use-in-sight.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { usePointerHold } from './use-pointer-hold.ts';
import { useScrollHold } from './use-scroll-hold.ts';
import { useSeen } from './use-seen.ts';
import { useSelectionInView } from './use-selection-in-view.ts';

const rowIdAt = (target: EventTarget): RowId | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset.row as RowId | undefined;
};

const isFoldMark = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-fold]') !== null;

export const rowDomId = (columnId: ColumnId, id: RowId): string => `${partId(columnId, 'feed')}:${id}`;

/** A click would leave the focus on a row that may be gone in a second; the tree keeps it for all of them. */
const keepFocus = (event: FocusEvent<HTMLDivElement>): void => {
  const onRow = event.target instanceof Element && event.target.matches('[data-row]');
  if (onRow) event.currentTarget.focus({ preventScroll: true });
};

const noRows: readonly Row[] = [];

export type FeedListProps = {
  readonly columnId: ColumnId;
  readonly label: string;
  /** The room that all rows are of; absent where they are gathered from several. */
  readonly room: Room | undefined;
  readonly store: FeedStore;
  /** What to say of a feed that is empty, in place of what is said of a room. */
  readonly empty?: string;
};

/** A feed: the newest at the bottom, still while somebody reads, aims or selects. */
export const FeedList = ({ columnId, label, room, store, empty }: FeedListProps) => {
  const { clock, desk, feeds } = usePanel();
  const feed = useStore(store);
  const facts = useRowFacts();
  const { lines, from, open, sieve, selected, choice } = feed;
  const choosing = choice.chosen.size > 0;
  const follows = !isHeld(feed.hold);
  const scroller = useRef<HTMLDivElement>(null);
  // A column that nobody sees and nobody has stopped draws nothing; it will show the newest when it comes into sight.
  const drawn = useInSight(scroller) || !follows;
  const rows = useMemo(
    () => (drawn ? rowsOf({ lines, from, open, sieve }) : noRows),
    [drawn, lines, from, open, sieve],
  );
  const [hovered, setHovered] = useState<RowId | undefined>(undefined);

  const virtualizer = useFollowing(scroller, rows, follows);
  const pointer = usePointerHold(store, clock);
  const scroll = useScrollHold({
    store,
    clock,
    virtualizer,
    loadOlder: () => void feeds.loadOlder(columnId),
  });
  useKeptPlace(scroller, virtualizer, follows);
  useSelectionInView(virtualizer, rows, selected, feed.hold.moving);
  useSeen(virtualizer, rows, follows, (seq) => store.setState((held) => sawUpTo(held, seq), true));

  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const pick = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    if (id === undefined) return;
    const row = isFoldMark(event.target) ? rows.find((one) => one.id === id) : undefined;
    if (event.shiftKey) desk.extendTo(columnId, id);
    else if (event.ctrlKey || event.metaKey) desk.toggle(columnId, id);
    else if (row === undefined) {
      desk.unchoose();
      desk.pick(columnId, id);
    } else store.setState((held) => toggleOpen(held, row.line.seq), true);
  };

  /** The menu of a row that is among the chosen is about all of them. */
  const pickForMenu = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    const row = rows.find((one) => one.id === id);
    if (id === undefined || (row !== undefined && isChosen(choice, row))) return;
    desk.unchoose();
    desk.pick(columnId, id);
  };

  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        render={
          // The tree takes the focus for all of its rows; the keys act on the one that is selected.
          <div
            ref={scroller}
            id={partId(columnId, 'feed')}
            className="feed"
            role="tree"
            aria-label={label}
            aria-activedescendant={selected === null ? undefined : rowDomId(columnId, selected)}
            tabIndex={0}
            data-held={!follows}
            data-choosing={choosing}
            aria-multiselectable="true"
            onFocus={keepFocus}
            onScroll={scroll.onScroll}
            onWheel={scroll.byHand}
            onTouchMove={scroll.byHand}
            onKeyDown={scroll.byHand}
            onPointerDown={scroll.byHand}
            onPointerEnter={pointer.onPointerEnter}
            onPointerMove={(event) => {
              pointer.onPointerMove();
              if (event.buttons > 0) scroll.byHand();
              setHovered(rowIdAt(event.target));
            }}
            onPointerLeave={() => {
              pointer.onPointerLeave();
              setHovered(undefined);
            }}
            onClick={pick}
            onContextMenu={pickForMenu}
            onMouseDown={(event) => {
              // Shift and a click would mark words instead.
              if (event.shiftKey) event.preventDefault();
            }}
            onDoubleClick={desk.open}
          />
        }
      >
        <div className="feed-space" style={{ height: first?.start ?? 0 }} />
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <AnyRow
              key={row.id}
              index={item.index}
              domId={rowDomId(columnId, row.id)}
              measure={virtualizer.measureElement}
              room={room}
              row={row}
              feed={feed}
              facts={facts}
              selected={row.id === selected}
              chosen={choosing ? isChosen(choice, row) : undefined}
              hovered={row.id === hovered}
            />
          );
        })}
        <div style={{ height: virtualizer.getTotalSize() - (last?.end ?? 0) }} />
      </ContextMenu.Trigger>
      {drawn && rows.length === 0 ? <FeedEmpty feed={feed} room={room} empty={empty} /> : null}
      <RowMenu subject={desk.aim} inFeed />
      <BulkBar feed={feed} />
      <NewPill feed={feed} onReturn={() => store.setState((held) => hold(held, 'return'), true)} />
    </ContextMenu.Root>
  );
};
