import type { Database } from './database.ts';
import { positionFrom, positionUpTo, secondOf } from './position.ts';

/** Seconds of rooms whose items are remembered: a live room touches one or two, and fifty rooms may be open. */
const SECONDS = 400;

type Second = { readonly ids: Set<string> };

/**
 * Gives out positions, after everything that is already stored of the same second, and knows what is stored twice:
 * the service delivers a message again with the same ID and time. Forget everything when a transaction fails.
 */
export const createPositions = (db: Database) => {
  const next = new Map<number, number>();
  const seconds = new Map<string, Second>();

  const load = (room: number, at: number): Second => {
    const rows = db.all<{ id: string }>(
      'SELECT id FROM items WHERE room = ? AND pos BETWEEN ? AND ?',
      room,
      positionFrom(at),
      positionUpTo(at),
    );
    return { ids: new Set(rows.map((row) => row.id)) };
  };

  const secondIn = (room: number, at: number): Second => {
    const key = `${room} ${secondOf(at)}`;
    const known = seconds.get(key);
    if (known !== undefined) return known;
    const [oldest] = seconds.keys();
    if (seconds.size >= SECONDS && oldest !== undefined) seconds.delete(oldest);
    const made = load(room, at);
    seconds.set(key, made);
    return made;
  };

  const firstFree = (at: number): number => {
    const last = db.get<{ last: number | null }>(
      'SELECT max(pos) AS last FROM items WHERE pos BETWEEN ? AND ?',
      positionFrom(at),
      positionUpTo(at),
    )?.last;
    return last === null || last === undefined ? positionFrom(at) : last + 1;
  };

  return {
    /** The position of a new item; absent where it is already stored. */
    take: (room: number, id: string, at: number): number | undefined => {
      const { ids } = secondIn(room, at);
      if (ids.has(id)) return undefined;
      ids.add(id);
      const second = secondOf(at);
      const pos = next.get(second) ?? firstFree(at);
      next.set(second, pos + 1);
      return pos;
    },
    /** Positions are asked anew in each transaction: another program may have written in between. */
    beginBatch: () => next.clear(),
    forget: () => {
      next.clear();
      seconds.clear();
    },
  };
};
