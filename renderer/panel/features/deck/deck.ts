import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';

/** The column of held comments stands beside the rooms; no room key looks like its name. */
export const HELD_COLUMN = 'held';

/** A room's column, or the one of held comments. */
export type ColumnId = RoomKey | typeof HELD_COLUMN;

/** Which columns stand on the deck, in what order, and which one the keys act on. */
export type DeckState = {
  readonly order: readonly RoomKey[];
  readonly active: ColumnId | null;
  readonly heldOpen: boolean;
  /** Columns whose filter field is open. */
  readonly filters: ReadonlySet<RoomKey>;
  /** The column whose notice form is open. */
  readonly notice: RoomKey | null;
  /** Whether the card is drawn over a window that is too narrow for it. */
  readonly card: boolean;
};

export type DeckStore = StoreApi<DeckState>;

export const emptyDeck: DeckState = {
  order: [],
  active: null,
  heldOpen: false,
  filters: new Set(),
  notice: null,
  card: false,
};

/** Follows the rooms that are open: new ones stand at the right, closed ones go. */
export const withRooms = (deck: DeckState, rooms: readonly RoomKey[]): DeckState => {
  const kept = deck.order.filter((key) => rooms.includes(key));
  const order = [...kept, ...rooms.filter((key) => !kept.includes(key))];
  const same = order.length === deck.order.length && order.every((key, index) => key === deck.order[index]);
  const stays = deck.active !== null && (order.includes(deck.active) || deck.active === HELD_COLUMN);
  const active = stays ? deck.active : (order[0] ?? null);
  return same && active === deck.active ? deck : { ...deck, order, active };
};

/** All columns from left to right. */
export const columnsOf = (deck: DeckState): readonly ColumnId[] =>
  deck.heldOpen ? [...deck.order, HELD_COLUMN] : deck.order;

/** Opens or closes the column of held comments. */
export const withHeld = (deck: DeckState, open: boolean): DeckState => {
  if (open === deck.heldOpen) return deck;
  const active = deck.active === HELD_COLUMN && !open ? (deck.order[0] ?? null) : deck.active;
  return { ...deck, heldOpen: open, active };
};

/** The column `step` places from the active one; the ends do not wrap, so that a held key comes to rest. */
export const stepActive = (deck: DeckState, step: number): DeckState => {
  const columns = columnsOf(deck);
  const at = deck.active === null ? 0 : columns.indexOf(deck.active);
  const active = columns[Math.max(0, Math.min(columns.length - 1, at + step))] ?? null;
  return active === deck.active ? deck : { ...deck, active };
};

/** Moves a column by `step` places. */
export const moveColumn = (deck: DeckState, room: RoomKey, step: number): DeckState => {
  const from = deck.order.indexOf(room);
  const to = Math.max(0, Math.min(deck.order.length - 1, from + step));
  if (from < 0 || from === to) return deck;
  const order = deck.order.filter((key) => key !== room);
  return { ...deck, order: [...order.slice(0, to), room, ...order.slice(to)] };
};

export const withFilter = (deck: DeckState, room: RoomKey, open: boolean): DeckState => {
  const filters = new Set(deck.filters);
  if (open) filters.add(room);
  else filters.delete(room);
  return { ...deck, filters };
};

export const createDeck = (): DeckStore => createStore<DeckState>(() => emptyDeck);
