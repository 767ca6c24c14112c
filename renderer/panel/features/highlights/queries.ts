import type { CallInput } from '../../../../main/contract/calls.ts';
import type { HighlightRules } from '../../../../main/contract/models/deck.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { type PersonMark, userIdOfMark } from '../../../../main/contract/models/user-card.ts';

type Query = CallInput<'history:search'>;

/** How far back a column of highlights looks when it is opened, ms. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** The newest of each word, name and person. */
const EACH = 100;
/** Questions that one look asks: each takes the host a few ms, one after the other. */
const MOST_QUERIES = 60;
const MOST_ROOMS = 200;

const watchedIn = (marks: Readonly<Record<string, PersonMark>>, now: number): readonly string[] =>
  Object.entries(marks)
    .filter(([, { watch }]) => watch !== null && (watch.until === null || watch.until > now))
    .map(([key]) => userIdOfMark(key));

/** What to ask the history for, so that everything the rules pick out is among the answers. */
export const queriesOf = (ask: {
  readonly rules: HighlightRules;
  readonly rooms: readonly RoomKey[];
  readonly names: readonly string[];
  readonly marks: Readonly<Record<string, PersonMark>>;
  readonly now: number;
}): readonly Query[] => {
  const { rules, names, marks, now } = ask;
  const base = { rooms: ask.rooms.slice(0, MOST_ROOMS), from: now - LOOK_BACK_MS, limit: EACH };
  const texts = [...new Set([...(rules.mentions ? names : []), ...rules.words])];
  const people = rules.watched ? [...new Set(watchedIn(marks, now))] : [];
  return [
    ...texts.map((text): Query => ({ ...base, text })),
    ...people.map((userId): Query => ({ ...base, userId })),
  ].slice(0, MOST_QUERIES);
};
