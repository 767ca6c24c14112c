import type { PersonMark } from '../../../../main/contract/models/user-card.ts';
import type { Verdict } from '../../../../main/contract/models/verdict.ts';
import { timeOfDay } from '../../i18n/index.ts';
import { entryOfRow, type HiddenState, opens, type Row } from '../feed/index.ts';
import type { MutedUntil } from '../moderation/index.ts';
import { CommentText } from './comment-text.tsx';
import { CrowdText } from './crowd-text.tsx';
import { EventText } from './event-text.tsx';
import { FoldMark } from './fold-mark.tsx';
import { RowActions } from './row-actions.tsx';
import { Whence } from './whence.tsx';

export type RowContentProps = {
  readonly row: Row;
  readonly hidden: HiddenState;
  readonly peeked: boolean;
  readonly muted: MutedUntil;
  readonly active: boolean;
  readonly verdict: Verdict | undefined;
  readonly firstTime: boolean;
  readonly mark: PersonMark | undefined;
};

const Said = (props: RowContentProps) => {
  const { row } = props;
  const item = entryOfRow(row)?.item;
  if (item === undefined) return null;
  if (row.kind === 'line' && row.line.kind === 'crowd' && opens(row.line))
    return <CrowdText counts={row.line.counts} />;
  if (item.kind !== 'comment') return <EventText item={item} muted={props.muted} />;
  const folded = row.kind === 'line' && row.line.kind === 'same' ? row.line : undefined;
  return (
    <CommentText
      comment={props.verdict === undefined ? item : { ...item, verdict: props.verdict }}
      folded={folded}
      hidden={props.hidden}
      peeked={props.peeked}
      muted={props.muted}
      firstTime={props.firstTime}
      mark={props.mark}
    />
  );
};

/** The cells of a row: when, what, and what can be done about it. */
export const RowContent = (props: RowContentProps) => {
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
        <Said {...props} />
      </span>
      {props.active ? <RowActions row={row} hidden={props.hidden} muted={props.muted} /> : null}
    </>
  );
};
