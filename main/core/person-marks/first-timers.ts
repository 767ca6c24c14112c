import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { History } from '../history/history.ts';
import type { Clock } from '../ports.ts';
import type { Publish } from '../state/mirror.ts';

type Asked = { readonly userId: string; readonly itemId: string };

/** How long comments are gathered before the history is asked, ms: the mark may come a moment after the comment. */
const GATHER_MS = 250;
/** People asked about in one go: about 2 ms. */
const BATCH = 100;
/** People of a room remembered as no newcomers; after that they are asked about again. */
const REMEMBERED = 20_000;
/** A room that waits longer than this many comments is only asked about the newest. */
const MOST_WAITING = 5_000;

/** Finds the comments that are somebody's first in a room, beside the feed and never in its way. */
export const createFirstTimers = (deps: {
  readonly history: Pick<History, 'firstComments'>;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly publish: Publish;
}) => {
  const { history, clock, publish } = deps;
  const waiting = new Map<RoomKey, Asked[]>();
  const regulars = new Map<RoomKey, Set<string>>();
  let timer: NodeJS.Timeout | undefined;

  const firstOf = (roomKey: RoomKey, asked: readonly Asked[]): string[] => {
    const first = history.firstComments(
      roomKey,
      asked.map(({ userId }) => userId),
    );
    if (!first.ok) return [];
    return asked
      .filter(({ userId, itemId }) => first.value.get(userId) === itemId)
      .map(({ itemId }) => itemId);
  };

  const ask = () => {
    timer = undefined;
    for (const [roomKey, all] of waiting) {
      const itemIds = firstOf(roomKey, all.splice(0, BATCH));
      if (all.length === 0) waiting.delete(roomKey);
      if (itemIds.length > 0) publish('feed:marks', { roomKey, firstTime: itemIds });
    }
    if (waiting.size > 0) timer = clock.setTimeout(ask, 0);
  };

  const askedOf = (items: readonly FeedItem[]): Asked[] =>
    items.flatMap((item) =>
      item.kind === 'comment' && !item.own ? [{ userId: item.person.userId, itemId: item.id }] : [],
    );

  const known = (roomKey: RoomKey): Set<string> => {
    const found = regulars.get(roomKey);
    if (found !== undefined && found.size < REMEMBERED) return found;
    const made = new Set<string>();
    regulars.set(roomKey, made);
    return made;
  };

  return {
    take: (roomKey: RoomKey, items: readonly FeedItem[]) => {
      const people = known(roomKey);
      const fresh = askedOf(items).filter(({ userId }) => {
        if (people.has(userId)) return false;
        people.add(userId);
        return true;
      });
      if (fresh.length === 0) return;
      waiting.set(roomKey, [...(waiting.get(roomKey) ?? []), ...fresh].slice(-MOST_WAITING));
      timer ??= clock.setTimeout(ask, GATHER_MS);
    },
    /** Which of these are first comments, for a window that opens or comes back. */
    among: (roomKey: RoomKey, items: readonly FeedItem[]): string[] => firstOf(roomKey, askedOf(items)),
    /** Whoever was forgotten is a newcomer again. */
    forgetPeople: () => regulars.clear(),
    dispose: () => {
      if (timer !== undefined) clock.clearTimeout(timer);
      waiting.clear();
    },
  };
};
export type FirstTimers = ReturnType<typeof createFirstTimers>;
