import { describe, expect, it } from 'vitest';
import { sliceList } from '../../../renderer/panel/features/feed/chunked-list.ts';
import {
  emptyGathering,
  type Gathered,
  gather,
  regathered,
} from '../../../renderer/panel/features/feed/gathering.ts';
import { firstEntry } from '../../../renderer/panel/features/feed/lines.ts';
import { hold, type RoomFeed } from '../../../renderer/panel/features/feed/room-feed.ts';
import { queriesOf } from '../../../renderer/panel/features/highlights/queries.ts';
import { createReasonFinder } from '../../../renderer/panel/features/highlights/reason.ts';
import { comment } from './feed-samples.ts';

const nobody = { names: ['Luna', 'vj_luna'], isWatched: (_userId: string) => false };
const rules = { words: ['sub', '退款'], mentions: true, watched: true };
const why = (text: string, context = nobody) => createReasonFinder(rules)(comment(text), context);

describe('a highlight', () => {
  it('is a comment with one of the words: whole in Latin letters, anywhere in Chinese', () => {
    expect(why('one more SUB!')).toEqual({ kind: 'word', word: 'sub' });
    expect(why('the subway')).toBeUndefined();
    expect(why('我要退款啊')).toEqual({ kind: 'word', word: '退款' });
    expect(why('ｓｕｂ')).toEqual({ kind: 'word', word: 'sub' });
  });

  it('is a comment that names the VJ', () => {
    expect(why('hi luna')).toEqual({ kind: 'mention' });
    expect(why('@VJ_Luna you there')).toEqual({ kind: 'mention' });
    expect(why('lunatic')).toBeUndefined();
    expect(createReasonFinder({ ...rules, mentions: false })(comment('hi luna'), nobody)).toBeUndefined();
  });

  it('is whatever a watched person says', () => {
    const context = { ...nobody, isWatched: (userId: string) => userId === 'viewer' };
    expect(why('hello', context)).toEqual({ kind: 'watched' });
    expect(createReasonFinder({ ...rules, watched: false })(comment('hello'), context)).toBeUndefined();
  });

  it('is never what this console said', () => {
    expect(createReasonFinder(rules)(comment('sub', { own: true }), nobody)).toBeUndefined();
  });
});

describe('the past of highlights', () => {
  it('is asked for by word, by name and by person', () => {
    const marks = {
      '1/old': { note: true, watch: { until: 5 } },
      '1/now': { note: false, watch: { until: null } },
    };
    const asked = queriesOf({ rules, rooms: ['a/1'], names: ['Luna'], marks, now: 10 });
    expect(asked.map(({ text, userId }) => text ?? userId)).toEqual(['Luna', 'sub', '退款', 'now']);
  });
});

const picked = (text: string, at: number, room = 'a/1'): Gathered => ({
  room,
  item: comment(text, { at }),
  why: { kind: 'mention' },
});
const textsIn = (feed: RoomFeed) =>
  sliceList(feed.lines.list, 0).map((line) => {
    const item = firstEntry(line)?.item;
    return item?.kind === 'comment' ? item.text : '';
  });

describe('a feed that gathers', () => {
  const live = picked('live', 50);
  const feed = gather(emptyGathering('highlights:x'), [live]);

  it('takes in each comment once', () => {
    expect(gather(feed, [live])).toBe(feed);
    expect(textsIn(gather(feed, [picked('next', 60)]))).toEqual(['live', 'next']);
  });

  it('keeps the same words of several people apart', () => {
    expect(textsIn(gather(feed, [picked('live', 51, 'a/2')]))).toEqual(['live', 'live']);
  });

  it('puts what the history has in its place by time', () => {
    expect(textsIn(regathered(feed, [picked('b', 20), picked('a', 10), live]))).toEqual(['a', 'b', 'live']);
  });

  it('puts nothing above what somebody looks at', () => {
    const still = hold(feed, 'pause');
    expect(textsIn(regathered(still, [picked('old', 10), picked('new', 70)]))).toEqual(['live', 'new']);
  });

  it('lets go of what the rules do not pick out any more', () => {
    expect(textsIn(regathered(feed, [picked('kept', 20)], ({ item }) => item.text !== 'live'))).toEqual([
      'kept',
    ]);
  });

  it('holds the newest 2 000', () => {
    const many = Array.from({ length: 2_100 }, (_, index) => picked(`${index}`, 100 + index));
    const full = gather(feed, many);
    expect(full.lines.list.length).toBe(2_000);
    expect(textsIn(full).at(-1)).toBe('2099');
  });
});
