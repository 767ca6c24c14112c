import type { WaitingItem } from '../../../../main/contract/models/overlay.ts';

export type Slots = readonly (WaitingItem | undefined)[];

/** Keeps everybody where they stand, so that nothing moves under the pointer; newcomers take the free places. */
export const placeInSlots = (before: Slots, items: readonly WaitingItem[], size: number): Slots => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const slots = Array.from({ length: size }, (_, index) => byId.get(before[index]?.id ?? ''));
  const placed = new Set(slots.map((item) => item?.id));
  const newcomers = items.filter(({ id }) => !placed.has(id));
  return slots.map((item) => item ?? newcomers.shift());
};
