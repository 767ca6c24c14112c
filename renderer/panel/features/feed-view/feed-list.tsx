import { ContextMenu } from '@base-ui/react/context-menu';
import { type FocusEvent, type MouseEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { usePanel } from '../../panel-context.tsx';
import { type ColumnId, partId } from '../deck/index.ts';
import { type FeedStore, hold, isChosen, isHeld, type RowId, rowsOf, toggleOpen } from '../feed/index.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FeedEmpty } from './feed-empty.tsx';
import { FeedRows } from './feed-rows.tsx';
import { NewPill } from './new-pill.tsx';
import { rowDomId } from './row-dom-id.ts';
import { RowMenu } from './row-menu.tsx';
import { useInSight } from './use-in-sight.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { usePointerHold } from './use-pointer-hold.ts';
import { useScrollHold } from './use-scroll-hold.ts';

const rowIdAt = (target: EventTarget): RowId | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset.row as RowId | undefined;
};

const isFoldMark = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-fold]') !== null;

/**
 * A click would leave the focus on a row that may be gone in a second, or on one of its buttons, which Space would then
 * press again; the tree keeps it for all of them.
 */
const keepFocus = (event: FocusEvent<HTMLDivElement>): void => {
  const inRow = event.target instanceof Element && event.target.closest('[data-row]') !== null;
  if (inRow) event.currentTarget.focus({ preventScroll: true });
};

export type FeedListProps = {
  readonly columnId: ColumnId;
  readonly label: string;
  /** The room that all rows are of; absent where they are gathered from several. */
  readonly room: Room | undefined;
  readonly store: FeedStore;
  /** What to say of a feed that is empty, in place of what is said of a room. */
  readonly empty?: string;
};

/**
 * A feed: the newest at the bottom, still while somebody reads, aims or selects. What comes is drawn by the rows alone;
 * this frame around them is drawn again only when somebody does something.
 */
export const FeedList = ({ columnId, label, room, store, empty }: FeedListProps) => {
  const { clock, desk, feeds } = usePanel();
  const selected = useStore(store, (feed) => feed.selected);
  const choosing = useStore(store, (feed) => feed.choice.chosen.size > 0);
  const follows = useStore(store, (feed) => !isHeld(feed.hold));
  const scroller = useRef<HTMLDivElement>(null);
  // A column that nobody sees and nobody has stopped draws nothing; it will show the newest when it comes into sight.
  const drawn = useInSight(scroller) || !follows;
  const [hovered, setHovered] = useState<RowId | undefined>(undefined);
  const [bare, setBare] = useState(false);
  const pointer = usePointerHold(store, clock);
  const scroll = useScrollHold({ store, clock, loadOlder: () => void feeds.loadOlder(columnId) });
  useKeptPlace(scroller, follows);

  const rowOf = (id: RowId | undefined) => rowsOf(store.getState()).find((one) => one.id === id);
  const pick = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    if (id === undefined) return;
    const row = isFoldMark(event.target) ? rowOf(id) : undefined;
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
    const row = rowOf(id);
    if (id === undefined || (row !== undefined && isChosen(store.getState().choice, row))) return;
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
        <FeedRows
          columnId={columnId}
          room={room}
          store={store}
          scroller={scroller}
          drawn={drawn}
          hovered={hovered}
          onBare={setBare}
        />
      </ContextMenu.Trigger>
      {drawn && bare ? <FeedEmpty store={store} room={room} empty={empty} /> : null}
      <RowMenu subject={desk.aim} inFeed />
      <BulkBar store={store} />
      <NewPill store={store} onReturn={() => store.setState((held) => hold(held, 'return'), true)} />
    </ContextMenu.Root>
  );
};
