import { type Entry, entriesOf, type Line } from './lines.ts';

export const filterKinds = ['all', 'comments', 'flagged', 'own'] as const;
export type FilterKind = (typeof filterKinds)[number];

/** What a column lets through; both parts must agree. */
export type FeedFilter = {
  /** Words looked for in what was said and in who said it; every one must be there. */
  readonly text: string;
  readonly kind: FilterKind;
};

export const noFilter: FeedFilter = { text: '', kind: 'all' };

export const isFiltering = (filter: FeedFilter): boolean =>
  filter.kind !== 'all' || filter.text.trim() !== '';

const kindMatches = ({ item }: Entry, kind: FilterKind): boolean => {
  if (kind === 'all') return true;
  if (item.kind === 'gap' || item.kind === 'dropped') return true;
  if (item.kind !== 'comment') return false;
  if (kind === 'flagged') return item.verdict.level !== 'clean';
  return kind === 'comments' || item.own;
};

const peopleOf = ({ item }: Entry): readonly { readonly nick: string; readonly userId: string }[] => {
  if ('people' in item) return item.people;
  if ('targets' in item) return item.targets;
  return 'person' in item && item.person !== undefined ? [item.person] : [];
};

const wordsOf = (entry: Entry): string => {
  const said = 'text' in entry.item ? entry.item.text : '';
  const who = peopleOf(entry).map((person) => `${person.nick}\n${person.userId}`);
  return [said, ...who].join('\n').toLowerCase();
};

export const entryMatches = (entry: Entry, filter: FeedFilter): boolean => {
  if (!kindMatches(entry, filter.kind)) return false;
  const wanted = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return true;
  const words = wordsOf(entry);
  return wanted.every((word) => words.includes(word));
};

export const lineMatches = (line: Line, filter: FeedFilter): boolean =>
  entriesOf(line).some((entry) => entryMatches(entry, filter));
