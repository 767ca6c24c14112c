import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { FeedEvent } from '../feed/index.ts';

export type News = ReadonlyMap<RoomKey, { readonly comments: number; readonly held: number }>;

export const noNews: News = new Map();

/** Counts what came in a room since the last announcement. */
export const addNews = (news: News, roomKey: RoomKey, events: readonly FeedEvent[]): News => {
  const comments = events.filter((item) => item.kind === 'comment' && !item.own);
  if (comments.length === 0) return news;
  const held = comments.filter((item) => item.kind === 'comment' && item.verdict.level === 'hold').length;
  const before = news.get(roomKey) ?? { comments: 0, held: 0 };
  return new Map(news).set(roomKey, {
    comments: before.comments + comments.length,
    held: before.held + held,
  });
};
