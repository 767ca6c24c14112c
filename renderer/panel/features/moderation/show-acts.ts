import type { Comment, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { hiddenState, type Marks } from '../feed/index.ts';
import type { ActInput } from './moderation.ts';

const NICK_LIMIT = 500;

/** A comment and the room it was said in. */
export type HiddenComment = { readonly roomKey: RoomKey; readonly comment: Comment };

/** Whether a comment is hidden and can be shown; one that was recalled in the room is gone for good. */
export const isHidden = (marks: Marks, comment: Comment): boolean =>
  hiddenState(marks, { seq: -1, item: comment }) === 'hidden';

/** What shows a comment of which nobody knows any more what hid it: itself, or its author where all of theirs is hidden. */
export const actsThatShow = (marks: Marks, { roomKey, comment }: HiddenComment): readonly ActInput[] => {
  const { id, person, text } = comment;
  const whom = { userId: person.userId, nick: person.nick.slice(0, NICK_LIMIT) };
  const parts = { rooms: [roomKey], original: text };
  const itself = marks.items.has(id);
  const upTo = marks.users.get(person.userId);
  const withAll = upTo === null || (upTo !== undefined && comment.receivedAt <= upTo);
  return [
    ...(itself ? [{ ...parts, action: { type: 'show-comment' as const, ...whom, itemId: id } }] : []),
    ...(withAll ? [{ ...parts, action: { type: 'show-user' as const, ...whom } }] : []),
  ];
};
