import { memo, type RefCallback } from 'react';
import type { Room } from '../../../../main/contract/models/room.ts';
import { markKey, type PersonMark } from '../../../../main/contract/models/user-card.ts';
import type { Verdict } from '../../../../main/contract/models/verdict.ts';
import { personOfRow } from '../desk/index.ts';
import {
  commentOf,
  entryOfRow,
  type HiddenState,
  hiddenState,
  type Marks,
  opens,
  type Row,
  sameRow,
} from '../feed/index.ts';
import { type MutedUntil, mutedUntil, type Pending } from '../moderation/index.ts';
import { RowContent } from './row-content.tsx';

export type RowViewProps = {
  readonly index: number;
  readonly domId: string;
  readonly measure: RefCallback<HTMLDivElement>;
  readonly room: Room;
  readonly row: Row;
  readonly marks: Marks;
  readonly pending: readonly Pending[];
  /** The app whose people these are, and who of all has a note or a watch flag. */
  readonly app: number;
  readonly known: Readonly<Record<string, PersonMark>> | undefined;
  readonly now: number;
  readonly peeked: ReadonlySet<string>;
  readonly selected: boolean;
  readonly hovered: boolean;
  /** Whether it is among those chosen together; absent while nothing is. */
  readonly chosen: boolean | undefined;
};

type Drawn = {
  readonly index: number;
  readonly domId: string;
  readonly measure: RefCallback<HTMLDivElement>;
  readonly row: Row;
  readonly hidden: HiddenState;
  readonly peeked: boolean;
  readonly selected: boolean;
  readonly hovered: boolean;
  readonly chosen: boolean | undefined;
  readonly muted: MutedUntil;
  /** Another verdict than the one that the comment came with. */
  readonly verdict: Verdict | undefined;
  readonly firstTime: boolean;
  readonly mark: PersonMark | undefined;
};

const toneOf = ({ row, hidden, verdict }: Drawn): string => {
  const item = entryOfRow(row)?.item;
  if (item === undefined) return 'quiet';
  if (row.kind === 'line' && row.line.kind === 'crowd') return 'quiet';
  if (item.kind === 'comment') {
    if (hidden !== 'shown') return 'hidden';
    return item.own ? 'own' : (verdict ?? item.verdict).level;
  }
  return item.kind;
};

const sameDrawn = (before: Drawn, after: Drawn): boolean =>
  (Object.keys(after) as (keyof Drawn)[]).every((name) =>
    name === 'row' ? sameRow(before.row, after.row) : Object.is(before[name], after[name]),
  );

/** One row. Drawn again only when something of it changed. */
const DrawnRow = memo(
  (props: Drawn) => (
    <div
      ref={props.measure}
      id={props.domId}
      className="row"
      role="treeitem"
      tabIndex={-1}
      aria-level={props.row.kind === 'event' ? 2 : 1}
      aria-expanded={props.row.kind === 'line' && opens(props.row.line) ? props.row.open : undefined}
      aria-selected={props.selected}
      aria-checked={props.chosen}
      data-index={props.index}
      data-row={props.row.id}
      data-tone={toneOf(props)}
      data-nested={props.row.kind === 'event'}
      data-peeked={props.peeked}
    >
      <RowContent
        row={props.row}
        hidden={props.hidden}
        peeked={props.peeked}
        muted={props.muted}
        verdict={props.verdict}
        firstTime={props.firstTime}
        mark={props.mark}
        active={props.selected || props.hovered}
      />
    </div>
  ),
  sameDrawn,
);

/** Works out what a row depends on, so that nothing else makes it draw. */
export const RowView = (props: RowViewProps) => {
  const { row, room, marks, pending } = props;
  const entry = entryOfRow(row);
  const comment = commentOf(entry);
  const person = personOfRow(row);
  const muted = person === undefined ? undefined : mutedUntil(room, pending, person.userId, props.now);
  return (
    <DrawnRow
      index={props.index}
      domId={props.domId}
      measure={props.measure}
      row={row}
      hidden={entry === undefined ? 'shown' : hiddenState(marks, entry)}
      peeked={comment !== undefined && props.peeked.has(comment.id)}
      selected={props.selected}
      hovered={props.hovered}
      chosen={props.chosen}
      muted={muted}
      verdict={comment === undefined ? undefined : marks.verdicts.get(comment.id)}
      firstTime={comment !== undefined && marks.firstTime.has(comment.id)}
      mark={person === undefined ? undefined : props.known?.[markKey(props.app, person.userId)]}
    />
  );
};
