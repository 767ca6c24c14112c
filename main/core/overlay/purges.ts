import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { OverlayPurge } from '../../contract/overlay-protocol.ts';
import type { Clock, Ports } from '../ports.ts';
import type { Draft } from './display-item.ts';
import type { OpaqueIds } from './opaque-ids.ts';
import { createPurgeMemory } from './purge-memory.ts';
import type { PurgeReceipt } from './receipts.ts';

/** What to take off: comments by their feed ids, all of a person's (in every room of the account), or everything. */
export type PurgeTarget =
  | { readonly ids: readonly string[] }
  | { readonly roomKey: RoomKey; readonly userId: string }
  | { readonly all: true };

export type PurgeReport = {
  readonly purgeId: string;
  /** Items that were still in an air lock and never got on air. */
  readonly waiting: number;
  readonly receipts: readonly PurgeReceipt[];
};

export type PurgeOrder = { readonly purge: OverlayPurge; readonly feedIds: readonly string[] };

/** Persons remembered with the time of their purge (monotonic); the oldest make room. */
const rememberedPeople = 2000;

/** The clock by which items are received has no fractions. */
const WHOLE_MS = 1;

export type Purges = ReturnType<typeof createPurges>;

/** Numbers what goes on air and remembers what was taken off, so that it can never come back. */
export const createPurges = (options: {
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly ids: OpaqueIds;
  readonly randomBytes: Ports['randomBytes'];
}) => {
  const { clock, ids } = options;
  const memory = createPurgeMemory();
  const peoplePurgedAt = new Map<string, number>();
  let allPurgedAt = Number.NEGATIVE_INFINITY;
  let lastSeq = 0;

  const head = () => ({ purgeId: options.randomBytes(9).toString('base64url'), upTo: lastSeq });

  const rememberPerson = (userKey: string) => {
    peoplePurgedAt.delete(userKey);
    peoplePurgedAt.set(userKey, clock.monotonic());
    const [oldest] = peoplePurgedAt.keys();
    if (peoplePurgedAt.size > rememberedPeople && oldest) peoplePurgedAt.delete(oldest);
  };

  return {
    memory,
    nextSeq: () => {
      lastSeq += 1;
      return lastSeq;
    },
    order: (target: PurgeTarget): PurgeOrder => {
      if ('ids' in target) {
        const purge = { ...head(), ids: target.ids.map(ids.itemId) };
        memory.remember(purge);
        return { purge, feedIds: target.ids };
      }
      if ('all' in target) {
        allPurgedAt = clock.monotonic();
        const purge = { ...head(), all: true };
        memory.remember(purge);
        return { purge, feedIds: [] };
      }
      const purge = { ...head(), userKey: ids.userKey(target.roomKey, target.userId) };
      rememberPerson(purge.userKey);
      memory.remember(purge);
      return { purge, feedIds: [] };
    },
    /** Whether this item was taken off by name. */
    isPurged: (feedId: string): boolean =>
      memory.refuses({ id: ids.itemId(feedId), seq: Number.POSITIVE_INFINITY }),
    /** Takes a room off one overlay; what the others show of it, and what comes of it later, is not meant. */
    ofRoom: (room: string): OverlayPurge => ({ ...head(), room }),
    /** True for what was received before it was purged and only now comes along. */
    cameTooLate: ({ receivedAt, item }: Draft): boolean => {
      const age = Math.max(0, clock.now() - receivedAt);
      const received = clock.monotonic() - age - WHOLE_MS;
      return (
        received <= allPurgedAt ||
        (item.userKey !== undefined &&
          received <= (peoplePurgedAt.get(item.userKey) ?? Number.NEGATIVE_INFINITY))
      );
    },
  };
};
