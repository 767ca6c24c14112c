import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';

/** Rows come in together this often at most: a box that jumps with each of 40 comments a second cannot be read. */
export const chatBatchMs = 150;

/** What the VJ and the admins say is what the others came for: it is never left out. */
const mustShow = (item: OverlayItem): boolean => item.role !== undefined;

/** The newest `most`, and all that must be shown, in their order. */
const newest = (items: readonly OverlayItem[], most: number): OverlayItem[] => {
  const from = items.length - most;
  return items.filter((item, index) => index >= from || mustShow(item));
};

/** Comments on their way into the chat box. Beyond what can be read, the newest are taken and the rest left out. */
export const createChatQueue = () => {
  let queue: OverlayItem[] = [];
  let budget = 0;
  let last = Number.NEGATIVE_INFINITY;

  return {
    push: (items: readonly OverlayItem[], mostKept: number): void => {
      queue = newest([...queue, ...items], mostKept);
    },
    /** What goes into the box now. `perSecond` 0 = everything. */
    take: (now: number, perSecond: number): readonly OverlayItem[] => {
      if (perSecond === 0) return queue.splice(0);
      budget = Math.min(perSecond, budget + (Math.min(1000, now - last) / 1000) * perSecond);
      last = now;
      const count = Math.floor(budget);
      if (count === 0) return [];
      const taken = newest(queue, count);
      queue = [];
      budget = Math.max(0, budget - taken.length);
      return taken;
    },
    items: (): readonly OverlayItem[] => queue,
    remove: (matches: (item: OverlayItem) => boolean): void => {
      queue = queue.filter((item) => !matches(item));
    },
    size: (): number => queue.length,
  };
};
