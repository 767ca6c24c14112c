import type { JournalEntry } from '../../contract/models/action.ts';
import type { Until } from '../history/journal-events.ts';
import type { RoomBoard } from '../rooms/room-board.ts';

/**
 * Shows in its room what an entry did there, once it is done: the service's own word comes later or not at all. `until`
 * is the end of the mute that came of it, ms since the epoch.
 */
export const showOnBoard = (
  board: Pick<RoomBoard, 'setMuted' | 'update'>,
  entry: JournalEntry,
  until: Until | undefined,
): void => {
  // An undo is told first and then, once more, what it undid.
  if (entry.status !== 'done' || entry.undoneBy !== undefined) return;
  const { action, roomKey } = entry;
  if (action.type === 'mute')
    board.setMuted(roomKey, action.userId, until === 'forever' ? null : (until ?? undefined));
  if (action.type === 'unmute') board.setMuted(roomKey, action.userId, undefined);
  if (action.type === 'mute-all' || action.type === 'unmute-all')
    board.update(roomKey, { muteAll: action.type === 'mute-all' });
};
