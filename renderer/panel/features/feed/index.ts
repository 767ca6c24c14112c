export {
  type Choice,
  choosePerson,
  chooseSame,
  chooseUpTo,
  isChosen,
  MOST_CHOSEN,
  noChoice,
  toggleRow,
} from './choice.ts';
export { createFeeds, type FeedStore, type Feeds } from './feeds.ts';
export { isFiltering, noFilter } from './filter.ts';
export { emptyGathering, type Gathered, gather, regathered } from './gathering.ts';
export { type HoldInput, isHeld, isHeldByPointer } from './hold.ts';
export {
  type CrowdCounts,
  commentOf,
  type Dropped,
  type Entry,
  entriesOf,
  type FeedEvent,
  giftsTogether,
  type HighlightReason,
  type Line,
  lastEntry,
} from './lines.ts';
export {
  clippedText,
  isolatedText,
  markedText,
  ROW_TEXT_LIMIT,
  type Stretch,
  tameText,
} from './marked-text.ts';
export { type HiddenState, hiddenState, type Marks } from './marks.ts';
export { nickHue } from './nick-hue.ts';
export {
  choose,
  hold,
  type RoomFeed,
  sawUpTo,
  select,
  setFilter,
  showEarlier,
  toggleOpen,
  togglePeek,
  unseenCount,
} from './room-feed.ts';
export {
  blocksOf,
  entryOfRow,
  hiddenLines,
  indexOfNearest,
  newestRows,
  opens,
  type Row,
  type RowId,
  type RowsInput,
  rowAfterMove,
  rowsOf,
  sameRow,
  selectedRow,
} from './rows.ts';
