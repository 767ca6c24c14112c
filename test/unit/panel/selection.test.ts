import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { ok } from '../../../main/contract/result.ts';
import { createTopics } from '../../../renderer/panel/bridge/index.ts';
import { type DeckState, emptyDeck } from '../../../renderer/panel/features/deck/deck.ts';
import { createSelection } from '../../../renderer/panel/features/desk/selection.ts';
import { saidInRow } from '../../../renderer/panel/features/desk/subject.ts';
import { createFeeds, noFilter, setFilter, toggleOpen } from '../../../renderer/panel/features/feed/index.ts';
import { append, hold, type RoomFeed } from '../../../renderer/panel/features/feed/room-feed.ts';
import { createHeld } from '../../../renderer/panel/features/held/index.ts';
import { createJournal, createJournalPick } from '../../../renderer/panel/features/journal/index.ts';
import { createToasts } from '../../../renderer/panel/features/toasts/index.ts';
import { bridgeDouble, stillClock } from '../../support/bridge-double.ts';
import { comment } from './feed-samples.ts';

const ROOM = 'a/r';
const clock = stillClock;

/** A panel with one room in which this was said. */
const openRoom = async (items: FeedItem[]) => {
  const { bridge } = bridgeDouble({
    'feed:recent': () => ok({ items, more: false, hidden: { itemIds: [], users: {} } }),
  });
  const feeds = createFeeds({ bridge, clock, draw: (change) => change() });
  feeds.keep([ROOM]);
  await feeds.reload(ROOM);
  const toasts = createToasts({ now: clock.now });
  const topics = createTopics({ bridge, clock });
  const held = createHeld({ bridge, topics, toasts });
  const journalPick = createJournalPick({ journal: createJournal({ bridge }) });
  const deck = createStore<DeckState>(() => ({ ...emptyDeck, active: ROOM }));
  const selection = createSelection({ feeds, deck, held, journalPick });
  const change = (how: (feed: RoomFeed) => RoomFeed) => feeds.get(ROOM)?.setState(how, true);
  return { selection, change, aimedAt: () => selection.aim()?.person.userId };
};

const others = (count: number) =>
  Array.from({ length: count }, (_, index) => comment(`other words ${index}`, { userId: `other-${index}` }));

/** Anna's row is clicked and the pointer leaves: the feed follows again. */
const withAnnaPicked = async () => {
  const room = await openRoom([...others(3), comment('hello all', { userId: 'anna' }), ...others(2)]);
  room.change((feed) => hold(feed, 'pointer-in'));
  room.selection.pick(ROOM, 'l3', 'pointer');
  room.change((feed) => hold(feed, 'pointer-out'));
  expect(room.aimedAt()).toBe('anna');
  return room;
};

describe('the keys', () => {
  it('stay on whoever was picked, however much comes after', async () => {
    const { change, aimedAt } = await withAnnaPicked();
    change((feed) => append(feed, others(900)));
    expect(aimedAt()).toBe('anna');
  });

  it('stay on whoever was picked when a filter keeps their row from the screen', async () => {
    const { change, aimedAt } = await withAnnaPicked();
    change((feed) => setFilter(feed, { ...noFilter, text: 'other' }));
    expect(aimedAt()).toBe('anna');
  });

  it('are on nobody when the row that was picked has left memory', async () => {
    const { selection, change, aimedAt } = await withAnnaPicked();
    change((feed) => append(feed, others(20_100)));
    expect(aimedAt()).toBeUndefined();
    selection.move(1);
    expect(aimedAt()).toMatch(/^other-/);
  });

  it('mean of a folded line what a filter leaves of it on the screen', async () => {
    const { selection, change } = await openRoom([
      comment('the very same', { userId: 'anna' }),
      comment('the very same', { userId: 'bea' }),
    ]);
    selection.pick(ROOM, 'l0', 'keys');
    change((feed) => setFilter(feed, { ...noFilter, user: 'bea' }));
    const aim = selection.aim();
    expect(aim?.person.userId).toBe('bea');
    const said = aim === undefined ? [] : saidInRow(aim.row, ROOM);
    expect(said.map((one) => one.comment.person.userId)).toEqual(['bea']);
  });

  it('stay on one event of an opened line, also of a line that took it in late, and go to the line when it is closed', async () => {
    const { selection, change, aimedAt } = await openRoom([
      comment('the very same', { userId: 'anna' }),
      comment('something else', { userId: 'cy' }),
      comment('the very same', { userId: 'bea' }),
    ]);
    change((feed) => toggleOpen(feed, 0));
    selection.pick(ROOM, 'e2', 'pointer');
    change((feed) => append(feed, others(900)));
    expect(aimedAt()).toBe('bea');
    change((feed) => toggleOpen(feed, 0));
    expect(selection.rowNow()?.row.id).toBe('l0');
  });
});
