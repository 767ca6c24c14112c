import {
  type DeckColumn,
  type DeckColumnKind,
  type FeedFilter,
  highlightRulesSchema,
} from '../../../../main/contract/models/deck.ts';
import type { Bridge, Topics } from '../../bridge/index.ts';
import type { Toasts } from '../toasts/index.ts';
import type { Arrangement } from './arrangement.ts';
import type { ColumnWidths } from './column-width.ts';
import { type DeckStore, heldIsOpen, isRoomColumn, neighbour, withFilter } from './deck.ts';
import {
  type ColumnId,
  columnIn,
  filterOf,
  HELD_COLUMN,
  type LayoutChange,
  withColumn,
  withFilterOf,
  withMoved,
  withoutColumn,
} from './layout.ts';
import { focusPart, showColumn } from './part-id.ts';

/** What can be done to the columns of the deck. */
export type ColumnsControl = {
  readonly change: (change: LayoutChange) => void;
  /** Adds a column of a kind that is no room, and makes it the active one. */
  readonly add: (kind: Exclude<DeckColumnKind, 'room'>) => void;
  readonly close: (id: ColumnId) => void;
  /** Opens or closes the column of held comments. */
  readonly toggleHeld: () => void;
  /** Moves a column `step` places, as far as it can; the deck tells where it is now. */
  readonly move: (id: ColumnId, step: number) => void;
  readonly setFilter: (id: ColumnId, filter: FeedFilter | undefined) => void;
  /** Lets everything through again, and closes the filter's fields; answers whether there was anything to clear. */
  readonly clearFilter: (id: ColumnId) => boolean;
  /** Makes a column the active one, with the focus in it and all of it in sight. */
  readonly goTo: (id: ColumnId) => void;
};

const HELD_WIDTH = 340;
const OWN_WIDTH = 360;

export const createColumnsControl = (deps: {
  readonly arrangement: Arrangement;
  readonly widths: ColumnWidths;
  readonly deck: DeckStore;
  readonly topics: Topics;
  readonly bridge: Bridge;
  readonly toasts: Toasts;
  readonly newId: () => string;
}): ColumnsControl => {
  const { arrangement, widths, deck, topics, bridge, toasts } = deps;
  const { change } = arrangement;

  const newColumn = (kind: Exclude<DeckColumnKind, 'room'>): DeckColumn => {
    if (kind === 'held') return { kind, id: HELD_COLUMN };
    const id = `${kind}:${deps.newId()}`;
    return kind === 'journal' ? { kind, id } : { kind, id, rules: highlightRulesSchema.parse({}) };
  };

  const goTo = (id: ColumnId) => {
    deck.setState({ active: id });
    // What was just added is drawn with the next paint.
    requestAnimationFrame(() => {
      focusPart(id, 'feed');
      showColumn(id);
    });
  };

  const add = (kind: Exclude<DeckColumnKind, 'room'>) => {
    const column = newColumn(kind);
    change(withColumn(column));
    const known = topics.values.getState().settings?.columnWidths[column.id];
    if (known === undefined) widths.set(column.id, kind === 'held' ? HELD_WIDTH : OWN_WIDTH);
    goTo(column.id);
    if (kind === 'highlights') deck.setState({ rules: column.id });
  };

  const closeRoom = async (id: ColumnId): Promise<void> => {
    const room = topics.values.getState().rooms?.[id];
    const answer = await bridge.call('room:close', { roomKey: id });
    if (answer.ok) return change(withoutColumn(id));
    toasts.show({
      title: (text) => text.t('failed.close', { room: room?.name ?? id }),
      troubles: [{ where: undefined, error: answer.error }],
      retry: () => void closeRoom(id),
    });
  };

  const close = (id: ColumnId) => {
    if (isRoomColumn(id)) return void closeRoom(id);
    change(withoutColumn(id));
    // A name made up here does not come back; its width would only fill the settings.
    if (id !== HELD_COLUMN) widths.reset(id);
  };

  const setFilter = (id: ColumnId, filter: FeedFilter | undefined) => change(withFilterOf(id, filter));

  return {
    change,
    add,
    close,
    goTo,
    setFilter,
    toggleHeld: () => {
      const state = deck.getState();
      if (heldIsOpen(state)) close(HELD_COLUMN);
      else {
        const { active } = state;
        add('held');
        if (active !== null) deck.setState({ active });
      }
    },
    move: (id, step) => {
      const over = neighbour(deck.getState(), id, step);
      if (over === undefined) return;
      change(withMoved(id, over));
      requestAnimationFrame(() => showColumn(id));
      const { order } = deck.getState();
      deck.setState({ moved: { id, n: order.indexOf(id) + 1, of: order.length } });
    },
    clearFilter: (id) => {
      const state = deck.getState();
      const wasOpen = state.filters.has(id);
      const wasFiltering = filterOf(state.layout, id) !== undefined;
      if (wasFiltering) setFilter(id, undefined);
      if (wasOpen) deck.setState((now) => withFilter(now, id, false), true);
      return (wasOpen || wasFiltering) && columnIn(state.layout, id) !== undefined;
    },
  };
};
