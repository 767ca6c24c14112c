import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import { type HiddenInRoom, isHidden } from '../history/hidden.ts';
import type { HiddenStore } from '../history/history.ts';
import type { Journal } from '../history/journal.ts';
import type { ScreenTarget } from './gateway.ts';
import { hideAgain } from './hide-again.ts';

const nothingHidden: HiddenInRoom = { itemIds: [], users: {} };

const isEmpty = ({ itemIds, users }: HiddenInRoom) => itemIds.length === 0 && Object.keys(users).length === 0;

/**
 * What is hidden in the open rooms, in memory: asked for every item on its way to the overlays, so that what comes
 * after a "hide all of this user's" never reaches the picture.
 */
export const createHiddenPeople = (store: HiddenStore, journal: Pick<Journal, 'recent'>) => {
  const rooms = new Map<RoomKey, HiddenInRoom>();

  const storedIn = (roomKey: RoomKey): HiddenInRoom => {
    const stored = store.inRoom(roomKey);
    return stored.ok ? stored.value : nothingHidden;
  };

  const inRoom = (roomKey: RoomKey): HiddenInRoom => {
    const known = rooms.get(roomKey);
    if (known !== undefined) return known;
    if (isEmpty(storedIn(roomKey))) hideAgain(journal, store, roomKey);
    const loaded = storedIn(roomKey);
    rooms.set(roomKey, loaded);
    return loaded;
  };

  return {
    inRoom,
    hide: (roomKey: RoomKey, target: ScreenTarget) => {
      const { itemIds, users } = inRoom(roomKey);
      rooms.set(
        roomKey,
        'itemIds' in target
          ? { itemIds: [...new Set([...itemIds, ...target.itemIds])], users }
          : { itemIds, users: { ...users, [target.userId]: target.upTo } },
      );
    },
    show: (
      roomKey: RoomKey,
      target: { readonly itemIds: readonly string[] } | { readonly userId: string },
    ) => {
      const { itemIds, users } = inRoom(roomKey);
      if ('itemIds' in target) {
        rooms.set(roomKey, { itemIds: itemIds.filter((id) => !target.itemIds.includes(id)), users });
        return;
      }
      const { [target.userId]: _shown, ...others } = users;
      rooms.set(roomKey, { itemIds, users: others });
    },
    /** The items that may be seen. */
    visible: (roomKey: RoomKey, items: readonly FeedItem[]): readonly FeedItem[] => {
      const hidden = inRoom(roomKey);
      if (isEmpty(hidden)) return items;
      return items.filter((item) => !isHidden(hidden, item));
    },
    forget: (roomKey: RoomKey) => rooms.delete(roomKey),
  };
};
