import type { Action, JournalEntry } from '../../../main/contract/models/action.ts';

/** An entry of the journal, done by the VJ in the room `a/r`. */
export const journalEntry = (
  id: string,
  at: number,
  action: Action,
  more: Partial<JournalEntry> = {},
): JournalEntry => ({
  id,
  at,
  actor: 'vj',
  roomKey: 'a/r',
  roomName: 'Room',
  action,
  reason: '',
  status: 'done',
  confirmed: false,
  ...more,
});
