import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type FeedItem, feedItemSchema } from '../../../main/contract/models/feed-item.ts';
import { overlayItemSchema } from '../../../main/contract/overlay-protocol.ts';
import { draftsOf, pinDraftOf } from '../../../main/core/overlay/display-item.ts';
import { createOpaqueIds } from '../../../main/core/overlay/opaque-ids.ts';

const context = {
  roomKey: 'account/live-88',
  ids: createOpaqueIds(randomBytes),
  screen: (text: string) => (text.includes('BAD') ? ('hold' as const) : ('clean' as const)),
};
const base = { id: 'msg-144115198', at: 1, receivedAt: 2 };
const person = { userId: 'user-007', nick: '小雨' };
const comment = (text: string, more: object = {}) =>
  feedItemSchema.parse({
    ...base,
    kind: 'comment',
    person,
    text,
    danmaku: false,
    own: false,
    verdict: { level: 'clean', hits: [] },
    ...more,
  }) as Extract<FeedItem, { kind: 'comment' }>;
const items = (feedItem: FeedItem) => draftsOf(feedItem, context).map(({ item }) => item);

describe('a feed item for the picture', () => {
  it('is a comment with the nickname, a name colour and the verdict that it came with', () => {
    const [draft] = draftsOf(comment('你好\n吗', { verdict: { level: 'hold', hits: [] } }), context);
    expect(draft).toMatchObject({
      feedId: base.id,
      level: 'hold',
      item: { kind: 'comment', nick: '小雨', text: '你好 吗' },
    });
    expect(overlayItemSchema.safeParse({ ...draft?.item, seq: 1 }).success).toBe(true);
  });

  it('is a flying comment where the sender asked for that', () => {
    expect(items(comment('hi', { danmaku: true }))).toMatchObject([{ kind: 'danmaku' }]);
  });

  it('tells nothing of the service’s own IDs', () => {
    const all: FeedItem[] = [
      comment('hi'),
      feedItemSchema.parse({ ...base, kind: 'like', person, count: 3 }),
      feedItemSchema.parse({ ...base, kind: 'gift', person, giftId: 'gift-77', name: 'Rocket', count: 2 }),
      feedItemSchema.parse({ ...base, kind: 'join', people: [person] }),
    ];
    const sent = JSON.stringify(all.flatMap(items));
    for (const secret of ['user-007', 'msg-144115198', 'gift-77', 'account', 'live-88'])
      expect(sent).not.toContain(secret);
  });

  it('does not exist for a comment without anything to see', () => {
    expect(items(comment('\u200B\n'))).toEqual([]);
  });

  it('names at most three of many who joined and counts the rest', () => {
    const people = Array.from({ length: 50 }, (_, index) => ({ userId: `u${index}`, nick: `n${index}` }));
    const joined = items(feedItemSchema.parse({ ...base, kind: 'join', people }));
    expect(joined.map(({ nick, count }) => [nick, count])).toEqual([
      ['n0', 1],
      ['n1', 1],
      ['n2', 1],
      ['', 47],
    ]);
    expect(new Set(joined.map(({ id }) => id)).size).toBe(4);
  });

  it('leaves out a nickname or gift name that the word rules would hold', () => {
    const bad = { userId: 'u', nick: 'BAD' };
    expect(items(feedItemSchema.parse({ ...base, kind: 'join', people: [bad] }))).toMatchObject([
      { nick: '' },
    ]);
    expect(
      items(feedItemSchema.parse({ ...base, kind: 'gift', person: bad, giftId: 'g', name: 'BAD', count: 1 })),
    ).toMatchObject([{ nick: '', text: '', count: 1 }]);
  });

  it('gives a notice the verdict of its text', () => {
    const notice = feedItemSchema.parse({ ...base, kind: 'notice', text: 'BAD news' });
    expect(draftsOf(notice, context)).toMatchObject([{ level: 'hold' }]);
  });

  it.each(['gap', 'counter', 'moderation', 'room-changed', 'custom'])('does not exist for "%s"', (kind) => {
    const rest = {
      gap: { from: 0, to: 1, cause: 'connection', recovered: false },
      counter: { key: 'k', value: 1 },
      moderation: { act: 'mute', targets: [] },
      'room-changed': {},
      custom: { person, label: 'l', sample: 's' },
    }[kind];
    expect(items(feedItemSchema.parse({ ...base, kind, ...rest }))).toEqual([]);
  });

  it('has more room when it is pinned', () => {
    expect(pinDraftOf(comment('钉'.repeat(200)), context)?.item.text).toHaveLength(200);
  });

  it('has the same opaque person in all rooms of an account and another in another account', () => {
    const key = (roomKey: string) => context.ids.userKey(roomKey, 'u1');
    expect(key('a/1')).toBe(key('a/2'));
    expect(key('a/1')).not.toBe(key('b/1'));
    expect(createOpaqueIds(randomBytes).userKey('a/1', 'u1')).not.toBe(key('a/1'));
  });
});
