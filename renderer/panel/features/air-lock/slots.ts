import type { WaitingItem } from '../../../../main/contract/models/overlay.ts';

export type Slots = readonly (WaitingItem | undefined)[];

/** What waits on any overlay, once each, first to go on air first. */
export const mergeWaiting = (lists: readonly (readonly WaitingItem[])[]): readonly WaitingItem[] => {
  const first = new Map<string, WaitingItem>();
  for (const item of lists.flat()) {
    // A join is a nickname and no words; so many come that they would hide the comments.
    if (item.text === '') continue;
    const known = first.get(item.id);
    if (known === undefined || item.airAt < known.airAt) first.set(item.id, item);
  }
  return [...first.values()].sort((a, b) => a.airAt - b.airAt);
};

/** Keeps everybody where they stand, so that nothing moves under the pointer; newcomers take the free places. */
export const placeInSlots = (before: Slots, items: readonly WaitingItem[], size: number): Slots => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const slots = Array.from({ length: size }, (_, index) => byId.get(before[index]?.id ?? ''));
  const placed = new Set(slots.map((item) => item?.id));
  const newcomers = items.filter(({ id }) => !placed.has(id));
  return slots.map((item) => item ?? newcomers.shift());
};
