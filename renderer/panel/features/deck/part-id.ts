import type { ColumnId } from './layout.ts';

export type ColumnPart = 'feed' | 'composer' | 'filter' | 'column';

/** The DOM id of a part of a column: where the keys send the focus. */
export const partId = (id: ColumnId, part: ColumnPart): string => `${part}:${encodeURIComponent(id)}`;

export const focusPart = (id: ColumnId, part: ColumnPart): void => {
  const element = document.getElementById(partId(id, part));
  element?.focus({ preventScroll: part === 'feed' });
};

/** Brings a column into sight as a whole, where the deck is wider than the window. */
export const showColumn = (id: ColumnId): void =>
  document.getElementById(partId(id, 'column'))?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
