import { appError } from '../../../main/contract/app-error.ts';
import type { JournalEntry } from '../../../main/contract/models/action.ts';
import { err, ok } from '../../../main/contract/result.ts';
import { undoRefusals } from '../../../main/core/moderation/texts.ts';
import type { PanicOptions } from '../../../main/core/panic/panic-parts.ts';

/** How a room stands before the panic, and what goes wrong in it. */
export type RoomSetup = {
  readonly key: string;
  readonly muted: boolean;
  /** The console's own picture of the room is out of date. */
  readonly stale: boolean;
  /** The service tells what was before (key holders); else only the console's picture is known (passes). */
  readonly readable: boolean;
  readonly refusesLock: boolean;
};

const refused = appError('refused-by-service', { en: 'Refused.', 'zh-CN': '被拒绝。' });

/** Rooms of a service with a journal that outlives the console, as moderation would drive them. */
export const createServiceDouble = (setups: readonly RoomSetup[]) => {
  const truth = new Map(setups.map(({ key, muted }) => [key, muted]));
  const shown = new Map(setups.map(({ key, muted, stale }) => [key, stale ? !muted : muted]));
  const refusing = new Set(setups.filter((one) => one.refusesLock).map(({ key }) => key));
  const readable = new Set(setups.filter((one) => one.readable).map(({ key }) => key));
  const journal = new Map<string, { entry: JournalEntry; before: boolean | undefined; undone: boolean }>();

  const set = (roomKey: string, type: 'mute-all' | 'unmute-all'): JournalEntry => {
    const before = readable.has(roomKey) ? truth.get(roomKey) : undefined;
    const failed = refusing.has(roomKey);
    const entry: JournalEntry = {
      id: `entry-${journal.size}`,
      at: 0,
      actor: 'vj',
      roomKey,
      roomName: roomKey,
      action: { type },
      reason: 'panic',
      confirmed: false,
      status: failed ? 'failed' : 'done',
      ...(failed ? { error: refused } : {}),
    };
    if (!failed) {
      truth.set(roomKey, type === 'mute-all');
      shown.set(roomKey, type === 'mute-all');
    }
    journal.set(entry.id, { entry, before, undone: false });
    return entry;
  };

  const rooms: PanicOptions['rooms'] = {
    open: () => setups.map(({ key }) => ({ key, name: key, muteAll: shown.get(key) === true })),
    act: async (type, keys) => keys.map((key) => set(key, type)),
    undo: async (entryId) => {
      const found = journal.get(entryId);
      if (found === undefined || found.undone) return err(undoRefusals.undone);
      if (found.entry.status === 'failed') return err(undoRefusals.failed);
      const reversal = set(found.entry.roomKey, found.before === true ? 'mute-all' : 'unmute-all');
      found.undone = reversal.status === 'done';
      return ok([reversal]);
    },
    mutedAllBefore: (entryId) => journal.get(entryId)?.before,
  };

  return {
    rooms,
    muted: (key: string) => truth.get(key) === true,
    /** A moderator decides otherwise while the panic lasts. */
    byHand: (key: string, on: boolean) => void set(key, on ? 'mute-all' : 'unmute-all'),
    undoByHand: (entryId: string) => rooms.undo(entryId),
    refuse: (key: string, on: boolean) => void (on ? refusing.add(key) : refusing.delete(key)),
    /** The service has forgotten a room's state, as a rehearsal does that starts anew. */
    forget: (key: string) => {
      truth.set(key, false);
      shown.set(key, false);
    },
    sent: () => journal.size,
  };
};
