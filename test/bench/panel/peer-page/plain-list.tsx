import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Comment } from '../../../../main/contract/models/feed-item.ts';
import { listen } from './comments.ts';
import { Row } from './row.tsx';

const NEWEST = 1_000;

/** The newest 1 000 rows, all of them in the document, scrolled to the end after each change. */
export const PlainList = () => {
  const [comments, setComments] = useState<readonly Comment[]>([]);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => listen((more) => setComments((before) => [...before, ...more].slice(-NEWEST))), []);
  useLayoutEffect(() => {
    if (comments.length > 0 && scroller.current !== null)
      scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [comments]);
  return (
    <div className="list" ref={scroller}>
      {comments.map((comment) => (
        <Row key={comment.id} comment={comment} />
      ))}
    </div>
  );
};
