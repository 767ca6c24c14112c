import type { Comment } from '../../../../main/contract/models/feed-item.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** Time, nickname and text: less than the panel's own row has. */
export const Row = ({ comment }: { readonly comment: Comment }) => (
  <div className="row" data-row={comment.id}>
    <time>{clock.format(comment.at)}</time>
    <span className="said">
      <span className="nick">{comment.person.nick}</span>
      {comment.text}
    </span>
  </div>
);
