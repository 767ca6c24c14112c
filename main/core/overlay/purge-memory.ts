import type { OverlayItem, OverlayPurge } from '../../contract/overlay-protocol.ts';

/** Enough for hours of heavy moderation; older purges are covered by `floor`. */
const defaultCapacity = 2000;

export type PurgeMemory = ReturnType<typeof createPurgeMemory>;

/**
 * Remembers what was taken off, so that nothing of it is ever sent again. Bounded: where an old purge is forgotten, the
 * `floor` rises to cover it.
 */
export const createPurgeMemory = (capacity = defaultCapacity) => {
  const purges: OverlayPurge[] = [];
  const ids = new Map<string, number>();
  const users = new Map<string, number>();
  let floor = 0;

  const forgetOldest = () => {
    const oldest = purges.shift();
    if (!oldest) return;
    floor = Math.max(floor, oldest.upTo);
    // What a later purge named again stays remembered for its sake.
    for (const id of oldest.ids ?? []) if (ids.get(id) === oldest.upTo) ids.delete(id);
    if (oldest.userKey && users.get(oldest.userKey) === oldest.upTo) users.delete(oldest.userKey);
  };

  return {
    remember: (purge: OverlayPurge) => {
      if (purge.all) floor = Math.max(floor, purge.upTo);
      for (const id of purge.ids ?? []) ids.set(id, Math.max(purge.upTo, ids.get(id) ?? 0));
      if (purge.userKey) users.set(purge.userKey, Math.max(purge.upTo, users.get(purge.userKey) ?? 0));
      purges.push(purge);
      if (purges.length > capacity) forgetOldest();
    },
    refuses: (item: Pick<OverlayItem, 'id' | 'seq' | 'userKey'>): boolean =>
      item.seq <= floor ||
      ids.has(item.id) ||
      (item.userKey !== undefined && item.seq <= (users.get(item.userKey) ?? 0)),
    recent: (): readonly OverlayPurge[] => [...purges],
    floor: () => floor,
  };
};
