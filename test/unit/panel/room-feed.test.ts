import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { sliceList } from '../../../renderer/panel/features/feed/chunked-list.ts';
import { entriesOf, firstEntry } from '../../../renderer/panel/features/feed/lines.ts';
import { hiddenState } from '../../../renderer/panel/features/feed/marks.ts';
import {
  append,
  emptyFeed,
  type FeedPage,
  hold,
  loaded,
  olderArrived,
  purge,
  type RoomFeed,
  sawUpTo,
  select,
  unseenCount,
  WINDOW_LINES,
} from '../../../renderer/panel/features/feed/room-feed.ts';
import { comment } from './feed-samples.ts';

const page = (items: FeedPage['items'], more = false): FeedPage => ({
  items,
  more,
  hidden: { itemIds: [], users: {} },
});
const talk = (count: number, tag = 'line') =>
  Array.from({ length: count }, (_, index) => comment(`${tag} ${index}`, { at: index }));
const texts = (feed: RoomFeed) =>
  sliceList(feed.lines.list, 0)
    .flatMap((line) => entriesOf(line))
    .map(({ item }) => (item.kind === 'comment' ? item.text : item.kind));

describe('a room feed after the link was lost', () => {
  it('takes in only what it does not have', () => {
    const items = talk(5);
    const before = loaded(emptyFeed('a/r'), page(items.slice(0, 3)), 0);
    expect(texts(loaded(before, page(items.slice(1)), 9))).toEqual(items.map((item) => item.text));
  });

  it('marks the gap when nothing that it had is among the newest any more', () => {
    const before = loaded(emptyFeed('a/r'), page(talk(2, 'old')), 0);
    expect(texts(loaded(before, page(talk(2, 'new')), 9))).toEqual([
      'old 0',
      'old 1',
      'gap',
      'new 0',
      'new 1',
    ]);
  });

  it('takes the host’s word for what is hidden', () => {
    const items = talk(2);
    const before = purge(loaded(emptyFeed('a/r'), page(items), 0), {
      itemIds: [items[0]?.id ?? ''],
      hidden: true,
    });
    const hidden = { itemIds: [items[1]?.id ?? ''], users: {} };
    const after = loaded(before, { items, more: false, hidden }, 9);
    const states = sliceList(after.lines.list, 0).map((line) => {
      const entry = firstEntry(line);
      return entry === undefined ? undefined : hiddenState(after.marks, entry);
    });
    expect(states).toEqual(['shown', 'hidden']);
  });
});

describe('a room feed that is held', () => {
  it('counts what came and was not on screen', () => {
    const held = append(hold(loaded(emptyFeed('a/r'), page(talk(3)), 0), 'pause'), talk(4, 'new'));
    expect(unseenCount(held)).toBe(4);
    expect(unseenCount(sawUpTo(held, 4))).toBe(2);
    expect(unseenCount(hold(held, 'return'))).toBe(0);
  });

  it('lets go of its selection when it returns', () => {
    const picked = select(loaded(emptyFeed('a/r'), page(talk(3)), 0), 'l1', 'keys');
    expect(hold(picked, 'return').selected).toBeNull();
  });

  it('keeps the first line that is drawn where it was, however much comes', () => {
    const held = hold(loaded(emptyFeed('a/r'), page(talk(3)), 0), 'pause');
    expect(append(held, talk(3 * WINDOW_LINES, 'new')).from).toBe(held.from);
  });

  it('draws only the newest lines while it follows', () => {
    const feed = append(loaded(emptyFeed('a/r'), page([]), 0), talk(3 * WINDOW_LINES));
    expect(feed.lines.list.length - feed.from).toBe(WINDOW_LINES);
  });

  it('draws older lines that were fetched above those that are there', () => {
    const feed = loaded(emptyFeed('a/r'), page(talk(3), true), 0);
    const grown = olderArrived(feed, page(talk(2, 'old')));
    expect(texts(grown)).toEqual(['old 0', 'old 1', 'line 0', 'line 1', 'line 2']);
    expect(grown.from).toBe(grown.lines.droppedLines);
    expect(grown.older).toBe('none');
  });

  it('shows in older lines what was recalled, and who was new, as they were then', () => {
    const [said = comment(''), other = comment('')] = talk(2, 'old');
    const recall: FeedItem = {
      kind: 'moderation',
      id: 'recall',
      at: 9,
      receivedAt: 9,
      act: 'recall',
      targets: [],
      itemIds: [said.id],
    };
    const feed = loaded(emptyFeed('a/r'), page(talk(1), true), 0);
    const grown = olderArrived(feed, { items: [said, other, recall], more: false, firstTime: [other.id] });
    expect([...grown.marks.recalled]).toEqual([said.id]);
    expect(grown.marks.firstTime.has(other.id)).toBe(true);
  });
});
