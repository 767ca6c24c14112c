import type { RoomKey } from '../../contract/models/feed-item.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Journal } from '../history/journal.ts';
import type { EntryState } from '../history/journal-fold.ts';
import { secondsLeft } from './seconds.ts';

/** A mute or ban in force, as far as this console's journal knows. */
export type Sanction = {
  readonly kind: 'mute' | 'ban';
  readonly roomKey: RoomKey;
  readonly userId: string;
  /** ms since the epoch; `null` = for ever. */
  readonly until: number | null;
  readonly entryId: string;
};

/** How often a user was acted against; what was undone does not count. */
export type Strikes = {
  readonly mutes: number;
  readonly bans: number;
  readonly hides: number;
  readonly recalls: number;
  readonly warnings: number;
};

const sanctionOf = ({ entry, until }: EntryState, now: number): Sanction[] => {
  const { action, roomKey, id } = entry;
  if (action.type !== 'mute' && action.type !== 'ban') return [];
  if (until === undefined || secondsLeft(until, now) === undefined) return [];
  const end = until === 'forever' ? null : until;
  return [{ kind: action.type, roomKey, userId: action.userId, until: end, entryId: id }];
};

const PAIRS = [
  ['mute', 'unmute'],
  ['ban', 'unban'],
] as const;

/** Reads from the journal what is in force and what has been. */
export const createStanding = (journal: Journal, now: () => number) => {
  const inForce = (whose: Parameters<Journal['latestDone']>[0]): Result<Sanction[]> => {
    const all: Sanction[] = [];
    for (const types of PAIRS) {
      const latest = journal.latestDone(whose, types);
      if (!latest.ok) return latest;
      all.push(...latest.value.flatMap((state) => sanctionOf(state, now())));
    }
    return ok(all);
  };

  return {
    inForceInRoom: (roomKey: RoomKey): Result<Sanction[]> => inForce({ roomKey }),
    inForceOn: (app: number, userId: string): Result<Sanction[]> => inForce({ app, userId }),
    strikes: (app: number, userId: string): Result<Strikes> => {
      const counts = journal.countByType(app, userId);
      if (!counts.ok) return counts;
      const of = (...types: string[]) => types.reduce((sum, type) => sum + (counts.value.get(type) ?? 0), 0);
      return ok({
        mutes: of('mute'),
        bans: of('ban'),
        hides: of('hide-comment', 'hide-user'),
        recalls: of('recall'),
        warnings: of('warn'),
      });
    },
  };
};
