import type { JournalEntry } from '../../../../main/contract/models/action.ts';
import type { Comment, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { HeldItem } from '../../../../main/contract/models/held.ts';
import type { Person } from '../../../../main/contract/models/person.ts';
import { commentOf, entriesOf, entryOfRow, opens, type Row } from '../feed/index.ts';

/** A comment and the room it was said in. */
export type Said = { readonly roomKey: RoomKey; readonly comment: Comment };

/** What the keys act on: the selected row of the active column and whom it is about. */
export type Subject = {
  readonly roomKey: RoomKey;
  readonly row: Row;
  readonly person: Person;
  readonly comment: Comment | undefined;
  /** Comments that were chosen together: an act is about all of them. */
  readonly chosen?: readonly Said[];
};

/** The one person that an entry is about, if it is about one. */
export const personOfRow = (row: Row): Person | undefined => {
  const item = entryOfRow(row)?.item;
  if (item === undefined || (row.kind === 'line' && row.line.kind === 'crowd' && opens(row.line)))
    return undefined;
  if ('person' in item) return item.person;
  if ('people' in item) return item.people.length === 1 ? item.people[0] : undefined;
  return 'targets' in item ? item.targets[0] : undefined;
};

/** The comments that a row stands for: several where it is a folded line. */
export const commentsOfRow = (row: Row): readonly Comment[] => {
  if (row.kind === 'event') return [commentOf(row.entry)].filter((one) => one !== undefined);
  return entriesOf(row.line)
    .map(commentOf)
    .filter((one) => one !== undefined);
};

/** The same, each with its room: a line may be folded of what was said in several. `roomKey` where it does not say. */
export const saidInRow = (row: Row, roomKey: RoomKey): readonly Said[] =>
  (row.kind === 'event' ? [row.entry] : entriesOf(row.line)).flatMap((entry) => {
    const comment = commentOf(entry);
    return comment === undefined ? [] : [{ roomKey: entry.room ?? roomKey, comment }];
  });

/** A folded line of several people says the same thing many times; who is meant must be chosen first. */
export const meansMany = ({ row }: Subject): boolean =>
  row.kind === 'line' && new Set(commentsOfRow(row).map((comment) => comment.person.userId)).size > 1;

/** A comment as a row of its own, so that everything that can be done in a feed can be done elsewhere. */
export const rowOfItem = (item: Comment): Row => {
  const entry = { seq: -1, item };
  return {
    kind: 'line',
    id: 'l-1',
    line: { kind: 'single', seq: -1, entry, saying: undefined },
    open: false,
  };
};

/** What was said by what the keys act on, to be copied. */
export const textsOf = ({ chosen, comment }: Subject): readonly string[] =>
  chosen?.map((said) => said.comment.text) ?? (comment === undefined ? [] : [comment.text]);

/** A held comment as a row, so that everything that can be done in a feed can be done in the queue. */
export const rowOfHeld = (
  held: HeldItem | undefined,
): { readonly roomKey: RoomKey; readonly row: Row } | undefined => {
  if (held === undefined) return undefined;
  return { roomKey: held.roomKey, row: rowOfItem(held.item) };
};

/** Somebody known by name alone, as a row, for acts that are not about what they said. */
export const subjectOfPerson = (roomKey: RoomKey, person: Person): Subject => {
  const item = { kind: 'join' as const, id: person.userId, at: 0, receivedAt: 0, people: [person] };
  const entry = { seq: -1, item };
  const line = { kind: 'single' as const, seq: -1, entry, saying: undefined };
  return { roomKey, row: { kind: 'line', id: 'l-1', line, open: false }, person, comment: undefined };
};

/** Whom an entry of the journal was about, where it was about somebody. */
export const subjectOfEntry = (entry: JournalEntry | undefined): Subject | undefined =>
  entry !== undefined && 'userId' in entry.action
    ? subjectOfPerson(entry.roomKey, {
        userId: entry.action.userId,
        nick: entry.action.nick || entry.action.userId,
      })
    : undefined;
