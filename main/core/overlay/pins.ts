import type { OverlayItem, OverlayPurge } from '../../contract/overlay-protocol.ts';
import type { Clock } from '../ports.ts';
import type { Draft } from './display-item.ts';

type Pin = {
  readonly draft: Draft;
  /** How long it was to stay, ms; 0 = until it is taken down. */
  readonly stayMs: number;
  /** By the monotonic clock. */
  readonly until: number;
  readonly timer: NodeJS.Timeout | undefined;
};

type PinMatcher = (draft: Draft) => boolean;

/** Whether an order takes this off, whatever else was purged before it. */
export const isNamedBy =
  ({ ids, userKey, all }: OverlayPurge): PinMatcher =>
  ({ item }) =>
    all === true || (userKey !== undefined && item.userKey === userKey) || (ids?.includes(item.id) ?? false);

/** What is pinned on each overlay, until its time is up or it is taken down. */
export const createPins = (options: {
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly nextSeq: () => number;
  /** Its time was up. */
  readonly onOver: (overlayId: string) => void;
}) => {
  const { clock } = options;
  const pins = new Map<string, Pin>();

  /** Answers whether there was one, and it matched. */
  const take = (overlayId: string, matches: PinMatcher = () => true): boolean => {
    const pin = pins.get(overlayId);
    if (pin === undefined || !matches(pin.draft)) return false;
    if (pin.timer) clock.clearTimeout(pin.timer);
    return pins.delete(overlayId);
  };

  /** For a page, with what is left of its time. Its number is new, for a pin that stands is newer than every purge. */
  const item = (overlayId: string): OverlayItem | null => {
    const pin = pins.get(overlayId);
    if (pin === undefined) return null;
    const { draft, stayMs, until } = pin;
    const leftMs = stayMs === 0 ? 0 : Math.max(1, Math.round(until - clock.monotonic()));
    return { ...draft.item, seq: options.nextSeq(), leftMs };
  };

  return {
    take,
    item,
    /** In place of what is there; 0 ms = until it is taken down. */
    put: (overlayId: string, draft: Draft, stayMs: number): void => {
      take(overlayId);
      const over = () => {
        take(overlayId);
        options.onOver(overlayId);
      };
      const timer = stayMs === 0 ? undefined : clock.setTimeout(over, stayMs);
      pins.set(overlayId, { draft, stayMs, until: clock.monotonic() + stayMs, timer });
    },
    /** The feed's own ID of what is pinned, or `''`. */
    feedId: (overlayId: string): string => pins.get(overlayId)?.draft.feedId ?? '',
    dispose: (): void => {
      for (const overlayId of [...pins.keys()]) take(overlayId);
    },
  };
};
