import { useEffect, useState } from 'react';
import { Virtuoso } from 'react-virtuoso';
import type { Comment } from '../../../../main/contract/models/feed-item.ts';
import { listen } from './comments.ts';
import { Row } from './row.tsx';

/** As many as our own column keeps. */
const NEWEST = 20_000;
/** Its own style would say 100 % and win over the sheet. px. */
const HEIGHT = 780;

/** Also where it thinks for a moment, under load, that it is no longer at the end. */
const always = () => 'auto' as const;

/** react-virtuoso in the way its documentation shows for a chat: it follows the output and starts at the end. */
export const VirtuosoList = () => {
  const [comments, setComments] = useState<readonly Comment[]>([]);
  useEffect(() => listen((more) => setComments((before) => [...before, ...more].slice(-NEWEST))), []);
  // It starts at the end only of what is there when it is made.
  if (comments.length === 0) return null;
  return (
    <Virtuoso
      className="list"
      style={{ height: HEIGHT }}
      data={comments}
      followOutput={always}
      initialTopMostItemIndex={{ index: 'LAST' }}
      alignToBottom
      computeItemKey={(_, comment) => comment.id}
      itemContent={(_, comment) => <Row comment={comment} />}
    />
  );
};
