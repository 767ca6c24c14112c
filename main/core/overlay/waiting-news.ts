import { WAITING_TOLD, type WaitingItem } from '../../contract/models/overlay.ts';

/** What a window is told of the air locks. */
export type WaitingNews = { readonly items: WaitingItem[]; readonly count: number };

/**
 * What waits in the air locks of all overlays, once each, first to go on air first: those that can be looked at, and
 * how many there are. A join is a nickname and no words; so many come that they would hide the comments.
 */
export const waitingNews = (lists: readonly (readonly WaitingItem[])[]): WaitingNews => {
  const first = new Map<string, WaitingItem>();
  for (const item of lists.flat()) {
    if (item.text === '') continue;
    const known = first.get(item.id);
    if (known === undefined || item.airAt < known.airAt) first.set(item.id, item);
  }
  const all = [...first.values()].sort((a, b) => a.airAt - b.airAt);
  return { items: all.slice(0, WAITING_TOLD), count: all.length };
};
