import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import { hasServiceTime } from '../feed/service-time.ts';

/** The service gives whole seconds and networks stall; what comes later than this was fetched after a gap. */
const lateMs = 15_000;

/**
 * What was fetched after a gap comes at once, or is ever less late until it has caught up. A delay that stays the same
 * for this long, give or take {@link sameMs}, is a clock that was set.
 */
const steadyMs = 2_000;
const sameMs = 2_500;

/** A delay that may be the new normal: its least value, and when an item first came with it. */
type Candidate = { readonly delay: number; readonly since: number };
type Known = { readonly least: number; readonly candidate: Candidate | undefined };

const delayOf = ({ at, receivedAt }: FeedItem) => receivedAt - at;

const afterItem = (known: Known, item: FeedItem): Known => {
  const delay = delayOf(item);
  if (delay - known.least <= lateMs) return { least: Math.min(known.least, delay), candidate: undefined };
  const { candidate } = known;
  if (candidate === undefined || Math.abs(delay - candidate.delay) > sameMs)
    return { ...known, candidate: { delay, since: item.receivedAt } };
  if (item.receivedAt - candidate.since >= steadyMs) return { least: delay, candidate: undefined };
  return known;
};

/**
 * Tells live items from those that were fetched after a gap, which belong in the panel and not on the picture. The
 * service's clock and this computer's may differ by anything, so the shortest way seen in a room counts as no delay;
 * when one of the clocks is set meanwhile, the overlay goes on after {@link steadyMs}.
 */
export const createFreshness = () => {
  const rooms = new Map<RoomKey, Known>();

  return {
    live: (roomKey: RoomKey, brought: readonly FeedItem[]): readonly FeedItem[] => {
      // What was said before we came is never live, and says nothing of the way that live items take; nor does what this
      // machine dated, none of which is for the picture.
      const items = brought.filter((item) => item.past !== true && hasServiceTime(item));
      if (items.length === 0) return items;
      let known = rooms.get(roomKey) ?? { least: Number.POSITIVE_INFINITY, candidate: undefined };
      // The shortest way of the whole batch first: in a batch after a gap the old items come before the live ones.
      const least = Math.min(known.least, ...items.map(delayOf));
      known = { ...known, least };
      const live = items.filter((item) => {
        known = afterItem(known, item);
        return delayOf(item) - known.least <= lateMs;
      });
      rooms.set(roomKey, known);
      return live;
    },
  };
};
