import type { Comment, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { sliceList } from './chunked-list.ts';
import { commentOf, type Entry, entriesOf } from './lines.ts';
import type { RoomFeed } from './room-feed.ts';

/** One comment of a person, with the room it was said in. */
export type Said = { readonly roomKey: RoomKey; readonly entry: Entry; readonly comment: Comment };

/** All that a person said in these rooms, newest first, as far as it is in memory. */
export const commentsBy = (feeds: readonly RoomFeed[], userId: string): readonly Said[] => {
  const found: Said[] = [];
  for (const { roomKey, lines } of feeds) {
    for (const line of sliceList(lines.list, 0)) {
      for (const entry of entriesOf(line)) {
        const comment = commentOf(entry);
        if (comment?.person.userId === userId) found.push({ roomKey, entry, comment });
      }
    }
  }
  return found.sort((a, b) => b.comment.at - a.comment.at);
};
