import { type Action, WARNING_MAX } from '../../../../main/contract/models/action.ts';
import type { Comment, RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { OwnButton } from '../../../../main/contract/models/own-button.ts';
import type { Person } from '../../../../main/contract/models/person.ts';
import { warningFor } from '../../../../main/contract/models/warning.ts';
import type { ActInput } from '../moderation/index.ts';
import { commentsOfRow, type Subject } from './subject.ts';

type Meant = { readonly person: Person; readonly comment: Comment | undefined };
type Whom = { readonly userId: string; readonly nick: string };

const NICK_LIMIT = 500;

export const whom = ({ userId, nick }: Person): Whom => ({ userId, nick: nick.slice(0, NICK_LIMIT) });

/** The comments that an act is about: all that are chosen, or those of the row. */
export const commentsMeant = (about: Subject): readonly Comment[] => about.chosen ?? commentsOfRow(about.row);

/** The people that an act is about, each once, with a comment to show for it. */
export const peopleMeant = (about: Subject): readonly Meant[] => {
  if (about.chosen === undefined) return [{ person: about.person, comment: about.comment }];
  const byId = new Map<string, Comment>();
  for (const comment of about.chosen) {
    if (!byId.has(comment.person.userId)) byId.set(comment.person.userId, comment);
  }
  return [...byId.values()].map((comment) => ({ person: comment.person, comment }));
};

/** The same action on each of the people. */
export const onPeople = (
  about: Subject,
  rooms: readonly RoomKey[],
  make: (whom: Whom) => Action,
): readonly ActInput[] =>
  peopleMeant(about).map(({ person, comment }) => ({
    action: make(whom(person)),
    rooms,
    original: comment?.text,
  }));

/** Comments can be hidden only where they were said. */
export const hideComments = (about: Subject): readonly ActInput[] =>
  commentsMeant(about).map(({ id, person, text }) => ({
    action: { type: 'hide-comment', ...whom(person), itemId: id },
    rooms: [about.roomKey],
    original: text,
  }));

/** Recalled where the service gave a number for it, else hidden here and on the overlays. */
export const recallComments = (about: Subject): readonly ActInput[] =>
  commentsMeant(about).map(({ id, person, text, seq }) => ({
    action:
      seq === undefined
        ? { type: 'hide-comment', ...whom(person), itemId: id }
        : { type: 'recall', ...whom(person), itemId: id, seq },
    rooms: [about.roomKey],
    original: text,
  }));

/** A warning names its reader, so each gets their own; it is said where they are, not everywhere. */
export const warnPeople = (about: Subject, text: string, to: 'room' | 'user'): readonly ActInput[] =>
  onPeople(about, [about.roomKey], (person) => ({
    type: 'warn',
    ...person,
    text: warningFor(text, person.nick, WARNING_MAX),
    to,
  }));

const deedOf = (
  { deed, seconds }: OwnButton,
  about: Subject,
  rooms: readonly RoomKey[],
): readonly ActInput[] => {
  switch (deed) {
    case 'mute':
    case 'ban':
      return onPeople(about, rooms, (person) => ({ type: deed, ...person, seconds }));
    case 'hide':
      return hideComments(about);
    case 'hide-all':
      return onPeople(about, rooms, (person) => ({ type: 'hide-user', ...person }));
    case 'recall':
      return recallComments(about);
    default:
      return [];
  }
};

/** Everything that one press of an own button does; the warning goes out before somebody can no longer read it. */
export const actsOfButton = (
  button: OwnButton,
  about: Subject,
  rooms: readonly RoomKey[],
  usualWarning: string,
): readonly ActInput[] => [
  ...(button.warn === 'no' ? [] : warnPeople(about, button.warnText || usualWarning, button.warn)),
  ...deedOf(button, about, rooms),
];
