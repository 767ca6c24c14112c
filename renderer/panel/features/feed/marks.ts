import type { Verdict } from '../../../../main/contract/models/verdict.ts';
import type { Entry } from './lines.ts';
import { commentOf } from './lines.ts';

/** What was taken off the screen in one room. Comments are never deleted here, only marked, so that undo is at hand. */
export type Marks = {
  readonly items: ReadonlySet<string>;
  /** userID → what was received up to then is hidden, ms since the epoch; `null` = also what is to come. */
  readonly users: ReadonlyMap<string, number | null>;
  /** Recalled in the room itself: gone for every viewer. */
  readonly recalled: ReadonlySet<string>;
  /** Verdicts that have changed since the comment came: a held one was approved. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Comments that are somebody's first in this room. */
  readonly firstTime: ReadonlySet<string>;
};

export type Purge = {
  readonly itemIds: readonly string[];
  readonly userId?: string | undefined;
  /** With `userId`: those received up to then, ms since the epoch; `null` = also those to come. */
  readonly upTo?: number | null | undefined;
  readonly hidden: boolean;
};

/** What the host says is hidden in a room. */
export type HiddenThere = {
  readonly itemIds: readonly string[];
  readonly users: Readonly<Record<string, number | null>>;
};

export const noMarks: Marks = {
  items: new Set(),
  users: new Map(),
  recalled: new Set(),
  verdicts: new Map(),
  firstTime: new Set(),
};

/** Comments hidden or recalled one by one that are remembered; the oldest go when there are a quarter more. */
const MOST_MARKED = 10_000;
/** Changed verdicts that are remembered; a quarter goes when there are as many. */
const MOST_VERDICTS = 4_000;

/** A copy is made of much at once, seldom. */
const newestOf = <T>(all: ReadonlySet<T>, most: number): ReadonlySet<T> =>
  all.size > most * 1.25 ? new Set([...all].slice(-most)) : all;

const withItems = (
  items: ReadonlySet<string>,
  ids: readonly string[],
  hidden: boolean,
): ReadonlySet<string> => {
  if (ids.length === 0) return items;
  const next = new Set(items);
  for (const id of ids) {
    if (hidden) next.add(id);
    else next.delete(id);
  }
  return newestOf(next, MOST_MARKED);
};

/** Hides or shows. */
export const afterPurge = (marks: Marks, purge: Purge): Marks => {
  const items = withItems(marks.items, purge.itemIds, purge.hidden);
  if (purge.userId === undefined) return { ...marks, items };
  const users = new Map(marks.users);
  if (purge.hidden) users.set(purge.userId, purge.upTo ?? null);
  else users.delete(purge.userId);
  return { ...marks, items, users };
};

/** The host's own word for what is hidden takes the place of what was known here. */
export const afterSnapshot = (marks: Marks, hidden: HiddenThere): Marks => ({
  ...marks,
  items: new Set(hidden.itemIds),
  users: new Map(Object.entries(hidden.users)),
});

export const afterRecall = (marks: Marks, itemIds: readonly string[]): Marks => ({
  ...marks,
  recalled: withItems(marks.recalled, itemIds, true),
});

export const afterVerdict = (marks: Marks, itemId: string, verdict: Verdict): Marks => {
  const { verdicts } = marks;
  const kept = verdicts.size < MOST_VERDICTS ? verdicts : [...verdicts].slice(MOST_VERDICTS / 4);
  return { ...marks, verdicts: new Map(kept).set(itemId, verdict) };
};

/** First comments that are remembered; the oldest go when there are a quarter more. */
const FIRST_TIMES = 4_000;

export const afterFirstTime = (marks: Marks, itemIds: readonly string[]): Marks => {
  if (itemIds.length === 0) return marks;
  return { ...marks, firstTime: newestOf(withItems(marks.firstTime, itemIds, true), FIRST_TIMES) };
};

export type HiddenState = 'shown' | 'hidden' | 'recalled';

export const hiddenState = (marks: Marks, entry: Entry): HiddenState => {
  const comment = commentOf(entry);
  if (comment === undefined) return 'shown';
  if (marks.recalled.has(comment.id)) return 'recalled';
  if (marks.items.has(comment.id)) return 'hidden';
  const upTo = marks.users.get(comment.person.userId);
  if (upTo === undefined) return 'shown';
  return upTo === null || comment.receivedAt <= upTo ? 'hidden' : 'shown';
};
