import type { Room } from '../state/room.ts';
import type { World } from '../world.ts';
import { systemDraft } from './tips.ts';

type CounterMode = 'Set' | 'Increase' | 'Decrease';
type CounterValue = { readonly Key: string; readonly Value: number };

/** "20 keys x int64, key 128 B" (tencent-im D). */
export const maxCounters = 20;

const newValue = (old: number, mode: CounterMode, value: number): number => {
  if (mode === 'Set') return value;
  return mode === 'Increase' ? old + value : old - value;
};

const tell = (world: World, room: Room, type: 0 | 1, changed: readonly CounterValue[]): void => {
  room.counterSeq += 1;
  const info = { Type: type, GroupCounterSeq: room.counterSeq, GroupCounter: changed };
  // Count changes are room messages too, and among the first to be dropped (tencent-im C6); the next one brings the total.
  world.delivery.post(room, 'Lowest', systemDraft(world, room, 6, { GroupCounterInfo: [info] }));
};

/** New totals of the changed counters; undefined when there would be more than 20 of them. */
export const updateCounters = (
  world: World,
  room: Room,
  mode: CounterMode,
  changes: readonly CounterValue[],
): readonly CounterValue[] | undefined => {
  const keys = new Set([...room.counters.keys(), ...changes.map((change) => change.Key)]);
  if (keys.size > maxCounters) return undefined;
  const changed = changes.map(({ Key, Value }) => {
    const total = newValue(room.counters.get(Key) ?? 0, mode, Value);
    room.counters.set(Key, total);
    return { Key, Value: total };
  });
  tell(world, room, 0, changed);
  return changed;
};

export const readCounters = (room: Room, keys: readonly string[]): readonly CounterValue[] => {
  const wanted = keys.length === 0 ? [...room.counters.keys()] : keys;
  return wanted.flatMap((Key) => {
    const Value = room.counters.get(Key);
    return Value === undefined ? [] : [{ Key, Value }];
  });
};

/** Removes the named counters, or all when none is named. */
export const deleteCounters = (world: World, room: Room, keys: readonly string[]): void => {
  const gone = readCounters(room, keys);
  for (const { Key } of gone) room.counters.delete(Key);
  if (gone.length > 0) tell(world, room, 1, gone);
};
