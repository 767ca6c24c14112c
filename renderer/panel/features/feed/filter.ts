import type { FeedFilter, FilterKind } from '../../../../main/contract/models/deck.ts';
import { withEntries } from './fold.ts';
import { type Entry, entriesOf, type FeedEvent, type Line } from './lines.ts';

export const noFilter: FeedFilter = { text: '', user: '', kinds: [], levels: [] };

export const isFiltering = (filter: FeedFilter): boolean =>
  filter.kinds.length > 0 ||
  filter.levels.length > 0 ||
  filter.text.trim() !== '' ||
  filter.user.trim() !== '';

const kindOf: Readonly<Record<Exclude<FeedEvent['kind'], 'gap' | 'dropped'>, FilterKind>> = {
  comment: 'comments',
  gift: 'gifts',
  custom: 'gifts',
  like: 'likes',
  counter: 'likes',
  join: 'people',
  leave: 'people',
  notice: 'notices',
  moderation: 'notices',
  'room-changed': 'notices',
};

const peopleOf = ({ item }: Entry): readonly { readonly nick: string; readonly userId: string }[] => {
  if ('people' in item) return item.people;
  if ('targets' in item) return item.targets;
  return 'person' in item && item.person !== undefined ? [item.person] : [];
};

const namesOf = (entry: Entry): string =>
  peopleOf(entry)
    .map((person) => `${person.nick}\n${person.userId}`)
    .join('\n')
    .toLowerCase();

/** A filter made ready: what it looks for, once and not for every row. */
const readyFilter = ({ text, user, kinds, levels }: FeedFilter): ((entry: Entry) => boolean) => {
  const wanted = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const who = user.trim().toLowerCase();
  // What tells that something is missing stays in sight, whatever kind is asked for.
  const tellsOfLoss = ({ item }: Entry) => item.kind === 'gap' || item.kind === 'dropped';
  const fitsKind = ({ item }: Entry): boolean => {
    if (kinds.length === 0 || item.kind === 'gap' || item.kind === 'dropped') return true;
    if (item.kind === 'comment' && item.own && kinds.includes('own')) return true;
    return kinds.includes(kindOf[item.kind]);
  };
  const fitsLevel = (entry: Entry): boolean =>
    levels.length === 0 ||
    tellsOfLoss(entry) ||
    (entry.item.kind === 'comment' && levels.includes(entry.item.verdict.level));
  return (entry) => {
    if (!fitsKind(entry) || !fitsLevel(entry)) return false;
    if (wanted.length === 0 && who === '') return true;
    const names = namesOf(entry);
    if (!names.includes(who)) return false;
    const said = 'text' in entry.item ? `${entry.item.text.toLowerCase()}\n${names}` : names;
    return wanted.every((word) => said.includes(word));
  };
};

export const entryMatches = (entry: Entry, filter: FeedFilter): boolean => readyFilter(filter)(entry);

/** What a filter leaves of a line: all of it, a part, or nothing. */
export type Sieve = (line: Line) => Line | undefined;

/**
 * Sifts lines, each once: a line that has not changed is answered from memory, so that a filter over a full feed costs
 * little in a storm.
 */
export const createSieve = (filter: FeedFilter): Sieve => {
  const matches = readyFilter(filter);
  const known = new WeakMap<Line, { readonly left: Line | undefined }>();
  const sift = (line: Line): Line | undefined => {
    const entries = entriesOf(line);
    const left = entries.filter(matches);
    if (left.length === entries.length) return line;
    return withEntries(line, left);
  };
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before.left;
    const left = sift(line);
    known.set(line, { left });
    return left;
  };
};
