import type { Random } from './random.ts';

/** The clock of one room: when its next step is due, in milliseconds of the audience's own time. */
export type Arrivals = { readonly dueMs: () => number; readonly advance: () => void };

const blockMs = 5_000;
const slotsPerBlock = 10;
const slotMs = blockMs / slotsPerBlock;

/** Ten half seconds, some crowded, some nearly empty; one block in three has a burst of about a second. */
const slotWeights = (random: Random): number[] => {
  const weights = Array.from({ length: slotsPerBlock }, () => -Math.log(1 - random.float()) + 0.4);
  if (!random.chance(0.35)) return weights;
  const burst = random.int(slotsPerBlock - 1);
  return weights.map((weight, slot) => (slot === burst || slot === burst + 1 ? weight * 4 : weight));
};

/**
 * Within a block the steps fall as in a Poisson process whose rate changes every half second; but each block of
 * five seconds has exactly its share, so that the mean of a minute holds whatever the seed.
 */
const block = (random: Random, perSecond: number): number[] => {
  const slots = slotWeights(random).map((weight, slot) => [slot, weight] as const);
  const count = Math.round((perSecond * blockMs) / 1000);
  const times = Array.from({ length: count }, () => (random.pickWeighted(slots) + random.float()) * slotMs);
  return times.sort((left, right) => left - right);
};

export const createArrivals = (random: Random, perSecond: number, startMs: number): Arrivals => {
  let blockStartMs = startMs;
  let times = block(random, perSecond);
  let at = 0;
  return {
    dueMs: () => blockStartMs + (times[at] ?? blockMs),
    advance: () => {
      at += 1;
      if (at < times.length) return;
      blockStartMs += blockMs;
      times = block(random, perSecond);
      at = 0;
    },
  };
};
