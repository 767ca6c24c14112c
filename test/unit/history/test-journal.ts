import type { Action, ActionType } from '../../../main/contract/models/action.ts';
import { openJournal } from '../../../main/core/history/journal.ts';
import type { NewJournalEvent } from '../../../main/core/history/journal-events.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { must, silentLog } from './test-history.ts';

/** A real SQLite journal, in memory unless a file is named, on a clock that stands still. */
export const openTestJournal = (file = ':memory:') => {
  const clock = createManualClock({ start: 1_760_000_000_000 });
  const reports: string[] = [];
  const journal = must(openJournal({ file, clock, log: silentLog, report: (text) => reports.push(text.en) }));
  return { journal, clock, reports };
};

type Opened = Extract<NewJournalEvent, { type: 'opened' }>;

export const opened = (entryId: string, fields: Partial<Opened> = {}): Opened => ({
  type: 'opened',
  entryId,
  batch: `batch of ${entryId}`,
  app: 1,
  roomKey: 'main/room',
  roomName: 'Night show 夜场',
  actor: 'moderator',
  action: { type: 'mute', userId: 'troll', nick: '喷子', seconds: 600 },
  reason: 'spam',
  original: '加V 123',
  prior: {},
  ...fields,
});

export const done = (entryId: string): NewJournalEvent => ({
  type: 'settled',
  entryId,
  status: 'done',
  confirmed: true,
  answers: [{ request: 'forbid_send_msg', code: 0, info: '' }],
  until: 1_760_000_600_000,
});

export const actionOf = (type: ActionType, userId = 'troll'): Action => {
  const target = { userId, nick: userId };
  if (type === 'mute' || type === 'ban') return { type, ...target, seconds: 600 };
  if (type === 'hide-comment' || type === 'show-comment') return { type, ...target, itemId: 'item' };
  if (type === 'recall') return { type, ...target, itemId: 'item', seq: 7 };
  if (type === 'warn') return { type, ...target, text: 'please stop', to: 'room' };
  if (type === 'notice') return { type, text: 'hello' };
  if (type === 'mute-all' || type === 'unmute-all') return { type };
  return { type, ...target };
};
