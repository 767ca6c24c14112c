import { memo } from 'react';
import type { Room } from '../../../../main/contract/models/room.ts';
import type { ColumnId } from '../deck/index.ts';
import { type Choice, isChosen, type Marks, type Row, type RowId } from '../feed/index.ts';
import { GatheredRow } from './gathered-row.tsx';
import { rowDomId } from './row-dom-id.ts';
import { drawnRow, type RowFacts } from './row-facts.ts';
import { RowView } from './row-view.tsx';

export type RowBlockProps = {
  readonly columnId: ColumnId;
  readonly rows: readonly Row[];
  /** The room that all rows are of; absent where they are gathered from several. */
  readonly room: Room | undefined;
  readonly marks: Marks;
  readonly peeked: ReadonlySet<string>;
  readonly facts: RowFacts;
  readonly choice: Choice;
  /** Absent where no row of this block is. */
  readonly selected: RowId | undefined;
  readonly hovered: RowId | undefined;
};

const sameBlock = (a: RowBlockProps, b: RowBlockProps): boolean =>
  a.room === b.room &&
  a.marks === b.marks &&
  a.peeked === b.peeked &&
  a.facts === b.facts &&
  a.choice === b.choice &&
  a.selected === b.selected &&
  a.hovered === b.hovered &&
  a.columnId === b.columnId &&
  a.rows.length === b.rows.length &&
  a.rows.every((row, index) => row === b.rows[index]);

/** A few rows that are drawn together: what comes draws the last block anew and passes by the others. */
export const RowBlock = memo((props: RowBlockProps) => {
  const { columnId, room, marks, peeked, facts, choice } = props;
  return props.rows.map((row) => {
    const place = {
      domId: rowDomId(columnId, row.id),
      row,
      selected: row.id === props.selected,
      chosen: choice.chosen.size > 0 ? isChosen(choice, row) : undefined,
      hovered: row.id === props.hovered,
    };
    return room === undefined ? (
      <GatheredRow key={row.id} {...place} peeked={peeked} facts={facts} />
    ) : (
      <RowView key={row.id} {...drawnRow(place, room, marks, peeked, facts)} />
    );
  });
}, sameBlock);
