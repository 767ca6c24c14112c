import { z } from 'zod';
import type { FeedEvent, VendorFailure } from '../contract/feed-port.ts';
import type { Timers } from './batcher.ts';
import { type Sdk, vendorFailure } from './sdk.ts';

/** The SDK refuses more than 8 joins a second, after the service has taken them (sdk-wire 6.2). */
const JOIN_EVERY_MS = 150;
const RETRY_MS = 1000;
/** The SDK answers from a cache of 60 s (sdk-wire 9.1), and keeps three functions of every call for good. */
const ONLINE_EVERY_MS = 61_000;

/** Codes after which asking again would be answered the same way (tencent-im A2, C7). */
const finalCodes = new Set([10004, 10007, 10010, 10015, 10016, 10019, 10036, 10037, 2602, 2660, 70107]);

/** As the SDK refuses a join that was not granted; a room with approval it resolves as if it were (tencent-im C4). */
const notYet: VendorFailure = { code: 2660, info: 'awaiting-approval' };

const joinedSchema = z.object({
  data: z.object({
    status: z.string().catch(''),
    group: z
      .object({
        name: z.string().catch(''),
        ownerID: z.string().catch(''),
        /** An unfiltered profile makes this the string "Off" (sdk-wire 6.2). */
        muteAllMembers: z.union([z.boolean(), z.string()]).catch(false),
      })
      .optional()
      .catch(undefined),
  }),
});
const countSchema = z.object({ data: z.object({ memberCount: z.number().int().nonnegative() }) });

type Membership = { joined: boolean; timer: NodeJS.Timeout | undefined; ownerId: string };

/** Keeps this account in the rooms it should be in: paced joins, retries, rejoining after a new sign-in. */
export const createRooms = (options: {
  readonly sdk: () => Sdk | undefined;
  readonly timers: Timers;
  readonly emit: (event: FeedEvent) => void;
  readonly onJoined: (roomId: string) => void;
  readonly countOnline: () => boolean;
}) => {
  const { timers, emit } = options;
  const wanted = new Map<string, Membership>();
  let queue: string[] = [];
  let pace: NodeJS.Timeout | undefined;
  const underWay = new Set<Membership>();

  const report = (roomId: string, state: Extract<FeedEvent, { type: 'room' }>['state']) =>
    emit({ type: 'room', roomId, state });

  const countOnline = async (roomId: string) => {
    const membership = wanted.get(roomId);
    const sdk = options.sdk();
    if (!membership?.joined || sdk === undefined) return;
    try {
      const answer = countSchema.safeParse(await sdk.getGroupOnlineMemberCount(roomId));
      if (answer.success) emit({ type: 'online', roomId, count: answer.data.data.memberCount });
    } catch (reason) {
      // The count is a courtesy: a refused one leaves the last number standing, and the link watch tells of outages.
      vendorFailure(reason);
    }
    if (wanted.get(roomId) === membership) {
      membership.timer = timers.setTimeout(() => void countOnline(roomId), ONLINE_EVERY_MS);
    }
  };

  const refused = (roomId: string, failure: VendorFailure) => {
    if (finalCodes.has(failure.code)) {
      wanted.delete(roomId);
      report(roomId, { state: 'left', failure });
      return;
    }
    report(roomId, { state: 'stalled', failure });
    const membership = wanted.get(roomId);
    if (membership !== undefined) membership.timer = timers.setTimeout(() => enqueue(roomId), RETRY_MS);
  };

  const join = async (roomId: string) => {
    const membership = wanted.get(roomId);
    const sdk = options.sdk();
    if (membership === undefined || sdk === undefined) return;
    try {
      const answer = joinedSchema.safeParse(await sdk.joinGroup({ groupID: roomId }));
      if (wanted.get(roomId) !== membership) return;
      if (answer.data?.data.status === 'WaitAdminApproval') return refused(roomId, notYet);
      membership.joined = true;
      const group = answer.success ? answer.data.data.group : undefined;
      membership.ownerId = group?.ownerID ?? '';
      report(roomId, {
        state: 'joined',
        name: group?.name || roomId,
        ownerId: group?.ownerID ?? '',
        muteAll: group?.muteAllMembers === true || group?.muteAllMembers === 'On',
      });
      options.onJoined(roomId);
      if (options.countOnline()) void countOnline(roomId);
    } catch (reason) {
      if (wanted.get(roomId) === membership) refused(roomId, vendorFailure(reason));
    }
  };

  const next = () => {
    pace = undefined;
    const roomId = queue.shift();
    if (roomId === undefined) return;
    const membership = wanted.get(roomId);
    if (membership !== undefined) {
      underWay.add(membership);
      void join(roomId).finally(() => underWay.delete(membership));
    }
    pace = timers.setTimeout(next, JOIN_EVERY_MS);
  };

  const enqueue = (roomId: string) => {
    if (options.sdk() === undefined || queue.includes(roomId)) return;
    queue.push(roomId);
    if (pace === undefined) next();
  };

  const stopTimer = (membership: Membership) => {
    if (membership.timer !== undefined) timers.clearTimeout(membership.timer);
    membership.timer = undefined;
  };

  return {
    join: (roomId: string) => {
      if (wanted.has(roomId)) return;
      wanted.set(roomId, { joined: false, timer: undefined, ownerId: '' });
      report(roomId, { state: 'joining' });
      enqueue(roomId);
    },
    leave: async (roomId: string) => {
      const membership = wanted.get(roomId);
      if (membership === undefined) return;
      stopTimer(membership);
      wanted.delete(roomId);
      report(roomId, { state: 'left' });
      try {
        await options.sdk()?.quitGroup(roomId);
      } catch (reason) {
        // Leaving a room that is already gone is what was wanted.
        vendorFailure(reason);
      }
    },
    /** The service took us out of the room. */
    removed: (roomId: string, failure: VendorFailure) => {
      const membership = wanted.get(roomId);
      if (membership === undefined) return;
      stopTimer(membership);
      wanted.delete(roomId);
      report(roomId, { state: 'left', failure });
    },
    /** After a new sign-in the SDK has forgotten every room (sdk-wire 3.3). */
    joinAll: () => {
      // The SDK may leave joins of the session before unanswered.
      underWay.clear();
      for (const [roomId, membership] of wanted) {
        stopTimer(membership);
        membership.joined = false;
        enqueue(roomId);
      }
    },
    /** Asked to be let in, and not yet told that it is. */
    isJoining: (roomId: string): boolean => wanted.get(roomId)?.joined === false,
    /** Joins are asked for and not yet answered, or wait for their turn. */
    areChanging: (): boolean => underWay.size > 0 || queue.length > 0,
    joined: (): string[] => [...wanted].filter(([, one]) => one.joined).map(([roomId]) => roomId),
    ownerOf: (roomId: string): string => wanted.get(roomId)?.ownerId ?? '',
    has: (roomId: string) => wanted.has(roomId),
    dispose: () => {
      for (const membership of wanted.values()) stopTimer(membership);
      wanted.clear();
      queue = [];
      if (pace !== undefined) timers.clearTimeout(pace);
    },
  };
};
export type Rooms = ReturnType<typeof createRooms>;
