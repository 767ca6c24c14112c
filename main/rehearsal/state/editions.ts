import type { Edition } from '../settings.ts';

/** What an edition gives (tencent-im D and A7 to A9, sdk-wire 4 "Purchase bits"). */
export type EditionLimits = {
  readonly accounts: number;
  readonly rooms: number;
  readonly ban: boolean;
  readonly counters: boolean;
  readonly broadcast: boolean;
  /** Marks, live admins and robots, and more than 30 people in the member list. */
  readonly memberList: boolean;
  readonly history: boolean;
  readonly cloudWords: boolean;
  readonly deleteAccounts: boolean;
  readonly purchaseBits: string;
};

const none = { ban: false, counters: false, broadcast: false, memberList: false, history: false } as const;

/** Bits 2, 4, 6, 11 and 15 are the live-room features; the rest do not touch live rooms. */
const bitsWithoutLiveFeatures = [...'1'.repeat(64)]
  .map((bit, at) => ([2, 4, 6, 11, 15].includes(63 - at) ? '0' : bit))
  .join('');

export const editionLimits: Readonly<Record<Edition, EditionLimits>> = {
  trial: {
    ...none,
    accounts: 100,
    rooms: 10,
    cloudWords: false,
    deleteAccounts: true,
    purchaseBits: bitsWithoutLiveFeatures,
  },
  standard: {
    ...none,
    accounts: Number.POSITIVE_INFINITY,
    rooms: 50,
    cloudWords: true,
    deleteAccounts: false,
    purchaseBits: bitsWithoutLiveFeatures,
  },
  pro: {
    ban: true,
    counters: true,
    broadcast: true,
    memberList: true,
    history: true,
    accounts: Number.POSITIVE_INFINITY,
    rooms: Number.POSITIVE_INFINITY,
    cloudWords: true,
    deleteAccounts: false,
    purchaseBits: '1'.repeat(64),
  },
};
