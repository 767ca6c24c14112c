import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';

/** Rows come in together this often at most: a box that jumps with each of 40 comments a second cannot be read. */
export const chatBatchMs = 150;

/** Comments on their way into the chat box. Beyond what can be read, the newest are taken and the rest left out. */
export const createChatQueue = () => {
  let queue: OverlayItem[] = [];
  let budget = 0;
  let last = Number.NEGATIVE_INFINITY;

  return {
    push: (items: readonly OverlayItem[], mostKept: number): void => {
      queue = [...queue, ...items].slice(-mostKept);
    },
    /** What goes into the box now. `perSecond` 0 = everything. */
    take: (now: number, perSecond: number): readonly OverlayItem[] => {
      if (perSecond === 0) return queue.splice(0);
      budget = Math.min(perSecond, budget + (Math.min(1000, now - last) / 1000) * perSecond);
      last = now;
      const count = Math.floor(budget);
      if (count === 0) return [];
      const taken = queue.slice(-count);
      queue = [];
      budget -= taken.length;
      return taken;
    },
    items: (): readonly OverlayItem[] => queue,
    remove: (matches: (item: OverlayItem) => boolean): void => {
      queue = queue.filter((item) => !matches(item));
    },
    size: (): number => queue.length,
  };
};
