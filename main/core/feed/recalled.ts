import type { FeedItem } from '../../contract/models/feed-item.ts';

/** IDs of the comments that these items say were recalled: here, at another desk or in the vendor's console. */
export const recalledIn = (items: readonly FeedItem[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'moderation' && item.act === 'recall' ? (item.itemIds ?? []) : []));
