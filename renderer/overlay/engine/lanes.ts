import type { Band } from './bands.ts';

export type Slot = { readonly band: number; readonly lane: number };

/** A lane that has been quiet this long is taken first, which keeps calm traffic from riding bumper to bumper. */
const airyMs = 900;

type Lane = Slot & { readonly speed: number; readonly width: number; clearAt: number };

export type Lanes = ReturnType<typeof createLanes>;

/**
 * Finds each comment a lane. In one band everything moves at one speed — the band's width in `seconds` — so every
 * letter of every comment is on the picture equally long, and nothing can catch up with what is before it.
 */
export const createLanes = (options: {
  readonly bands: readonly Band[];
  readonly seconds: number;
  /** Px between two comments in a lane. */
  readonly gap: number;
  readonly overlap: boolean;
}) => {
  const lanes: Lane[] = options.bands.flatMap((band, bandIndex) =>
    Array.from({ length: band.lanes }, (_, lane) => ({
      band: bandIndex,
      lane,
      speed: band.w / (options.seconds * 1000),
      width: band.w,
      clearAt: Number.NEGATIVE_INFINITY,
    })),
  );

  const soonest = () =>
    lanes.reduce<Lane | undefined>(
      (best, lane) => (!best || lane.clearAt < best.clearAt ? lane : best),
      undefined,
    );

  return {
    count: lanes.length,
    /** A lane in which a comment may start at `now`. */
    find: (now: number): Slot | undefined =>
      lanes.find(({ clearAt }) => clearAt <= now - airyMs) ??
      lanes.find(({ clearAt }) => clearAt <= now) ??
      (options.overlap ? soonest() : undefined),
    /** Takes the lane and answers when the comment has left it at the other end. */
    take: (slot: Slot, width: number, now: number): number => {
      const lane = lanes.find((other) => other.band === slot.band && other.lane === slot.lane);
      if (!lane) throw new Error(`There is no lane ${slot.band}/${slot.lane}`);
      lane.clearAt = now + (width + options.gap) / lane.speed;
      return now + (lane.width + width) / lane.speed;
    },
    /** When the next lane gets free, for whoever found none. */
    nextClearAt: (): number => soonest()?.clearAt ?? Number.POSITIVE_INFINITY,
  };
};
