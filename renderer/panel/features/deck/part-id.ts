import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';

export type ColumnPart = 'feed' | 'composer' | 'filter' | 'column';

/** The DOM id of a part of a column: where the keys send the focus. */
export const partId = (roomKey: RoomKey, part: ColumnPart): string =>
  `${part}:${encodeURIComponent(roomKey)}`;

export const focusPart = (roomKey: RoomKey, part: ColumnPart): void => {
  const element = document.getElementById(partId(roomKey, part));
  element?.focus({ preventScroll: part === 'feed' });
};
