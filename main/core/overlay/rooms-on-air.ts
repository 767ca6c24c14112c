import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { OverlayPurge } from '../../contract/overlay-protocol.ts';
import type { Draft } from './display-item.ts';

/** Whose items one overlay's pages may have on the picture, and what takes those of a room off that it shows no more. */
export const createRoomsOnAir = (orderFor: (room: string) => OverlayPurge) => {
  const shown = new Map<RoomKey, string>();
  const left = new Map<RoomKey, OverlayPurge>();

  return {
    note: ({ roomKey, item }: Draft): void => {
      if (item.room !== undefined) shown.set(roomKey, item.room);
    },
    /** The orders for the rooms that are shown no more. */
    leave: (isShown: (roomKey: RoomKey) => boolean): readonly OverlayPurge[] =>
      [...shown]
        .filter(([roomKey]) => !isShown(roomKey))
        .map(([roomKey, room]) => {
          const order = orderFor(room);
          shown.delete(roomKey);
          left.set(roomKey, order);
          return order;
        }),
    /** For a page that was away meanwhile. */
    left: (): readonly OverlayPurge[] => [...left.values()],
  };
};
export type RoomsOnAir = ReturnType<typeof createRoomsOnAir>;
