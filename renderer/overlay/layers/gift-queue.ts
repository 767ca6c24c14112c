import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { createEntryQueue, type Entry } from './entry-queue.ts';

/** Somebody's gift, with every repeat of it. */
export type GiftCombo = Entry;

const capacity = 20;

export const giftCount = ({ items }: GiftCombo): number =>
  items.reduce((sum, { count }) => sum + (count ?? 1), 0);

/** The same gift from the same person. */
export const isSameGift = ({ items: [first] }: GiftCombo, item: OverlayItem): boolean =>
  first !== undefined && first.userKey === item.userKey && first.text === item.text;

/** Gifts of one combo that are remembered one by one, for a purge. */
const mostInCombo = 200;

/** Counts a repeat in; whoever sends on and on is one person, so the newest of many may stand for several. */
export const countIn = ({ items }: GiftCombo, item: OverlayItem): void => {
  const last = items.length < mostInCombo ? undefined : items.pop();
  items.push(last === undefined ? item : { ...item, count: (last.count ?? 1) + (item.count ?? 1) });
};

/** Gifts that wait for their card; repeats add up, and when there are too many the smallest is left out. */
export const createGiftQueue = () => {
  const queue = createEntryQueue<GiftCombo>();

  return {
    ...queue,
    push: (item: OverlayItem): void => {
      const same = queue.find((combo) => isSameGift(combo, item));
      if (same) countIn(same, item);
      else queue.push({ items: [item] });
      if (queue.size() <= capacity) return;
      queue.drop(queue.all().reduce((least, combo) => (giftCount(combo) < giftCount(least) ? combo : least)));
    },
    next: (): GiftCombo | undefined => {
      const [first] = queue.all();
      queue.drop(first);
      return first;
    },
  };
};
