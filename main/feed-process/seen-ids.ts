/**
 * Remembers the last `capacity` IDs, oldest forgotten first. The SDK's own table is only 100 long, so a redelivered
 * batch of 150 would come through twice (sdk-wire 7.8).
 */
export const createSeenIds = (capacity: number) => {
  const seen = new Set<string>();
  return {
    /** True the first time an ID is met. */
    add: (id: string): boolean => {
      if (seen.has(id)) return false;
      seen.add(id);
      if (seen.size > capacity) {
        const oldest = seen.values().next();
        if (!oldest.done) seen.delete(oldest.value);
      }
      return true;
    },
    has: (id: string): boolean => seen.has(id),
  };
};
export type SeenIds = ReturnType<typeof createSeenIds>;
