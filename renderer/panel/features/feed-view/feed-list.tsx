import { ContextMenu } from '@base-ui/react/context-menu';
import { type FocusEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { partId } from '../deck/index.ts';
import {
  type FeedStore,
  hold,
  isChosen,
  isFiltering,
  isHeld,
  type RowId,
  rowsOf,
  sawUpTo,
  toggleOpen,
} from '../feed/index.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FeedEmpty } from './feed-empty.tsx';
import { NewPill } from './new-pill.tsx';
import { RowMenu } from './row-menu.tsx';
import { RowView } from './row-view.tsx';
import { useFollowing } from './use-following.ts';
import { usePointerHold } from './use-pointer-hold.ts';
import { RowRoomContext } from './use-row-desk.ts';
import { useScrollHold } from './use-scroll-hold.ts';
import { useSeen } from './use-seen.ts';
import { useSelectionInView } from './use-selection-in-view.ts';

const rowIdAt = (target: EventTarget): RowId | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset.row as RowId | undefined;
};

const isFoldMark = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-fold]') !== null;

export const rowDomId = (roomKey: string, id: RowId): string => `${partId(roomKey, 'feed')}:${id}`;

/** A click would leave the focus on a row that may be gone in a second; the tree keeps it for all of them. */
const keepFocus = (event: FocusEvent<HTMLDivElement>): void => {
  const onRow = event.target instanceof Element && event.target.matches('[data-row]');
  if (onRow) event.currentTarget.focus({ preventScroll: true });
};

/** A room's feed: the newest at the bottom, still while somebody reads, aims or selects. */
export const FeedList = ({ room, store }: { readonly room: Room; readonly store: FeedStore }) => {
  const { t } = useText();
  const { clock, desk, feeds, moderation } = usePanel();
  const pending = useStore(moderation.state, (state) => state.pending);
  const known = useTopic('marks');
  const app = useTopic('accounts')?.[room.accountId]?.sdkAppId ?? 0;
  const now = clock.now();
  const feed = useStore(store);
  const { lines, from, open, filter, selected, marks, peeked, choice } = feed;
  const choosing = choice.chosen.size > 0;
  const rows = useMemo(() => rowsOf({ lines, from, open, filter }), [lines, from, open, filter]);
  const follows = !isHeld(feed.hold);
  const scroller = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<RowId | undefined>(undefined);

  const virtualizer = useFollowing(scroller, rows, follows);
  const pointer = usePointerHold(store, clock);
  const scroll = useScrollHold({
    store,
    clock,
    virtualizer,
    loadOlder: () => void feeds.loadOlder(room.key),
  });
  useSelectionInView(virtualizer, rows, selected, feed.hold.moving);
  useSeen(virtualizer, rows, follows, (seq) => store.setState((held) => sawUpTo(held, seq), true));

  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const pick = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    if (id === undefined) return;
    const row = isFoldMark(event.target) ? rows.find((one) => one.id === id) : undefined;
    if (event.shiftKey) desk.extendTo(room.key, id);
    else if (event.ctrlKey || event.metaKey) desk.toggle(room.key, id);
    else if (row === undefined) {
      desk.unchoose();
      desk.pick(room.key, id);
    } else store.setState((held) => toggleOpen(held, row.line.seq), true);
  };

  /** The menu of a row that is among the chosen is about all of them. */
  const pickForMenu = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    const row = rows.find((one) => one.id === id);
    if (id === undefined || (row !== undefined && isChosen(choice, row))) return;
    desk.unchoose();
    desk.pick(room.key, id);
  };

  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        render={
          // The tree takes the focus for all of its rows; the keys act on the one that is selected.
          <div
            ref={scroller}
            id={partId(room.key, 'feed')}
            className="feed"
            role="tree"
            aria-label={t('feed.label', { room: room.name })}
            aria-activedescendant={selected === null ? undefined : rowDomId(room.key, selected)}
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
        <RowRoomContext value={room.key}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <RowView
                key={row.id}
                index={item.index}
                domId={rowDomId(room.key, row.id)}
                measure={virtualizer.measureElement}
                room={room}
                row={row}
                marks={marks}
                pending={pending}
                app={app}
                known={known}
                now={now}
                peeked={peeked}
                selected={row.id === selected}
                chosen={choosing ? isChosen(choice, row) : undefined}
                hovered={row.id === hovered}
              />
            );
          })}
        </RowRoomContext>
        <div style={{ height: virtualizer.getTotalSize() - (last?.end ?? 0) }} />
      </ContextMenu.Trigger>
      {rows.length === 0 ? (
        <FeedEmpty
          feed={feed}
          joined={room.connection.state === 'live'}
          filtering={isFiltering(filter)}
          onRetry={() => void feeds.reload(room.key)}
        />
      ) : null}
      <RowMenu subject={desk.aim} inFeed />
      <BulkBar feed={feed} />
      <NewPill feed={feed} onReturn={() => store.setState((held) => hold(held, 'return'), true)} />
    </ContextMenu.Root>
  );
};
