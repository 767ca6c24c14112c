import { describe, expect, it } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import { MOST_ENTRIES } from '../../../main/contract/calls/moderation-calls.ts';
import type { Action, JournalEntry } from '../../../main/contract/models/action.ts';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import { LARGEST_CALL } from '../../../main/contract/panel-wire.ts';
import { ok } from '../../../main/contract/result.ts';
import { createUndo } from '../../../renderer/panel/features/desk/undo.ts';
import { createFeeds } from '../../../renderer/panel/features/feed/index.ts';
import { createJournal } from '../../../renderer/panel/features/journal/index.ts';
import { type ActInput, createModeration } from '../../../renderer/panel/features/moderation/index.ts';
import { createToasts } from '../../../renderer/panel/features/toasts/index.ts';
import { bridgeDouble, stillClock } from '../../support/bridge-double.ts';
import { comment } from './feed-samples.ts';
import { journalEntry } from './journal-samples.ts';

const ROOM = 'a/r';
const clock = stillClock;
const refusal = appError('refused-by-service', { en: 'Not allowed.', 'zh-CN': '无权操作。' });
const person = (userId: string) => ({ userId, nick: userId });
const ban = (userId: string): Action => ({ type: 'ban', ...person(userId), seconds: 60 });
const mute = (userId: string): Action => ({ type: 'mute', ...person(userId), seconds: 60 });

/** A panel of one room. The host does everything but what it is told to refuse, each act 10 ms after the one before. */
const onePanel = async (options: {
  readonly said?: readonly Comment[];
  readonly past?: readonly JournalEntry[];
  readonly refuses?: (action: Action) => boolean;
  readonly hidden?: { readonly itemIds: string[]; readonly users: Record<string, number | null> };
}) => {
  const { said = [], past = [], hidden = { itemIds: [], users: {} } } = options;
  const refuses = options.refuses ?? (() => false);
  let made = 0;
  const entryOf = (action: Action, roomKey: string): JournalEntry => {
    made += 1;
    const base = { id: `entry-${made}`, at: 1_000 + made * 10, actor: 'vj', roomKey, roomName: roomKey };
    const rest = { action, reason: '', confirmed: false };
    return refuses(action)
      ? { ...base, ...rest, status: 'failed', error: refusal }
      : { ...base, ...rest, status: 'done' };
  };
  const carriedOut = (acts: readonly ActInput[]) =>
    ok({ entries: acts.flatMap(({ action, rooms }) => rooms.map((room) => entryOf(action, room))) });
  const { bridge, inputsOf } = bridgeDouble({
    'feed:recent': () => ok({ items: [...said], more: false, hidden }),
    'journal:recent': () => ok({ entries: [...past] }),
    'moderation:act': (input) => carriedOut([input]),
    'moderation:act-many': ({ acts }) => carriedOut(acts),
    'moderation:undo': () => ok({ entries: [], refused: [] }),
  });
  const feeds = createFeeds({ bridge, clock, draw: (change) => change() });
  feeds.keep([ROOM]);
  await feeds.reload(ROOM);
  const journal = createJournal({ bridge });
  await expect.poll(() => journal.entries.getState().length).toBe(past.length);
  const toasts = createToasts({ now: clock.now });
  const moderation = createModeration({ bridge, clock, feeds, journal, toasts });
  const undone = () => inputsOf('moderation:undo').map(({ entryIds }) => entryIds);
  const acted = () => inputsOf('moderation:act').map(({ action }) => action);
  return { moderation, feeds, undone, acted, inputsOf };
};

const anna = comment('hello all', { userId: 'anna', at: 100 });
const annaHidden = { itemIds: [], users: { anna: 500 } };
const about = [{ roomKey: ROOM, comment: anna }];

describe('showing a hidden comment again', () => {
  it('undoes the mute that hides it, not what was done last', async () => {
    const { moderation, undone, acted } = await onePanel({
      said: [anna],
      past: [journalEntry('muted-anna', 500, mute('anna'))],
      hidden: annaHidden,
    });
    await moderation.act({ action: ban('troll'), rooms: [ROOM] });
    await moderation.showAgain(about);
    await moderation.undoHiding(about);
    expect(undone()).toEqual([['muted-anna'], ['muted-anna']]);
    expect(acted()).toEqual([ban('troll')]);
  });

  it('is an act of its own where nobody knows any more what hid it, or it was lifted by hand', async () => {
    const lifted = [
      journalEntry('unmuted-anna', 600, { type: 'unmute', ...person('anna') }),
      journalEntry('muted-anna', 500, mute('anna')),
    ];
    for (const journal of [[], lifted]) {
      const { moderation, undone, acted } = await onePanel({
        said: [anna],
        past: journal,
        hidden: annaHidden,
      });
      await moderation.act({ action: ban('troll'), rooms: [ROOM] });
      await moderation.undoHiding(about);
      expect(undone()).toEqual([]);
      expect(acted()).toEqual([ban('troll'), { type: 'show-user', userId: 'anna', nick: 'ANNA' }]);
    }
  });

  it('names the comment where it alone is hidden', async () => {
    const hidden = { itemIds: [anna.id], users: {} };
    const { moderation, undone, acted } = await onePanel({ said: [anna], hidden });
    await moderation.act({ action: ban('troll'), rooms: [ROOM] });
    await moderation.showAgain(about);
    expect(undone()).toEqual([]);
    expect(acted().at(-1)).toEqual({
      type: 'show-comment',
      userId: 'anna',
      nick: 'ANNA',
      itemId: anna.id,
    });
  });

  it('brings back by U all that the last act hid, and by its own button that one comment', async () => {
    const bea = comment('hello too', { userId: 'bea', at: 100 });
    const hide = (one: Comment): ActInput => ({
      action: { type: 'hide-comment', ...person(one.person.userId), itemId: one.id },
      rooms: [ROOM],
    });
    const { moderation, undone } = await onePanel({ said: [anna, bea] });
    await moderation.actMany([hide(anna), hide(bea)]);
    await moderation.showAgain(about);
    await moderation.actMany([hide(anna), hide(bea)]);
    await moderation.undoHiding(about);
    expect(undone()).toEqual([['entry-1'], ['entry-3', 'entry-4']]);
  });
});

describe('the key for undo', () => {
  it('never takes the last act for an entry of the journal that is selected, whatever became of it', async () => {
    const { moderation, feeds, undone } = await onePanel({});
    await moderation.act({ action: ban('troll'), rooms: [ROOM] });
    const warned = journalEntry('warned', 5, { type: 'warn', ...person('anna'), text: 'stop', to: 'user' });
    for (const entry of [warned, journalEntry('undone', 6, mute('anna'), { undoneBy: 'undo' })])
      createUndo({ feeds, moderation, selection: { entry: () => entry, aim: () => undefined } })();
    await expect.poll(undone).toEqual([['warned'], ['undone']]);
  });
});

describe('undoing the last act', () => {
  it('also takes back a mute that the service refused: it keeps comments hidden', async () => {
    const { moderation, undone } = await onePanel({ refuses: ({ type }) => type === 'mute' });
    await moderation.act({ action: ban('troll-1'), rooms: [ROOM] });
    await moderation.act({ action: mute('troll-2'), rooms: [ROOM] });
    await moderation.undoLast();
    expect(undone()).toEqual([['entry-2']]);
  });

  it('takes back all of it, however much it was', async () => {
    const { moderation, undone } = await onePanel({});
    const rooms = Array.from({ length: 10 }, (_, index) => `a/room-${index}`);
    await moderation.act({ action: ban('before'), rooms: [ROOM] });
    await moderation.actMany(
      Array.from({ length: 150 }, (_, index) => ({ action: mute(`raider-${index}`), rooms })),
    );
    await moderation.undoLast();
    expect(undone().map((ids) => new Set(ids).size)).toEqual([1_500]);
    expect(1_500).toBeLessThanOrEqual(MOST_ENTRIES);
  });
});

describe('an act on many long comments', () => {
  const sizeOf = (input: unknown): number =>
    Buffer.byteLength(JSON.stringify({ id: 1_000_000, call: 'moderation:act-many', input }));
  const actsOn = (texts: readonly string[]): ActInput[] =>
    texts.map((original, index) => ({ action: mute(`raider-${index}`), rooms: [ROOM], original }));

  it('is small enough for the host, and keeps as much of each as there is room for', async () => {
    const { moderation, inputsOf } = await onePanel({});
    const texts = ['刷屏'.repeat(2_000), '"\\\n'.repeat(2_000), '👍'.repeat(2_000)];
    await moderation.actMany(actsOn(Array.from({ length: 200 }, (_, index) => texts[index % 3] ?? '')));
    const [input] = inputsOf('moderation:act-many');
    expect(sizeOf(input)).toBeLessThan(LARGEST_CALL);
    for (const [index, { original = '' }] of (input?.acts ?? []).entries()) {
      expect(original.length).toBeGreaterThan(200);
      expect(texts[index % 3]?.startsWith(original)).toBe(true);
      expect(original.isWellFormed()).toBe(true);
    }
  });

  it('keeps them whole where they fit', async () => {
    const { moderation, inputsOf } = await onePanel({});
    const texts = ['长'.repeat(11_000), ...Array.from({ length: 199 }, () => 'short')];
    await moderation.actMany(actsOn(texts));
    expect(inputsOf('moderation:act-many')[0]?.acts.map(({ original }) => original)).toEqual(texts);
  });

  it('cuts a single one at the length that the journal takes, never through a sign', async () => {
    const { moderation, inputsOf } = await onePanel({});
    await moderation.act({ action: mute('anna'), rooms: [ROOM], original: `x${'👍'.repeat(7_000)}` });
    expect(inputsOf('moderation:act')[0]?.original).toBe(`x${'👍'.repeat(5_999)}`);
  });
});
