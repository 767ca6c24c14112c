import type { Room } from '../state/room.ts';
import type { LogEntry } from '../state/room-log.ts';
import type { Faults } from './faults.ts';

/** Repeats and reorders what polls bring, when the faults say so. */
export const createPollFaults = (faults: Faults) => {
  /** A message held back per room and user, to come one answer late. */
  const late = new Map<string, LogEntry>();

  const reorder = (place: string, entries: readonly LogEntry[]): readonly LogEntry[] => {
    const before = late.get(place);
    late.delete(place);
    const isOn = faults.plan().outOfOrder;
    const [first, ...others] = entries;
    // One of a batch is held back, never the only one, so that a quiet room still speaks.
    if (isOn && before === undefined && first !== undefined && first.event === 3 && others.length > 0) {
      late.set(place, first);
      return others;
    }
    return before === undefined ? entries : [...entries, before];
  };

  return (room: Room, userId: string, entries: readonly LogEntry[]): readonly LogEntry[] => {
    const { duplicates, outOfOrder } = faults.plan();
    if (duplicates === 0 && !outOfOrder && late.size === 0) return entries;
    const first = entries[0];
    const repeated = duplicates > 0 && first !== undefined ? room.log.before(first.cursor, duplicates) : [];
    return reorder(`${room.id} ${userId}`, [...repeated, ...entries]);
  };
};
