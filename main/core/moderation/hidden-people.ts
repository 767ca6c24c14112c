import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import { type HiddenInRoom, isHidden, MOST_HIDDEN } from '../history/hidden.ts';
import type { HiddenStore } from '../history/history.ts';
import type { Journal } from '../history/journal.ts';
import type { ScreenTarget } from './gateway.ts';
import { hideAgain } from './hide-again.ts';

const nothingHidden: HiddenInRoom = { itemIds: [], users: {} };

const isEmpty = ({ itemIds, users }: HiddenInRoom) => itemIds.length === 0 && Object.keys(users).length === 0;

type Known = { readonly itemIds: Set<string>; readonly users: Map<string, number | null> };

/**
 * What is hidden in the open rooms, in memory: asked for every item on its way to the overlays, so that what comes
 * after a "hide all of this user's" never reaches the picture.
 */
export const createHiddenPeople = (store: HiddenStore, journal: Pick<Journal, 'recent'>) => {
  const rooms = new Map<RoomKey, Known>();

  const storedIn = (roomKey: RoomKey): HiddenInRoom => {
    const stored = store.inRoom(roomKey);
    return stored.ok ? stored.value : nothingHidden;
  };

  const knownIn = (roomKey: RoomKey): Known => {
    const known = rooms.get(roomKey);
    if (known !== undefined) return known;
    if (isEmpty(storedIn(roomKey))) hideAgain(journal, store, roomKey);
    const { itemIds, users } = storedIn(roomKey);
    const loaded = { itemIds: new Set(itemIds), users: new Map(Object.entries(users)) };
    rooms.set(roomKey, loaded);
    return loaded;
  };

  const addItems = (known: Set<string>, ids: readonly string[]) => {
    for (const id of ids) known.add(id);
    for (const oldest of known) {
      if (known.size <= MOST_HIDDEN) return;
      known.delete(oldest);
    }
  };

  return {
    inRoom: (roomKey: RoomKey): HiddenInRoom => {
      const { itemIds, users } = knownIn(roomKey);
      return { itemIds: [...itemIds], users: Object.fromEntries(users) };
    },
    hide: (roomKey: RoomKey, target: ScreenTarget) => {
      const known = knownIn(roomKey);
      if ('itemIds' in target) addItems(known.itemIds, target.itemIds);
      else known.users.set(target.userId, target.upTo);
    },
    show: (
      roomKey: RoomKey,
      target: { readonly itemIds: readonly string[] } | { readonly userId: string },
    ) => {
      const known = knownIn(roomKey);
      if ('userId' in target) known.users.delete(target.userId);
      else for (const id of target.itemIds) known.itemIds.delete(id);
    },
    /** The items that may be seen. */
    visible: (roomKey: RoomKey, items: readonly FeedItem[]): readonly FeedItem[] => {
      const hidden = knownIn(roomKey);
      if (hidden.itemIds.size === 0 && hidden.users.size === 0) return items;
      return items.filter((item) => !isHidden(hidden, item));
    },
    forget: (roomKey: RoomKey) => rooms.delete(roomKey),
  };
};
