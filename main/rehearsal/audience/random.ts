/** A seeded source of chance. All of the audience's chance comes from here, so that a run can be repeated. */
export type Random = {
  /** In [0, 1). */
  readonly float: () => number;
  /** Whole number in [0, below). */
  readonly int: (below: number) => number;
  /** Whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly pickWeighted: <T>(entries: readonly (readonly [T, number])[]) => T;
  /** A source of its own for one part, so that what happens in one part leaves the others as they were. */
  readonly fork: (label: string) => Random;
};

const hash = (text: string, start: number): number => {
  let value = start >>> 0;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
};

/** splitmix32: spreads any seed, also 0, over the four words of state. */
const spread = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
};

const rotateLeft = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;

/** xoshiro128**, whole 32-bit words. */
const createWords = (seed: number): (() => number) => {
  const next = spread(seed);
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const shifted = (b << 9) >>> 0;
    c ^= a;
    d ^= b;
    b = (b ^ c) >>> 0;
    a = (a ^ d) >>> 0;
    c = (c ^ shifted) >>> 0;
    d = rotateLeft(d >>> 0, 11);
    return word;
  };
};

export const createRandom = (seed: number): Random => {
  const word = createWords(seed);
  const float = () => word() / 0x1_0000_0000;
  const int = (below: number) => Math.floor(float() * below);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(list.length)];
    if (item === undefined) throw new RangeError('cannot pick from an empty list');
    return item;
  };
  const pickWeighted = <T>(entries: readonly (readonly [T, number])[]): T => {
    let left = float() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of entries) {
      left -= weight;
      if (left < 0) return item;
    }
    throw new RangeError('cannot pick where every weight is zero');
  };
  return {
    float,
    int,
    between: (low, high) => low + int(high - low + 1),
    chance: (probability) => float() < probability,
    pick,
    pickWeighted,
    fork: (label) => createRandom(hash(label, (seed ^ 0x811c9dc5) >>> 0)),
  };
};
