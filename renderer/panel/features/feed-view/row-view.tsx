import { memo } from 'react';
import { entryOfRow, opens } from '../feed/index.ts';
import { RowContent } from './row-content.tsx';
import { type DrawnRow, looksSame } from './row-facts.ts';

const toneOf = ({ row, hidden, verdict }: DrawnRow): string => {
  const item = entryOfRow(row)?.item;
  if (item === undefined) return 'quiet';
  if (row.kind === 'line' && row.line.kind === 'crowd') return 'quiet';
  if (item.kind === 'comment') {
    if (hidden !== 'shown') return 'hidden';
    return item.own ? 'own' : (verdict ?? item.verdict).level;
  }
  return item.kind;
};

/** One row. Drawn again only when something of it changed. */
export const RowView = memo(
  (props: DrawnRow) => (
    <div
      id={props.domId}
      className="row"
      role="treeitem"
      tabIndex={-1}
      aria-level={props.row.kind === 'event' ? 2 : 1}
      aria-expanded={props.row.kind === 'line' && opens(props.row.line) ? props.row.open : undefined}
      aria-selected={props.selected}
      aria-checked={props.chosen}
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
  looksSame,
);
