import type { FeedItem } from '../../contract/models/feed-item.ts';

/** Whether the service dated an item; the others have the time of this machine, whose clock may differ by anything. */
export const hasServiceTime = (item: FeedItem): boolean =>
  item.kind !== 'gap' && item.kind !== 'counter' && !(item.kind === 'moderation' && item.act === 'recall');
