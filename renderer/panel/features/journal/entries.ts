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

/** Entries as they stand now, where they are among the newest. */
export const asTheyStand = (entries: readonly JournalEntry[], newest: Entries): readonly JournalEntry[] => {
  const known = new Map(newest.map((entry) => [entry.id, entry]));
  return entries.map((entry) => known.get(entry.id) ?? entry);
};

/** Why an entry cannot be reversed from here, or nothing when it can. */
export type UndoBar = 'undone' | 'not-done' | 'said' | 'recalled' | 'warned';

/** What the service has to agree to; where it refuses, what was hidden stays hidden until the entry is undone. */
const hidesRefused: ReadonlySet<ActionType> = new Set(['mute', 'ban', 'recall']);

const keepsHidden = ({ action, status, undoes }: JournalEntry): boolean =>
  status === 'failed' && undoes === undefined && hidesRefused.has(action.type);

export const undoBar = (entry: JournalEntry): UndoBar | undefined => {
  if (entry.undoneBy !== undefined) return 'undone';
  if (keepsHidden(entry)) return undefined;
  if (entry.action.type === 'notice') return 'said';
  if (entry.action.type === 'warn') return 'warned';
  if (entry.action.type === 'recall') return 'recalled';
  return entry.status === 'failed' ? 'not-done' : undefined;
};

export const canUndo = (entry: JournalEntry): boolean => undoBar(entry) === undefined;
