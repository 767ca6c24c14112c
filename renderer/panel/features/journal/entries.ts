import type { ActionType, JournalEntry } from '../../../../main/contract/models/action.ts';

/** The journal's newest entries, newest first. */
export type Entries = readonly JournalEntry[];

/** What the panel keeps on screen; all of it is in the history. */
const LIMIT = 1_000;

const newestFirst = (a: JournalEntry, b: JournalEntry): number => b.at - a.at || (a.id < b.id ? 1 : -1);

/** Puts entries in, each in place of what was known of it before. */
export const mergeEntries = (entries: Entries, news: readonly JournalEntry[]): Entries => {
  if (news.length === 0) return entries;
  const renewed = new Map(news.map((entry) => [entry.id, entry]));
  const kept = entries.filter((entry) => !renewed.has(entry.id));
  return [...renewed.values(), ...kept].sort(newestFirst).slice(0, LIMIT);
};

const reversible: ReadonlySet<ActionType> = new Set([
  'mute',
  'unmute',
  'ban',
  'unban',
  'hide-comment',
  'show-comment',
  'hide-user',
  'show-user',
  'mute-all',
  'unmute-all',
]);

/** Why an entry cannot be reversed from here, or nothing when it can. */
export type UndoBar = 'undone' | 'not-done' | 'said' | 'recalled' | 'warned';

export const undoBar = (entry: JournalEntry): UndoBar | undefined => {
  if (entry.undoneBy !== undefined) return 'undone';
  if (entry.action.type === 'notice') return 'said';
  if (entry.action.type === 'warn') return 'warned';
  if (entry.action.type === 'recall') return 'recalled';
  return entry.status === 'failed' ? 'not-done' : undefined;
};

export const canUndo = (entry: JournalEntry): boolean =>
  reversible.has(entry.action.type) && undoBar(entry) === undefined;

/** The newest entry that took a comment off the screen and still stands. */
export const entryThatHid = (
  entries: Entries,
  roomKey: string,
  itemId: string,
  userId: string,
): JournalEntry | undefined =>
  entries.find(
    ({ action, roomKey: where, undoneBy, status }) =>
      where === roomKey &&
      undoneBy === undefined &&
      status !== 'failed' &&
      ((action.type === 'hide-comment' && action.itemId === itemId) ||
        (action.type === 'hide-user' && action.userId === userId)),
  );
