/** A repeatable source of numbers (mulberry32: 32 bits of state, good enough for a rehearsal, never for keys). */
export type Random = {
  /** 0 up to but not including 1. */
  next(): number;
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** 32 random bits, as MsgRandom carries them. */
  uint32(): number;
};

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const uint32 = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    next: () => uint32() / 0x1_0000_0000,
    below: (below) => Math.floor((uint32() / 0x1_0000_0000) * below),
    uint32,
  };
};
