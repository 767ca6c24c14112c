import type { Random } from '../random.ts';
import { createOnce, type Once } from './once.ts';
import { createRoomLog, type RoomLog } from './room-log.ts';
import { createSendGate, type SendGate } from './send-gate.ts';

/** Someone who is in a room. */
export type Member = {
  readonly userId: string;
  /** Unix seconds. */
  readonly joinedAt: number;
  /** Grows with every join; the position in the member list. */
  readonly joinOrder: number;
  readonly marks: Set<number>;
  /** `local`: the simulated audience and people moved by the control API; they have no connection to lose. */
  readonly via: 'poll' | 'push' | 'local' | 'anonymous';
  /** Monotonic ms of the last sign of life. */
  lastSeen: number;
};

type Attribute = { readonly value: string; readonly seq: number };
type Ban = { readonly until: number; readonly reason: string };

/** The public face of a room; field names follow modify_group_base_info in camel case. */
export type RoomProfile = {
  name: string;
  introduction: string;
  notification: string;
  faceUrl: string;
  ownerId: string;
  muteAll: boolean;
  appDefined: readonly { readonly Key: string; readonly Value: string }[];
};

/** Something on its way through the gate. */
export type Parcel = { deliver(): void; drop(): void };

export type Room = {
  readonly id: string;
  readonly createdAt: number;
  readonly profile: RoomProfile;
  infoSeq: number;
  lastInfoAt: number;
  lastMessageAt: number;
  readonly members: Map<string, Member>;
  lastJoinOrder: number;
  /** Who quit or was removed; they are not let back in by an old poll key. */
  readonly left: Set<string>;
  readonly admins: Set<string>;
  /** UserID to Unix seconds. */
  readonly mutes: Map<string, number>;
  readonly bans: Map<string, Ban>;
  readonly counters: Map<string, number>;
  counterSeq: number;
  readonly attributes: Map<string, Attribute>;
  attributeSeq: number;
  readonly log: RoomLog;
  readonly gate: SendGate<Parcel>;
  readonly sent: Once;
};

type RoomInput = {
  readonly id: string;
  readonly profile: Omit<RoomProfile, 'muteAll'>;
  /** Milliseconds since the epoch, without skew. */
  readonly now: () => number;
  readonly cap: () => number;
  readonly random: Random;
};

/** Long enough for any reconnect ("some minutes", sdk-wire 15); at the cap that is 24 000 entries. */
const keepMs = 600_000;
const keepCount = 24_000;

export const createRoom = ({ id, profile, now, cap, random }: RoomInput): Room => {
  const seconds = Math.floor(now() / 1000);
  return {
    id,
    createdAt: seconds,
    profile: { ...profile, muteAll: false },
    infoSeq: 1,
    lastInfoAt: seconds,
    lastMessageAt: 0,
    members: new Map(),
    lastJoinOrder: 0,
    left: new Set(),
    admins: new Set(),
    mutes: new Map(),
    bans: new Map(),
    counters: new Map(),
    counterSeq: 0,
    attributes: new Map(),
    attributeSeq: 0,
    log: createRoomLog({ now, keepMs, keepCount }),
    gate: createSendGate({ cap, random }),
    sent: createOnce(),
  };
};

type Role = 'Owner' | 'Admin' | 'Member';

export const roleIn = (room: Room, userId: string): Role => {
  if (room.profile.ownerId === userId) return 'Owner';
  return room.admins.has(userId) ? 'Admin' : 'Member';
};

export const activeBan = (room: Room, userId: string, nowSeconds: number): Ban | undefined => {
  const ban = room.bans.get(userId);
  if (ban === undefined || ban.until > nowSeconds) return ban;
  room.bans.delete(userId);
  return undefined;
};

/** Unix seconds until which the user is muted in this room; undefined when they may speak. */
export const activeMute = (room: Room, userId: string, nowSeconds: number): number | undefined => {
  const until = room.mutes.get(userId);
  if (until === undefined || until > nowSeconds) return until;
  room.mutes.delete(userId);
  return undefined;
};
