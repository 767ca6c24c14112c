export {
  createDeck,
  type DeckState,
  type DeckStore,
  HELD_COLUMN,
  stepActive,
  withFilter,
  withHeld,
  withRooms,
} from './deck.ts';
export { DeckPage } from './deck-page.tsx';
export { focusPart, partId } from './part-id.ts';
export { RoomOpener } from './room-opener.tsx';
