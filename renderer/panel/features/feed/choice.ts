import type { Comment, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { sliceList } from './chunked-list.ts';
import { sayingOf } from './fold.ts';
import { commentOf, type Entry, entriesOf } from './lines.ts';
import type { RoomLines } from './room-lines.ts';
import type { Row, RowId } from './rows.ts';

/** `room` is where it was said, in a feed that gathers from several rooms. */
export type ChosenComment = { readonly comment: Comment; readonly room: RoomKey | undefined };

/** Comments chosen for an act on all of them, by entry number. */
export type Chosen = ReadonlyMap<number, ChosenComment>;

/** `anchor` is where a range began, `base` what was chosen before it. */
export type Choice = { readonly chosen: Chosen; readonly anchor: RowId | null; readonly base: Chosen };

const nothing: Chosen = new Map();
export const noChoice: Choice = { chosen: nothing, anchor: null, base: nothing };

/** What one act may take at once; it is carried out in several rooms. */
export const MOST_CHOSEN = 200;

type Numbered = readonly [number, ChosenComment];

const numbered = (entries: readonly Entry[]): Numbered[] =>
  entries.flatMap((entry) => {
    const comment = commentOf(entry);
    return comment === undefined || comment.own ? [] : [[entry.seq, { comment, room: entry.room }] as const];
  });

/** The comments of a row that can be chosen: never one's own. */
export const choosable = (row: Row): readonly Numbered[] =>
  numbered(row.kind === 'event' ? [row.entry] : entriesOf(row.line));

const plus = (chosen: Chosen, more: readonly Numbered[]): Chosen =>
  new Map([...chosen, ...more].slice(0, MOST_CHOSEN));

/** Whether all that a row says is chosen. */
export const isChosen = ({ chosen }: Choice, row: Row): boolean => {
  if (chosen.size === 0) return false;
  const all = choosable(row);
  return all.length > 0 && all.every(([seq, { comment }]) => chosen.get(seq)?.comment.id === comment.id);
};

/** Takes a row in, or out again. */
export const toggleRow = (choice: Choice, row: Row): Choice => {
  const rest = new Map(choice.chosen);
  for (const [seq] of choosable(row)) rest.delete(seq);
  const chosen = isChosen(choice, row) ? rest : plus(choice.chosen, choosable(row));
  return { chosen, anchor: row.id, base: chosen };
};

/** Everything between where the range began and this row, besides what was chosen before. */
export const chooseUpTo = (choice: Choice, rows: readonly Row[], from: RowId | null, to: RowId): Choice => {
  const anchor = choice.anchor ?? from ?? to;
  const places = [anchor, to].map((id) => rows.findIndex((row) => row.id === id));
  if (places.includes(-1)) return choice;
  const range = rows.slice(Math.min(...places), Math.max(...places) + 1);
  return { chosen: plus(choice.base, range.flatMap(choosable)), anchor, base: choice.base };
};

const chooseWhere = (choice: Choice, lines: RoomLines, wanted: (comment: Comment) => boolean): Choice => {
  const all = numbered(sliceList(lines.list, 0).flatMap(entriesOf)).filter(([, { comment }]) =>
    wanted(comment),
  );
  const chosen = plus(choice.chosen, all.reverse());
  return { ...choice, chosen, base: chosen };
};

/** Everything in memory that this person said, newest first where there is too much. */
export const choosePerson = (choice: Choice, lines: RoomLines, userId: string): Choice =>
  chooseWhere(choice, lines, ({ person }) => person.userId === userId);

/** Everything in memory that says the same as this. */
export const chooseSame = (choice: Choice, lines: RoomLines, like: Comment): Choice => {
  const saying = sayingOf(like.text) ?? like.text;
  return chooseWhere(choice, lines, ({ text }) => (sayingOf(text) ?? text) === saying);
};
