import { describe, expect, it } from 'vitest';
import type { Action, JournalEntry } from '../../../main/contract/models/action.ts';
import type { Room } from '../../../main/contract/models/room.ts';
import { canUndo, mergeEntries, undoBar } from '../../../renderer/panel/features/journal/entries.ts';
import { entryThatHid } from '../../../renderer/panel/features/journal/what-hid.ts';
import {
  muteAllShown,
  mutedUntil,
  type Pending,
} from '../../../renderer/panel/features/moderation/pending.ts';
import { reverseOf } from '../../../renderer/panel/features/moderation/reverse.ts';
import { comment } from './feed-samples.ts';
import { journalEntry } from './journal-samples.ts';

const room: Room = {
  key: 'a/r',
  accountId: 'a',
  roomId: 'r',
  name: 'Room',
  ownerId: 'vj',
  connection: { state: 'live', since: 0 },
  muteAll: false,
  convention: 'plain',
  muted: { troll: 5_000, ghost: 10, lifer: null },
};
const pending = (action: Action, at = 1_000): Pending => ({ id: 1, action, rooms: ['a/r'], at });
const troll = { userId: 'troll', nick: 'Troll' };

describe('a mute on screen', () => {
  it('is what the host knows, until it is over', () => {
    expect(mutedUntil(room, [], 'troll', 1_000)).toBe(5_000);
    expect(mutedUntil(room, [], 'ghost', 1_000)).toBeUndefined();
    expect(mutedUntil(room, [], 'lifer', 1_000)).toBeNull();
  });

  it('shows at once what was just asked for here', () => {
    const mute = pending({ type: 'mute', userId: 'kk', nick: 'kk', seconds: 60 });
    expect(mutedUntil(room, [mute], 'kk', 1_000)).toBe(61_000);
    expect(mutedUntil(room, [pending({ type: 'unmute', ...troll })], 'troll', 1_000)).toBeUndefined();
    expect(mutedUntil({ ...room, key: 'a/other' }, [mute], 'kk', 1_000)).toBeUndefined();
  });

  it('of all is shown at once too', () => {
    expect(muteAllShown(room, [pending({ type: 'mute-all' })])).toBe(true);
    expect(muteAllShown({ ...room, muteAll: true }, [pending({ type: 'unmute-all' })])).toBe(false);
    expect(muteAllShown({ ...room, muteAll: true }, [])).toBe(true);
  });
});

const hide: Action = { type: 'hide-comment', ...troll, itemId: 'i1' };
const said = { ...comment('rude', { userId: 'troll', at: 10 }), id: 'i1' };

describe('the journal on screen', () => {
  it('is newest first, and an entry takes the place of what was known of it', () => {
    const begun = mergeEntries(
      [],
      [journalEntry('1', 1, hide, { status: 'pending' }), journalEntry('2', 2, hide)],
    );
    const done = mergeEntries(begun, [journalEntry('1', 1, hide)]);
    expect(done.map((one) => [one.id, one.status])).toEqual([
      ['2', 'done'],
      ['1', 'done'],
    ]);
  });

  it('says what can be undone and why the rest cannot', () => {
    expect(canUndo(journalEntry('1', 1, hide))).toBe(true);
    expect(undoBar(journalEntry('1', 1, hide, { undoneBy: '2' }))).toBe('undone');
    expect(undoBar(journalEntry('1', 1, hide, { status: 'failed' }))).toBe('not-done');
    expect(undoBar(journalEntry('1', 1, { type: 'notice', text: 'hi' }))).toBe('said');
    const recall: Action = { type: 'recall', ...troll, itemId: 'i', seq: 1 };
    expect(undoBar(journalEntry('1', 1, recall))).toBe('recalled');
    expect(canUndo(journalEntry('1', 1, recall, { status: 'failed' }))).toBe(true);
    expect(canUndo(journalEntry('1', 1, recall, { status: 'failed', undoneBy: '2' }))).toBe(false);
  });

  it('finds the entry that hid a comment, and passes over one that was undone', () => {
    const entries = [
      journalEntry('2', 2, hide, { undoneBy: '3' }),
      journalEntry('1', 1, { type: 'hide-user', ...troll }),
    ];
    expect(entryThatHid(entries, 'a/r', said)?.id).toBe('1');
    expect(entryThatHid(entries, 'a/other', said)).toBeUndefined();
  });

  it('knows that a mute hides what was said before it, also a refused one, until it is lifted', () => {
    const mute = (at: number, more: Partial<JournalEntry> = {}) =>
      journalEntry(`mute-${at}`, at, { type: 'mute', ...troll, seconds: 60 }, more);
    const unmute = journalEntry('unmute', 30, { type: 'unmute', ...troll });
    expect(entryThatHid([mute(20)], 'a/r', said)?.id).toBe('mute-20');
    expect(entryThatHid([mute(20, { status: 'failed' })], 'a/r', said)?.id).toBe('mute-20');
    expect(entryThatHid([mute(9)], 'a/r', said)).toBeUndefined();
    expect(entryThatHid([unmute, mute(20)], 'a/r', said)).toBeUndefined();
    expect(entryThatHid([mute(40), unmute, mute(20)], 'a/r', said)?.id).toBe('mute-40');
  });
});

describe('undoing', () => {
  it('leads back to where it began', () => {
    const actions: Action[] = [
      hide,
      { type: 'show-comment', ...troll, itemId: 'i1' },
      { type: 'hide-user', ...troll },
      { type: 'mute-all' },
    ];
    for (const action of actions) {
      const reverse = reverseOf(action);
      expect(reverse === undefined ? undefined : reverseOf(reverse)).toEqual(action);
    }
  });

  it('leaves no mark where there is none to take away', () => {
    expect(reverseOf({ type: 'notice', text: 'hi' })).toBeUndefined();
  });
});
