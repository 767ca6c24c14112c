import type { FeedItem } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import { userRoomId } from './user-rooms.ts';

type Seen = {
  readonly id: number;
  first: number;
  last: number;
  comments: number;
  flag: number;
  hold: number;
  block: number;
  firstItem: string | null;
  firstAt: number | null;
};

const UPSERT = `INSERT INTO user_rooms
    (id, first_seen, last_seen, comments, flagged, held, blocked, first_item, first_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET
    first_seen = min(first_seen, excluded.first_seen),
    last_seen = max(last_seen, excluded.last_seen),
    comments = comments + excluded.comments,
    flagged = flagged + excluded.flagged,
    held = held + excluded.held,
    blocked = blocked + excluded.blocked,
    first_item = iif(first_at IS NULL OR excluded.first_at < first_at, excluded.first_item, first_item),
    first_at = min(coalesce(first_at, excluded.first_at), coalesce(excluded.first_at, first_at))`;

const countComment = (seen: Seen, item: Extract<FeedItem, { kind: 'comment' }>, at: number) => {
  seen.comments += 1;
  if (item.verdict.level !== 'clean') seen[item.verdict.level] += 1;
  if (seen.firstAt !== null && seen.firstAt <= at) return;
  seen.firstAt = at;
  seen.firstItem = item.id;
};

/** Adds up what one batch says of its people, so that each of them is written once a batch and not once a row. */
export const createTally = (db: Database) => {
  const all = new Map<number, Seen>();

  const entry = (id: number, at: number): Seen => {
    const known = all.get(id);
    if (known !== undefined) return known;
    const none = { comments: 0, flag: 0, hold: 0, block: 0, firstItem: null, firstAt: null };
    const made: Seen = { id, first: at, last: at, ...none };
    all.set(id, made);
    return made;
  };

  return {
    add: (user: number, room: number, item: FeedItem) => {
      const at = Math.floor(item.at);
      const seen = entry(userRoomId(user, room), at);
      seen.first = Math.min(seen.first, at);
      seen.last = Math.max(seen.last, at);
      if (item.kind === 'comment') countComment(seen, item, at);
    },
    write: () => {
      for (const seen of all.values()) {
        db.run(
          UPSERT,
          seen.id,
          seen.first,
          seen.last,
          seen.comments,
          seen.flag,
          seen.hold,
          seen.block,
          seen.firstItem,
          seen.firstAt,
        );
      }
    },
  };
};
