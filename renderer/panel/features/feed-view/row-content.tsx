import { timeOfDay } from '../../i18n/index.ts';
import { entryOfRow, giftsTogether, opens } from '../feed/index.ts';
import { commentText } from './comment-text.tsx';
import { CrowdText } from './crowd-text.tsx';
import { EventText } from './event-text.tsx';
import { FoldMark } from './fold-mark.tsx';
import { RowActions } from './row-actions.tsx';
import type { DrawnRow } from './row-facts.ts';
import { Whence } from './whence.tsx';

export type RowContentProps = DrawnRow & {
  /** Whether faces are shown. */
  readonly pictures: boolean;
};

const said = (props: RowContentProps) => {
  const { row } = props;
  const item = entryOfRow(row)?.item;
  if (item === undefined) return null;
  if (row.kind === 'line' && row.line.kind === 'crowd' && opens(row.line))
    return <CrowdText counts={row.line.counts} />;
  const folded = row.kind === 'line' && row.line.kind === 'same' ? row.line : undefined;
  if (item.kind !== 'comment')
    return <EventText item={giftsTogether(folded?.entries ?? []) ?? item} muted={props.muted} />;
  const comment = props.verdict === undefined ? item : { ...item, verdict: props.verdict };
  return commentText({ ...props, comment, folded });
};

/** The cells of a row: when, what, and what can be done about it. */
export const rowContent = (props: RowContentProps) => {
  const { row } = props;
  const entry = entryOfRow(row);
  const at = entry?.item.at ?? 0;
  return (
    <>
      <span className="row-time">
        <time>{timeOfDay(at)}</time>
      </span>
      <span className="row-said">
        {entry?.room === undefined ? null : <Whence roomKey={entry.room} why={entry.why} />}
        {row.kind === 'line' && opens(row.line) ? <FoldMark open={row.open} /> : null}
        {said(props)}
      </span>
      {props.selected || props.hovered ? (
        <RowActions row={row} hidden={props.hidden} muted={props.muted} />
      ) : null}
    </>
  );
};
