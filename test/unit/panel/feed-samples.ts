import type { Comment, FeedItem } from '../../../main/contract/models/feed-item.ts';
import { cleanVerdict, type VerdictLevel } from '../../../main/contract/models/verdict.ts';

let made = 0;

const base = (at: number) => {
  made += 1;
  return { id: `item-${made}`, at, receivedAt: at };
};

export const comment = (
  text: string,
  options: {
    readonly at?: number;
    readonly userId?: string;
    readonly own?: boolean;
    readonly level?: VerdictLevel;
  } = {},
): Comment => {
  const userId = options.userId ?? 'viewer';
  return {
    ...base(options.at ?? 0),
    kind: 'comment',
    person: { userId, nick: userId.toUpperCase() },
    text,
    danmaku: false,
    own: options.own ?? false,
    verdict: options.level === undefined ? cleanVerdict : { level: options.level, hits: [] },
  };
};

export const like = (at = 0, count = 1): FeedItem => ({
  ...base(at),
  kind: 'like',
  person: { userId: 'fan', nick: 'Fan' },
  count,
});

export const join = (at = 0): FeedItem => ({
  ...base(at),
  kind: 'join',
  people: [{ userId: 'new', nick: 'New' }],
});

export const leave = (at = 0): FeedItem => ({
  ...base(at),
  kind: 'leave',
  people: [{ userId: 'old', nick: 'Old' }],
});

export const counter = (key: string, value: number, at = 0): FeedItem => ({
  ...base(at),
  kind: 'counter',
  key,
  value,
});

export const gift = (name: string, count: number, at = 0, userId = 'fan'): FeedItem => ({
  ...base(at),
  kind: 'gift',
  person: { userId, nick: userId.toUpperCase() },
  giftId: name,
  name,
  count,
});
