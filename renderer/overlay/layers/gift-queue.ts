import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';

/** Somebody's gift, with every repeat of it. */
export type GiftCombo = { readonly items: OverlayItem[] };

const capacity = 20;

export const giftCount = ({ items }: GiftCombo): number =>
  items.reduce((sum, { count }) => sum + (count ?? 1), 0);

/** The same gift from the same person. */
export const isSameGift = ({ items: [first] }: GiftCombo, item: OverlayItem): boolean =>
  first !== undefined && first.userKey === item.userKey && first.text === item.text;

/** Gifts that wait for their card; repeats add up, and when there are too many the smallest is left out. */
export const createGiftQueue = () => {
  let queue: GiftCombo[] = [];

  return {
    push: (item: OverlayItem): void => {
      const same = queue.find((combo) => isSameGift(combo, item));
      if (same) same.items.push(item);
      else queue.push({ items: [item] });
      if (queue.length <= capacity) return;
      const smallest = queue.reduce((least, combo) => (giftCount(combo) < giftCount(least) ? combo : least));
      queue = queue.filter((combo) => combo !== smallest);
    },
    next: (): GiftCombo | undefined => queue.shift(),
    items: (): readonly OverlayItem[] => queue.flatMap(({ items }) => items),
    remove: (matches: (item: OverlayItem) => boolean): void => {
      queue = queue
        .map(({ items }) => ({ items: items.filter((item) => !matches(item)) }))
        .filter(({ items }) => items.length > 0);
    },
    clear: (): void => {
      queue = [];
    },
    size: (): number => queue.length,
  };
};
