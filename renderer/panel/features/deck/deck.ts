import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeckColumn, DeckLayout } from '../../../../main/contract/models/deck.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { type ColumnId, columnIn, emptyLayout, HELD_COLUMN } from './layout.ts';

/** Which columns stand on the deck, in what order, and which one the keys act on. */
export type DeckState = {
  /** As it is kept, with rooms that are not open now. */
  readonly layout: DeckLayout;
  /** The rooms that are open. */
  readonly rooms: readonly RoomKey[];
  /** The columns that are shown, from left to right. */
  readonly order: readonly ColumnId[];
  readonly active: ColumnId | null;
  /** Columns whose filter field is open. */
  readonly filters: ReadonlySet<ColumnId>;
  /** The column whose notice form is open. */
  readonly notice: RoomKey | null;
  /** The column of highlights whose form is open. */
  readonly rules: ColumnId | null;
  /** Whether the choice of a further column is open. */
  readonly adding: boolean;
  /** Whether the card is drawn over a window that is too narrow for it. */
  readonly card: boolean;
  /** How often somebody wanted the card in that very moment, to write in it. */
  readonly cardCalls: number;
  /** The column that a key moved last, and its place from 1. */
  readonly moved: { readonly id: ColumnId; readonly n: number; readonly of: number } | null;
};

export type DeckStore = StoreApi<DeckState>;

export const emptyDeck: DeckState = {
  layout: emptyLayout,
  rooms: [],
  order: [],
  active: null,
  filters: new Set(),
  notice: null,
  rules: null,
  adding: false,
  card: false,
  cardCalls: 0,
  moved: null,
};

const isShown = (column: DeckColumn, rooms: readonly RoomKey[]): boolean =>
  column.kind !== 'room' || rooms.includes(column.id);

const sameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** What stands where the active column stood, once that is gone. */
const heirOf = (deck: DeckState, order: readonly ColumnId[]): ColumnId | null => {
  if (deck.active !== null && order.includes(deck.active)) return deck.active;
  const at = deck.active === null ? 0 : Math.max(0, deck.order.indexOf(deck.active));
  return order[Math.min(at, order.length - 1)] ?? null;
};

/** Shows a layout with the rooms that are open now. */
export const arranged = (deck: DeckState, layout: DeckLayout, rooms: readonly RoomKey[]): DeckState => {
  const fresh = layout.columns.filter((column) => isShown(column, rooms)).map((column) => column.id);
  const order = sameOrder(fresh, deck.order) ? deck.order : fresh;
  const active = heirOf(deck, order);
  const same = order === deck.order && active === deck.active && layout === deck.layout;
  return same && sameOrder(rooms, deck.rooms) ? deck : { ...deck, layout, rooms, order, active };
};

export const heldIsOpen = (deck: DeckState): boolean => columnIn(deck.layout, HELD_COLUMN) !== undefined;

/** The column `step` places from the active one; the ends do not wrap, so that a held key comes to rest. */
export const stepActive = (deck: DeckState, step: number): DeckState => {
  const at = deck.active === null ? 0 : deck.order.indexOf(deck.active);
  const active = deck.order[Math.max(0, Math.min(deck.order.length - 1, at + step))] ?? null;
  return active === deck.active ? deck : { ...deck, active };
};

/** The column beside this one, `step` places away among those that are shown. */
export const neighbour = (deck: DeckState, id: ColumnId, step: number): ColumnId | undefined => {
  const at = deck.order.indexOf(id);
  return at < 0 ? undefined : deck.order[at + step];
};

export const withFilter = (deck: DeckState, id: ColumnId, open: boolean): DeckState => {
  if (deck.filters.has(id) === open) return deck;
  const filters = new Set(deck.filters);
  if (open) filters.add(id);
  else filters.delete(id);
  return { ...deck, filters };
};

export const isRoomColumn = (id: ColumnId | null): id is RoomKey => id?.includes('/') === true;

/** The room that a command of a room means: the active column's, else the first that is shown. */
export const roomOf = (deck: DeckState): RoomKey | undefined =>
  isRoomColumn(deck.active) ? deck.active : deck.order.find(isRoomColumn);

export const createDeck = (): DeckStore => createStore<DeckState>(() => emptyDeck);
