import type { Comment } from '../../../../main/contract/models/feed-item.ts';
import type { CrowdCounts, Entry, FeedEvent, Line } from './lines.ts';
import { commentOf, firstEntry } from './lines.ts';

/**
 * How freely lines are folded. A line may take in a newer entry only while it is young and still near the end, so that
 * what a reader looks at is what is happening now.
 */
export type FoldRules = {
  /** Likes, joins, leaves and counters of this many ms become one line. */
  readonly crowdMs: number;
  /** The same words again within this many ms join the first line that said them; so does the same gift again. */
  readonly sameMs: number;
  /** How many lines back a line may still grow: about one screen. */
  readonly reach: number;
  /** A line that holds this many entries is full. */
  readonly capacity: number;
};

export const defaultFoldRules: FoldRules = { crowdMs: 3_000, sameMs: 8_000, reach: 24, capacity: 500 };

const SAYING_LIMIT = 200;

/** What counts as the same words: case, width and spaces aside. Long texts are compared whole elsewhere: never here. */
export const sayingOf = (text: string): string | undefined => {
  if (text.length > SAYING_LIMIT) return undefined;
  const saying = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return saying === '' ? undefined : saying;
};

/** Own words are never folded: whoever says something must see it said. A held comment folds only with held ones. */
const commentKey = (item: Comment): string | undefined => {
  const saying = item.own ? undefined : sayingOf(item.text);
  return saying === undefined ? undefined : `${item.verdict.level}:${saying}`;
};

/** What two events must have in common to stand in one line: comments their words, gifts their giver and kind. */
const foldKey = (item: FeedEvent): string | undefined => {
  if (item.kind === 'comment') return commentKey(item);
  return item.kind === 'gift' ? `gift:${item.person.userId}\n${item.giftId}` : undefined;
};

const crowdKinds: ReadonlySet<FeedEvent['kind']> = new Set(['like', 'join', 'leave', 'counter']);

const isCrowd = (item: FeedEvent): boolean => crowdKinds.has(item.kind);

const noCounts: CrowdCounts = { likes: 0, joined: 0, left: 0, counters: {} };

const countIn = (counts: CrowdCounts, item: FeedEvent): CrowdCounts => {
  if (item.kind === 'like') return { ...counts, likes: counts.likes + item.count };
  if (item.kind === 'join') return { ...counts, joined: counts.joined + item.people.length };
  if (item.kind === 'leave') return { ...counts, left: counts.left + item.people.length };
  if (item.kind === 'counter') return { ...counts, counters: { ...counts.counters, [item.key]: item.value } };
  return counts;
};

const lineFor = (entry: Entry, saying: string | undefined): Line =>
  isCrowd(entry.item)
    ? { kind: 'crowd', seq: entry.seq, entries: [entry], counts: countIn(noCounts, entry.item) }
    : { kind: 'single', seq: entry.seq, entry, saying };

/** A line with only some of its entries: their counts, their people; nothing where none is left. */
export const withEntries = (line: Line, entries: readonly Entry[]): Line | undefined => {
  const first = entries[0];
  if (first === undefined) return undefined;
  if (line.kind === 'crowd')
    return { ...line, entries, counts: entries.reduce((sum, { item }) => countIn(sum, item), noCounts) };
  if (line.kind === 'single' || entries.length === 1)
    return { kind: 'single', seq: line.seq, entry: first, saying: line.saying };
  const people = new Set(entries.map((entry) => commentOf(entry)?.person.userId)).size;
  return { ...line, entries, people };
};

const ageOf = (line: Line, entry: Entry): number =>
  entry.item.receivedAt - (firstEntry(line)?.item.receivedAt ?? Number.NEGATIVE_INFINITY);

const sameSpeaker = (a: Entry, b: Entry): boolean =>
  commentOf(a)?.person.userId === commentOf(b)?.person.userId;

/** The line with the entry taken in, or nothing when the two do not belong together. */
const takeIn = (line: Line, entry: Entry, key: string | undefined, rules: FoldRules): Line | undefined => {
  const age = ageOf(line, entry);
  if (line.kind === 'crowd') {
    const fits = isCrowd(entry.item) && age <= rules.crowdMs && line.entries.length < rules.capacity;
    if (!fits) return undefined;
    return { ...line, entries: [...line.entries, entry], counts: countIn(line.counts, entry.item) };
  }
  if (key === undefined || line.saying !== key || age > rules.sameMs) return undefined;
  const entries = line.kind === 'single' ? [line.entry] : line.entries;
  if (entries.length >= rules.capacity) return undefined;
  const known = line.kind === 'single' ? 1 : line.people;
  const people = entries.some((one) => sameSpeaker(one, entry)) ? known : known + 1;
  return { kind: 'same', seq: line.seq, entries: [...entries, entry], saying: key, people };
};

/**
 * Puts one entry after `tail`, either into one of its newest lines or as a line of its own. Changes `tail` in place:
 * it is the caller's own copy. `open` is the first index that may still grow.
 */
const put = (tail: Line[], open: number, entry: Entry, rules: FoldRules): void => {
  const key = foldKey(entry.item);
  const stop = Math.max(open, tail.length - rules.reach);
  const mayFold = key !== undefined || isCrowd(entry.item);
  for (let index = tail.length - 1; mayFold && index >= stop; index -= 1) {
    const line = tail[index];
    const grown = line === undefined ? undefined : takeIn(line, entry, key, rules);
    if (grown !== undefined) {
      tail[index] = grown;
      return;
    }
  }
  tail.push(lineFor(entry, key));
};

/**
 * Folds new entries into the newest lines. Nothing is lost and nothing is reordered: every entry is in exactly one
 * line, in order within it, and lines stand in the order of their first entries.
 */
export const fold = (
  tail: readonly Line[],
  open: number,
  entries: readonly Entry[],
  rules: FoldRules,
): Line[] => {
  const lines = [...tail];
  for (const entry of entries) put(lines, open, entry, rules);
  return lines;
};
