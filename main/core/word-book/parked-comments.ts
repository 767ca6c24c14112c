import type { Comment, RoomKey } from '../../contract/models/feed-item.ts';

/** Held comments of rooms that are closed: nobody can decide about them until their room is open again. */
export const createParkedComments = () => {
  const byRoom = new Map<RoomKey, readonly Comment[]>();
  return {
    park: (roomKey: RoomKey, comments: readonly Comment[]): void => {
      if (comments.length > 0) byRoom.set(roomKey, comments);
    },
    /** They are parked no longer; none where nothing was. */
    take: (roomKey: RoomKey): readonly Comment[] => {
      const parked = byRoom.get(roomKey) ?? [];
      byRoom.delete(roomKey);
      return parked;
    },
    forget: (which: (roomKey: RoomKey, comment: Comment) => boolean): void => {
      for (const [roomKey, parked] of byRoom) {
        const kept = parked.filter((comment) => !which(roomKey, comment));
        if (kept.length > 0) byRoom.set(roomKey, kept);
        else byRoom.delete(roomKey);
      }
    },
  };
};
