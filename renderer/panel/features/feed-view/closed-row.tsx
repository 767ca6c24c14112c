import { timeOfDay } from '../../i18n/index.ts';
import { commentOf, entryOfRow, type Row } from '../feed/index.ts';
import { MarkedWords } from './comment-text.tsx';
import { Nick } from './nick.tsx';

/** A gathered row whose room was closed: there is nothing to act in any more, and its words stay to be read. */
export const ClosedRow = (props: {
  readonly domId: string;
  readonly row: Row;
  readonly selected: boolean;
}) => {
  const comment = commentOf(entryOfRow(props.row));
  return (
    <div
      id={props.domId}
      className="row long"
      role="treeitem"
      tabIndex={-1}
      aria-level={1}
      aria-selected={props.selected}
      data-row={props.row.id}
      data-tone="quiet"
    >
      {comment === undefined ? null : (
        <>
          <span className="row-time">
            <time>{timeOfDay(comment.at)}</time>
          </span>
          <span className="row-said quiet">
            <Nick person={comment.person} />
            <MarkedWords comment={comment} />
          </span>
        </>
      )}
    </div>
  );
};
