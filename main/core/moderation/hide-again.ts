import type { JournalEntry } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { HiddenStore } from '../history/history.ts';
import type { Journal } from '../history/journal.ts';

const hidingTypes = [
  'hide-comment',
  'show-comment',
  'recall',
  'mute',
  'ban',
  'hide-user',
  'show-user',
] as const;

/** Comments that are older than the newest of these are in no feed and on no picture any more. */
const MOST_ENTRIES = 1000;

const apply = (store: HiddenStore, { roomKey, action, at }: JournalEntry): void => {
  switch (action.type) {
    case 'hide-comment':
    case 'show-comment':
    case 'recall':
      store.setItem(roomKey, action.itemId, action.userId, action.type !== 'show-comment');
      return;
    case 'hide-user':
      store.setReach(roomKey, action.userId, null);
      return;
    case 'show-user':
      store.setReach(roomKey, action.userId, undefined);
      return;
    case 'mute':
    case 'ban': {
      const reach = store.reachOf(roomKey, action.userId);
      const before = reach.ok ? reach.value : undefined;
      store.setReach(roomKey, action.userId, before === null ? null : Math.max(before ?? at, at));
      return;
    }
    default:
      return;
  }
};

/**
 * Hides again what the journal says was hidden in a room, oldest first; for a history that was damaged and begun anew,
 * because a comment that a moderator took off must not come back on the picture with it.
 */
export const hideAgain = (journal: Pick<Journal, 'recent'>, store: HiddenStore, roomKey: RoomKey): void => {
  const found = journal.recent(MOST_ENTRIES, { roomKey, types: hidingTypes });
  if (!found.ok) return;
  for (const entry of found.value.toReversed())
    if (entry.undoneBy === undefined && entry.undoes === undefined) apply(store, entry);
};
