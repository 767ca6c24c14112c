import type { OverlayItem, OverlayPurge } from '../../../main/contract/overlay-protocol.ts';

export type Matcher = (item: OverlayItem) => boolean;

/** More than the server remembers (2000), so that one greeting never pushes out its own contents. */
const capacity = 4000;

export const matcherOf = (purge: OverlayPurge): Matcher => {
  const ids = new Set(purge.ids);
  return (item) =>
    (ids.has(item.id) && (item.kind !== 'pin' || item.seq <= purge.upTo)) ||
    (item.seq <= purge.upTo &&
      (purge.all === true ||
        (purge.userKey !== undefined && item.userKey === purge.userKey) ||
        (purge.room !== undefined && item.room === purge.room)));
};

export type Ledger = ReturnType<typeof createLedger>;

/**
 * The page's own memory of what was purged, so that no frame which was late, repeated or overtaken brings it back. It
 * is bounded: where an old purge is forgotten, everything of its time is refused from then on.
 */
export const createLedger = () => {
  const purges: OverlayPurge[] = [];
  const ids = new Map<string, number>();
  const users = new Map<string, number>();
  const rooms = new Map<string, number>();
  let floor = 0;

  const forgetOldest = () => {
    const oldest = purges.shift();
    if (!oldest) return;
    floor = Math.max(floor, oldest.upTo);
    // What a later purge named again stays remembered for its sake.
    for (const id of oldest.ids ?? []) if (ids.get(id) === oldest.upTo) ids.delete(id);
    if (oldest.userKey && users.get(oldest.userKey) === oldest.upTo) users.delete(oldest.userKey);
    if (oldest.room && rooms.get(oldest.room) === oldest.upTo) rooms.delete(oldest.room);
  };

  /** A comment that was purged never comes back by itself; it may be pinned afterwards, by a person. */
  const isPurgedById = ({ id, kind, seq }: OverlayItem) =>
    kind === 'pin' ? seq <= (ids.get(id) ?? 0) : ids.has(id);

  return {
    /** Forgets everything: another run of the server has other ids and numbers. */
    reset: () => {
      purges.length = 0;
      ids.clear();
      users.clear();
      rooms.clear();
      floor = 0;
    },
    raiseFloor: (seq: number) => {
      floor = Math.max(floor, seq);
    },
    note: (purge: OverlayPurge) => {
      if (purge.all) floor = Math.max(floor, purge.upTo);
      for (const id of purge.ids ?? []) ids.set(id, Math.max(purge.upTo, ids.get(id) ?? 0));
      if (purge.userKey) users.set(purge.userKey, Math.max(purge.upTo, users.get(purge.userKey) ?? 0));
      if (purge.room) rooms.set(purge.room, Math.max(purge.upTo, rooms.get(purge.room) ?? 0));
      purges.push(purge);
      if (purges.length > capacity) forgetOldest();
    },
    refuses: ((item) =>
      item.seq <= floor ||
      isPurgedById(item) ||
      (item.userKey !== undefined && item.seq <= (users.get(item.userKey) ?? 0)) ||
      (item.room !== undefined && item.seq <= (rooms.get(item.room) ?? 0))) satisfies Matcher,
  };
};
