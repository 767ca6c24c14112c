/**
 * Under which of our IDs the last `capacity` messages of a room stand, by the number that the service gave them. A
 * recall names both; where a message came without TinyId only the number finds it (tencent-im C5, sdk-wire 7.2).
 */
export const createSequences = (capacity: number) => {
  const ids = new Map<number, string>();
  return {
    note: (sequence: number, id: string) => {
      // Deleted first, so that a number that is used again counts as new.
      ids.delete(sequence);
      ids.set(sequence, id);
      if (ids.size <= capacity) return;
      const oldest = ids.keys().next();
      if (!oldest.done) ids.delete(oldest.value);
    },
    idOf: (sequence: number): string | undefined => ids.get(sequence),
  };
};
export type Sequences = ReturnType<typeof createSequences>;
