import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../main/contract/models/action.ts';
import { entryAfterMove, listedEntries } from '../../../renderer/panel/features/journal/journal-pick.ts';

const entry = (id: string, status: JournalEntry['status']): JournalEntry => ({
  id,
  at: 0,
  actor: 'moon',
  roomKey: 'a/room',
  roomName: 'Room',
  action: { type: 'mute', userId: 'troll', nick: 'Troll', seconds: 600 },
  reason: '',
  status,
  confirmed: false,
});
const entries = [entry('3', 'done'), entry('2', 'failed'), entry('1', 'done')];

describe('the entry that the keys are on', () => {
  it('begins with the newest, and stops at both ends', () => {
    const next = (selected: string | null, step: number) => entryAfterMove(entries, selected, step);
    expect([next(null, 1), next('3', 1), next('1', 1), next('3', -1)]).toEqual(['3', '2', '1', '3']);
  });

  it('begins anew when it is not listed any more, and is none where nothing is', () => {
    expect(entryAfterMove(listedEntries(entries, 'failed'), '3', 1)).toBe('2');
    expect(entryAfterMove([], '3', 1)).toBeNull();
  });
});
