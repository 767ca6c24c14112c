import type { ActionType, JournalEntry } from '../../../../main/contract/models/action.ts';
import type { Comment } from '../../../../main/contract/models/feed-item.ts';
import type { Entries } from './entries.ts';

/** What lifts what, by hand and not by undo: the entry below it cannot be undone any more. */
const lifts: { readonly [T in ActionType]?: readonly ActionType[] } = {
  unmute: ['mute'],
  unban: ['ban'],
  'show-comment': ['hide-comment', 'recall'],
  'show-user': ['hide-user', 'mute', 'ban'],
};

const isAbout = ({ action }: JournalEntry, { id, person }: Comment): boolean => {
  if ('itemId' in action) return action.itemId === id;
  return 'userId' in action && action.userId === person.userId;
};

/** A mute or ban hides what was said before it, also one that the service refused. Other hiding fails only unrecorded. */
const hid = ({ action, at, status, undoes }: JournalEntry, { receivedAt }: Comment): boolean => {
  switch (action.type) {
    case 'hide-comment':
    case 'hide-user':
      return status !== 'failed';
    case 'recall':
      return true;
    case 'mute':
    case 'ban':
      return undoes === undefined && receivedAt <= at;
    default:
      return false;
  }
};

/** The newest entry that took a comment off the screen and still stands. */
export const entryThatHid = (
  entries: Entries,
  roomKey: string,
  comment: Comment,
): JournalEntry | undefined => {
  const lifted = new Set<ActionType>();
  for (const entry of entries) {
    if (entry.roomKey !== roomKey || entry.undoneBy !== undefined || !isAbout(entry, comment)) continue;
    if (hid(entry, comment) && !lifted.has(entry.action.type)) return entry;
    const stands = entry.status !== 'failed' && entry.undoes === undefined;
    for (const type of stands ? (lifts[entry.action.type] ?? []) : []) lifted.add(type);
  }
  return undefined;
};
