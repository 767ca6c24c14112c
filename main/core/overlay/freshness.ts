import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';

/** The service gives whole seconds and networks stall; what comes later than this was fetched after a gap. */
const lateMs = 15_000;

/**
 * Tells live items from those that were fetched after a gap, which belong in the panel and not on the picture. The
 * service's clock and this computer's may differ by anything, so the shortest way seen in a room counts as no delay.
 */
export const createFreshness = () => {
  const shortest = new Map<RoomKey, number>();
  const delayOf = ({ at, receivedAt }: FeedItem) => receivedAt - at;

  return {
    live: (roomKey: RoomKey, items: readonly FeedItem[]): readonly FeedItem[] => {
      const known = shortest.get(roomKey) ?? Number.POSITIVE_INFINITY;
      const least = Math.min(known, ...items.map(delayOf));
      shortest.set(roomKey, least);
      return items.filter((item) => delayOf(item) - least <= lateMs);
    },
  };
};
