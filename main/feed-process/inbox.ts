import { z } from 'zod';
import type { FeedEvent } from '../contract/feed-port.ts';
import type { Comment, FeedItem } from '../contract/models/feed-item.ts';
import type { Person } from '../contract/models/person.ts';
import type { Convention } from '../contract/models/room.ts';
import type { Verdict } from '../contract/models/verdict.ts';
import { createBatcher, type Timers } from './batcher.ts';
import { createConventionDetector } from './convention.ts';
import type { Head } from './normalise/message.ts';
import { readMessage } from './normalise/message.ts';
import { person } from './normalise/person.ts';
import { readSystemNotice, type SystemNotice } from './normalise/system-notice.ts';
import { itemsOfTip } from './normalise/tip.ts';
import { revokedStubSchema, type SdkMessage, sdkMessageSchema } from './sdk-message.ts';
import { createSeenIds, type SeenIds } from './seen-ids.ts';
import { createSequences, type Sequences } from './sequences.ts';

const BATCH_MS = 50;
/** Per room: at the cap of 40/s these are over eight minutes, far beyond any redelivery. */
const REMEMBERED_IDS = 20_000;
/** Per room: two minutes at the cap of 40/s, in which a sender may recall (tencent-im C5). */
const REMEMBERED_SEQUENCES = 5000;

type RoomInbox = {
  readonly seen: SeenIds;
  readonly sequences: Sequences;
  readonly detector: ReturnType<typeof createConventionDetector>;
};

const counterSchema = z.object({ groupID: z.string(), key: z.string(), value: z.coerce.number() });

/** REST messages have no TinyId; their SDK ID changes with every delivery and cannot tell repeats (sdk-wire 7.2). */
const identity = (message: SdkMessage): string =>
  message.ID.startsWith('-') || message.ID === ''
    ? `${message.from}:${message.sequence ?? ''}:${message.random ?? message.ID}:${message.time}`
    : message.ID;

/**
 * Takes what the SDK delivers, makes feed items of it, lets each through once and hands them on in batches.
 * Nothing that comes in can make it throw: what it does not understand becomes a `custom` item or nothing.
 */
export const createInbox = (options: {
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly timers: Timers;
  readonly emit: (event: FeedEvent) => void;
  /** What the word rules say of a comment; asked once for each. */
  readonly judge: (roomId: string, comment: Comment) => Verdict;
  /** The rooms that a broadcast to all rooms belongs in. */
  readonly joinedRooms: () => readonly string[];
  readonly isWanted: (roomId: string) => boolean;
  /** The SDK delivers what was said before we came while a join is under way, and the first live comment after it. */
  readonly isJoining: (roomId: string) => boolean;
  /** The role of somebody in a room, as far as this account can know it. */
  readonly roleOf: (roomId: string, userId: string) => Person['role'];
  readonly onRemoved: (roomId: string, why: NonNullable<SystemNotice['removed']>) => void;
}) => {
  const { now, emit } = options;
  const rooms = new Map<string, RoomInbox>();
  const changedConvention = new Map<string, Convention>();

  const batcher = createBatcher({
    everyMs: BATCH_MS,
    monotonic: options.monotonic,
    timers: options.timers,
    flush: (roomId, items) => {
      const convention = changedConvention.get(roomId);
      changedConvention.delete(roomId);
      emit({ type: 'batch', roomId, items: [...items], ...(convention && { convention }) });
    },
  });

  const inbox = (roomId: string): RoomInbox => {
    const known = rooms.get(roomId);
    if (known !== undefined) return known;
    const made = {
      seen: createSeenIds(REMEMBERED_IDS),
      sequences: createSequences(REMEMBERED_SEQUENCES),
      detector: createConventionDetector((convention) => changedConvention.set(roomId, convention)),
    };
    rooms.set(roomId, made);
    return made;
  };

  const headOf = (message: SdkMessage, own: boolean): Head => {
    const receivedAt = now();
    return {
      id: identity(message),
      at: message.time > 0 ? message.time * 1000 : receivedAt,
      receivedAt,
      own,
    };
  };

  const takeNotice = (message: SdkMessage) => {
    const head = headOf(message, false);
    const notice = readSystemNotice(message, head);
    if (notice === undefined || !inbox(notice.roomId).seen.add(`notice:${head.id}`)) return;
    batcher.add(notice.roomId, notice.items);
    if (notice.removed !== undefined) options.onRemoved(notice.roomId, notice.removed);
  };

  /** Who speaks is settled before the words are judged: rules may except roles. */
  const judged = (roomId: string, item: FeedItem): FeedItem => {
    if (item.kind !== 'comment') return item;
    const role = options.roleOf(roomId, item.person.userId);
    const comment = role === undefined ? item : { ...item, person: { ...item.person, role } };
    return { ...comment, verdict: options.judge(roomId, comment) };
  };

  const takeInRoom = (roomId: string, message: SdkMessage, own: boolean) => {
    // A room that is being left still speaks; it would be remembered here, and be a stranger everywhere else.
    if (!options.isWanted(roomId)) return;
    const head = headOf(message, own);
    const room = inbox(roomId);
    if (!room.seen.add(head.id)) return;
    if (message.type === 'TIMGroupTipElem') {
      batcher.add(roomId, itemsOfTip(message, head));
      return;
    }
    // A broadcast is numbered apart from the room's own messages.
    if (message.sequence !== undefined && !message.isBroadcastMessage) {
      room.sequences.note(message.sequence, head.id);
    }
    const read = readMessage(message, head);
    if (read.items.some((item) => item.kind === 'comment')) room.detector.note(read.via);
    const items = read.items.map((item) => judged(roomId, item));
    const past = !own && options.isJoining(roomId);
    batcher.add(roomId, past ? items.map((item) => ({ ...item, past })) : items);
  };

  const take = (raw: unknown, own: boolean): string | undefined => {
    const parsed = sdkMessageSchema.safeParse(raw);
    if (!parsed.success) return undefined;
    const message = parsed.data;
    if (message.type === 'TIMGroupSystemNoticeElem') takeNotice(message);
    else if (message.conversationType === 'GROUP' && message.to) takeInRoom(message.to, message, own);
    else if (message.isBroadcastMessage) {
      for (const roomId of options.joinedRooms()) takeInRoom(roomId, message, own);
    }
    return identity(message);
  };

  const takeRevoked = (raw: unknown) => {
    const stub = revokedStubSchema.safeParse(raw);
    if (!stub.success || !stub.data.conversationID.startsWith('GROUP')) return;
    const { ID, sequence, revoker, revokerInfo } = stub.data;
    const roomId = stub.data.conversationID.slice('GROUP'.length);
    const at = now();
    const by = person(revoker, revokerInfo?.nick ?? '', revokerInfo?.avatar ?? '');
    const stamp = { id: `recall:${ID}:${sequence ?? ''}`, at, receivedAt: at };
    const { seen, sequences } = inbox(roomId);
    const other = seen.has(ID) || sequence === undefined ? undefined : sequences.idOf(sequence);
    if (!seen.add(stamp.id)) return;
    const itemIds = other === undefined ? [ID] : [ID, other];
    batcher.add(roomId, [{ ...stamp, kind: 'moderation', act: 'recall', targets: [], by, itemIds }]);
  };

  return {
    received: (data: unknown) => {
      if (Array.isArray(data)) for (const raw of data) take(raw, false);
    },
    /** Our own message once the service has taken it: the SDK does not deliver it back (tencent-im C5). */
    sent: (raw: unknown) => take(raw, true),
    revoked: (data: unknown) => {
      if (Array.isArray(data)) for (const raw of data) takeRevoked(raw);
    },
    counter: (data: unknown) => {
      const parsed = counterSchema.safeParse(data);
      if (!parsed.success) return;
      const { groupID, key, value } = parsed.data;
      const at = now();
      batcher.add(groupID, [{ id: `counter:${key}:${at}`, at, receivedAt: at, kind: 'counter', key, value }]);
    },
    gap: (roomId: string, gap: { readonly from: number; readonly cause: 'connection' | 'signed-out' }) => {
      const to = now();
      const id = `gap:${gap.from}:${to}`;
      const recovered = gap.cause === 'connection';
      batcher.add(roomId, [
        { id, at: to, receivedAt: to, kind: 'gap', from: gap.from, to, cause: gap.cause, recovered },
      ]);
    },
    /** A room was left: where it is joined again, what it brings is new. */
    forget: (roomId: string) => rooms.delete(roomId),
    flush: batcher.flushAll,
    dispose: batcher.dispose,
  };
};
export type Inbox = ReturnType<typeof createInbox>;
