import { describe, expect, it } from 'vitest';
import { createFeedHub } from '../../../main/core/feed/feed-hub.ts';
import { createFeedPages } from '../../../main/core/feed/feed-pages.ts';
import { openTestHistory, said } from '../history/test-history.ts';

const ROOM = 'main/room';
const START = 1_760_000_000_000;
const line = (index: number) =>
  said('ann', `line ${index}`, {
    id: `m${index}`,
    at: START + index * 1000,
    receivedAt: START + index * 1000,
  });
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => line(from + index));

/** A hub over a real history; what it is given goes into both, as it does in the product. */
const rig = (stored: number) => {
  const { history, clock } = openTestHistory();
  history.addItems(ROOM, lines(0, stored));
  const hub = createFeedHub({
    clock,
    publish: () => undefined,
    isOpen: () => true,
    history,
    onItems: (roomKey, items) => history.addItems(roomKey, items),
  });
  return { hub, history, clock, pages: createFeedPages({ hub, history }) };
};

const readAll = (pages: ReturnType<typeof createFeedPages>, limit: number): string[] => {
  const read: string[] = [];
  let page = pages.recent(ROOM, limit);
  read.unshift(...page.items.map(({ id }) => id));
  while (page.more) {
    page = pages.recent(ROOM, limit, page.items[0]?.id);
    read.unshift(...page.items.map(({ id }) => id));
  }
  return read;
};

describe("the pages of a room's feed", () => {
  it.each([1, 7, 200, 400])('go back from memory into the history, %i at a time, each item once', (limit) => {
    const { hub, pages } = rig(500);
    const live = lines(501, 3600);
    for (const item of live) hub.add(ROOM, [item]);
    const ids = readAll(pages, limit).filter((id) => !id.startsWith('gap:'));
    expect(ids).toEqual([...lines(0, 500), ...live].map(({ id }) => id));
  });

  it('show what earlier runs stored before anything has come', () => {
    const { pages } = rig(500);
    expect(pages.recent(ROOM, 300)).toMatchObject({ more: true });
    expect(readAll(pages, 300)).toHaveLength(500);
    expect(pages.recent('main/elsewhere', 300)).toEqual({ items: [], more: false });
  });

  it('show of the past what was not stored, behind what was', () => {
    const { hub, pages } = rig(30);
    hub.add(
      ROOM,
      lines(20, 40).map((item) => ({ ...item, receivedAt: START + 900_000, past: true as const })),
    );
    expect(readAll(pages, 100)).toEqual(lines(0, 40).map(({ id }) => id));
  });

  it('tell within one second what is stored from what is not', () => {
    const { hub, history, pages } = rig(0);
    // The newest 200 that are stored begin in the midst of a second.
    const crowd = lines(0, 250).map((item, index) => ({
      ...item,
      at: START + Math.floor(index / 20) * 1000,
    }));
    history.addItems(ROOM, crowd);
    hub.add(
      ROOM,
      crowd.slice(40, 60).map((item) => ({ ...item, past: true as const })),
    );
    expect(readAll(pages, 100)).toEqual(crowd.map(({ id }) => id));
  });

  it('show each item once where the order of arrival is not that of time', () => {
    const { hub, pages } = rig(0);
    const live = lines(0, 3000).map((item, index) => ({ ...item, at: item.at - (index % 7) * 900 }));
    for (const item of live) hub.add(ROOM, [item]);
    const ids = readAll(pages, 400);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('know a comment that has left the memory', () => {
    const { hub, pages } = rig(0);
    for (const item of lines(0, 3000)) hub.add(ROOM, [item]);
    expect(hub.find(ROOM, 'm5')).toBeUndefined();
    expect(pages.find(ROOM, 'm5')).toMatchObject({ text: 'line 5' });
    expect(pages.find(ROOM, 'nobody knows')).toBeUndefined();
  });
});
