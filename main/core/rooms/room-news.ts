import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { RoomBoard } from './room-board.ts';

type News = Extract<FeedItem, { kind: 'moderation' }>;

const takeMute = (board: RoomBoard, roomKey: RoomKey, item: News) => {
  const until = item.act === 'mute' ? item.receivedAt + (item.seconds ?? 0) * 1000 : undefined;
  for (const { userId } of item.targets) board.setMuted(roomKey, userId, until);
};

/** What the service tells a room about itself changes what the board shows: the SDK's own copy stays old (sdk-wire 7.3). */
export const takeRoomNews = (board: RoomBoard, roomKey: RoomKey, items: readonly FeedItem[]): void => {
  for (const item of items) {
    if (item.kind === 'room-changed' && item.name) board.update(roomKey, { name: item.name });
    if (item.kind !== 'moderation') continue;
    if (item.act === 'mute-all' || item.act === 'unmute-all')
      board.update(roomKey, { muteAll: item.act === 'mute-all' });
    if (item.act === 'mute' || item.act === 'unmute') takeMute(board, roomKey, item);
  }
};
