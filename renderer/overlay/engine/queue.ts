import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';

/** One comment on its way onto the picture, with those that said the same meanwhile. */
export type Queued = { readonly items: OverlayItem[]; readonly since: number };

/** After this a comment would come out of the blue; it is left to the chat box. */
const patienceMs = 1800;
/** In a raid only the newest have a chance to be shown before they are stale. */
const capacity = 60;

/** Comments that wait for a lane. The same words by several people wait as one, and are counted. */
export const createFlyQueue = () => {
  let queue: Queued[] = [];
  const keyOf = ({ text }: OverlayItem) => text.trim().toLowerCase();

  return {
    push: (item: OverlayItem, now: number): void => {
      const same = queue.find(({ items: [first] }) => first && keyOf(first) === keyOf(item));
      if (same) same.items.push(item);
      else queue.push({ items: [item], since: now });
      if (queue.length > capacity) queue.shift();
    },
    /** The one that has waited longest and is still fresh. */
    next: (now: number): Queued | undefined => {
      while (queue[0] && now - queue[0].since > patienceMs) queue.shift();
      return queue[0];
    },
    shift: (): void => {
      queue.shift();
    },
    items: (): readonly OverlayItem[] => queue.flatMap(({ items }) => items),
    /** Takes out whatever a match had part in. */
    remove: (matches: (item: OverlayItem) => boolean): void => {
      queue = queue.filter(({ items }) => !items.some(matches));
    },
    size: (): number => queue.length,
  };
};
