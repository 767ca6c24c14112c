export { ColumnFrame } from './column-frame.tsx';
export { ColumnHead } from './column-head.tsx';
export { ColumnMenu } from './column-menu.tsx';
export type { ColumnWidths } from './column-width.ts';
export type { ColumnsControl } from './columns-control.ts';
export {
  createDeck,
  type DeckState,
  type DeckStore,
  heldIsOpen,
  roomOf,
  stepActive,
  withFilter,
} from './deck.ts';
export { DeckPage } from './deck-page.tsx';
export { FilterButton } from './filter-button.tsx';
export {
  type ColumnId,
  columnIn,
  HELD_COLUMN,
  withNamedFilter,
  withoutNamedFilter,
  withRules,
} from './layout.ts';
export { openDeck } from './open-deck.ts';
export { focusPart, partId, showColumn } from './part-id.ts';
export { RoomOpener } from './room-opener.tsx';
export { useColumnNames } from './use-column-names.ts';
