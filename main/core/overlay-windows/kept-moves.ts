import type { Bounds } from '../../contract/models/overlay-window.ts';
import { createAfterRest } from '../desktop/after-rest.ts';
import type { Clock } from '../ports.ts';

/** For so long after a display came or went, the system moves windows about. */
const SETTLE_MS = 2_000;

const isSame = (one: Bounds, other: Bounds | undefined): boolean =>
  other !== undefined &&
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.height === other.height;

/**
 * Keeps where people put their windows. Where we or the system put one is not kept: a display that sleeps would cost the
 * window its place, and it could not go home when the display is back.
 */
export const createKeptMoves = (options: {
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly keep: (overlayId: string, bounds: Bounds) => void;
}) => {
  const { clock } = options;
  const rests = createAfterRest(clock);
  const placed = new Map<string, Bounds>();
  let settledAt = 0;
  return {
    /** It goes there because it has to be in sight, not because somebody wished so. */
    placed: (overlayId: string, bounds: Bounds): void => {
      placed.set(overlayId, bounds);
    },
    displaysChanged: (): void => {
      // The system may have moved windows just before it told.
      rests.forget();
      settledAt = clock.monotonic() + SETTLE_MS;
    },
    moved: (overlayId: string, bounds: Bounds): void => {
      if (clock.monotonic() < settledAt || isSame(bounds, placed.get(overlayId))) return;
      placed.delete(overlayId);
      rests.set(overlayId, () => options.keep(overlayId, bounds));
    },
    dispose: rests.dispose,
  };
};
