import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { History } from '../history/history.ts';
import type { FeedHub } from './feed-hub.ts';
import { hasServiceTime } from './service-time.ts';

/**
 * A room's feed from its newest item back to the oldest that is stored: first from memory, then from the history.
 * Memory is in the order of arrival and the history in that of time, so where they meet an item may be in both.
 */
export const createFeedPages = ({
  hub,
  history,
}: {
  readonly hub: Pick<FeedHub, 'recent' | 'find'>;
  readonly history: Pick<History, 'recent' | 'find'>;
}) => ({
  /** Oldest first; with `before`, the page that ends just before that item. */
  recent: (roomKey: RoomKey, limit: number, before?: string): { items: FeedItem[]; more: boolean } => {
    const page = hub.recent(roomKey, limit, before);
    if (page.more) return page;
    // Whether anything is stored before a page that is full, the next one tells.
    if (page.items.length >= limit) return { ...page, more: true };
    const border = page.items.find(hasServiceTime) ?? page.items[0];
    const older = history.recent(roomKey, {
      limit: limit - page.items.length,
      before: border?.id ?? before,
    });
    if (!older.ok) return { ...page, more: true };
    const inMemory = new Set(hub.recent(roomKey, Number.POSITIVE_INFINITY).items.map(({ id }) => id));
    const items = older.value.items.filter(({ id }) => !inMemory.has(id));
    return { items: [...items, ...page.items], more: older.value.more };
  },
  /** An item of a room, in memory or among the newest that are stored. */
  find: (roomKey: RoomKey, itemId: string): FeedItem | undefined => {
    const found = hub.find(roomKey, itemId);
    if (found !== undefined) return found;
    const stored = history.find(roomKey, itemId);
    return stored.ok ? stored.value : undefined;
  },
});
export type FeedPages = ReturnType<typeof createFeedPages>;
