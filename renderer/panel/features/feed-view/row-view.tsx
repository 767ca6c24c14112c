import { memo } from 'react';
import { useRemotePictures } from '../../remote-pictures.tsx';
import { commentOf, entryOfRow, opens } from '../feed/index.ts';
import { rowContent } from './row-content.tsx';
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

/** A nickname and words of this many units together are no longer than three lines in the narrowest column. */
const SHORT = 36;
/** Latin, kana, Chinese, full-width forms, usual signs and emoji: none is wider than a line is high. Some others are. */
const USUAL =
  /^[\u{20}-\u{24F}\u{2010}-\u{2027}\u{3000}-\u{30FF}\u{3400}-\u{9FFF}\u{FF00}-\u{FFEE}\u{1F000}-\u{1FAFF}]*$/u;

/** Whether a row may be longer than it is allowed to be; cutting it short takes a dearer layout. */
const mayBeLong = ({ row, verdict }: DrawnRow): boolean => {
  const comment = commentOf(entryOfRow(row));
  if (comment === undefined || row.line.kind !== 'single' || comment.danmaku) return true;
  if ((verdict ?? comment.verdict).level !== 'clean') return true;
  const { text, person } = comment;
  return text.length + person.nick.length > SHORT || !USUAL.test(text) || !USUAL.test(person.nick);
};

/** One row. Drawn again only when something of it changed. */
export const RowView = memo((props: DrawnRow) => {
  const { row } = props;
  const pictures = useRemotePictures();
  return (
    <div
      id={props.domId}
      className={mayBeLong(props) ? 'row long' : 'row'}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.kind === 'event' ? 2 : 1}
      aria-expanded={row.kind === 'line' && opens(row.line) ? row.open : undefined}
      aria-selected={props.selected}
      aria-checked={props.chosen}
      data-row={row.id}
      data-tone={toneOf(props)}
      data-nested={row.kind === 'event' ? true : undefined}
      data-peeked={props.hidden === 'shown' ? undefined : props.peeked}
    >
      {rowContent({ ...props, pictures })}
    </div>
  );
}, looksSame);
