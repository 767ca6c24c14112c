import type { AppError } from '../../contract/app-error.ts';
import type { JournalEntry } from '../../contract/models/action.ts';
import type { PanicRoom } from '../../contract/models/panic.ts';
import { undoRefusals } from '../moderation/texts.ts';
import type { PanicRooms } from './panic-parts.ts';

/** Somebody has decided otherwise meanwhile, or nothing was changed: there is nothing to take back. */
const nothingLeft: readonly AppError[] = [undoRefusals.undone, undoRefusals.replaced, undoRefusals.failed];

const failureOf = (entries: readonly JournalEntry[]): AppError | undefined =>
  entries.find(({ status }) => status === 'failed')?.error;

/** Lets a room speak again as it did before the panic; answers what stood in the way. */
export const releaseRoom = async (rooms: PanicRooms, room: PanicRoom): Promise<AppError | undefined> => {
  const { roomKey, entryId, state } = room;
  // The entry's undo leads back to before the panic, but not where a crash or an earlier try came between.
  const direct = state === 'still-locked' || entryId === '' || rooms.mutedAllBefore(entryId) === true;
  if (direct) return failureOf(await rooms.act('unmute-all', [roomKey]));
  const undone = await rooms.undo(entryId);
  if (undone.ok) return failureOf(undone.value);
  return nothingLeft.includes(undone.error) ? undefined : undone.error;
};
