import { expect, it } from 'vitest';
import { MOST_HIDDEN } from '../../../main/core/history/hidden.ts';
import { createHiddenPeople } from '../../../main/core/moderation/hidden-people.ts';
import { openTestHistory, said } from '../history/test-history.ts';
import { actionOf, done, opened, openTestJournal } from '../history/test-journal.ts';

const roomKey = 'main/room';

it('what was hidden stays hidden when the history is lost and the journal is not', () => {
  const { journal, clock } = openTestJournal();
  const entry = (id: string, fields: Parameters<typeof opened>[1]) => {
    clock.advance(1000);
    journal.append([opened(id, fields), done(id)]);
    return clock.now();
  };
  entry('e1', { action: actionOf('hide-comment') });
  entry('e2', { action: actionOf('hide-user', 'spammer') });
  const mutedAt = entry('e3', { action: actionOf('mute', 'loud') });
  entry('e4', { action: actionOf('hide-user', 'forgiven') });
  entry('e5', { action: actionOf('show-user', 'forgiven'), undoes: 'e4' });
  journal.append([{ type: 'undone', entryId: 'e4', by: 'e5' }]);
  entry('e6', { action: actionOf('hide-user', 'elsewhere'), roomKey: 'main/other' });

  const people = createHiddenPeople(openTestHistory().history.hidden, journal);
  const before = { receivedAt: mutedAt - 10 };
  const items = [
    said('troll', 'the hidden one', { id: 'item' }),
    said('spammer', 'anything'),
    said('loud', 'before the mute', before),
    said('loud', 'after it', { receivedAt: mutedAt + 10 }),
    said('forgiven', 'welcome back'),
    said('elsewhere', 'hidden in another room'),
  ];
  const seen = people.visible(roomKey, items).map((item) => ('text' in item ? item.text : ''));
  expect(seen).toEqual(['after it', 'welcome back', 'hidden in another room']);
});

it('what rules hide show after show does not pile up, and the newest stay hidden', () => {
  const { history } = openTestHistory();
  const { journal } = openTestJournal();
  const hide = (people: ReturnType<typeof createHiddenPeople>, from: number, count: number) => {
    for (let index = from; index < from + count; index += 1) {
      history.hidden.setItem(roomKey, `spam-${index}`, 'spammer', true);
      people.hide(roomKey, { itemIds: [`spam-${index}`] });
    }
  };
  const first = createHiddenPeople(history.hidden, journal);
  hide(first, 0, MOST_HIDDEN + 500);
  expect(first.inRoom(roomKey).itemIds).toHaveLength(MOST_HIDDEN);
  const second = createHiddenPeople(history.hidden, journal);
  expect(second.inRoom(roomKey).itemIds).toHaveLength(MOST_HIDDEN);
  const newest = said('spammer', 'again', { id: `spam-${MOST_HIDDEN + 499}` });
  for (const people of [first, second]) expect(people.visible(roomKey, [newest])).toEqual([]);
});
