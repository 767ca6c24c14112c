import { type Action, WARNING_MAX } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { OwnButton } from '../../../../main/contract/models/own-button.ts';
import type { Person } from '../../../../main/contract/models/person.ts';
import { warningFor } from '../../../../main/contract/models/warning.ts';
import { personKeyOf } from '../../../../main/contract/room-key.ts';
import type { ActInput } from '../moderation/index.ts';
import { type Said, type Subject, saidInRow } from './subject.ts';

/** Somebody, with a comment to show for it, and the rooms where they said what it is about. */
type Meant = {
  readonly person: Person;
  readonly text: string | undefined;
  readonly rooms: readonly [RoomKey, ...RoomKey[]];
};
type Whom = { readonly userId: string; readonly nick: string };

const NICK_LIMIT = 500;

export const whom = ({ userId, nick }: Person): Whom => ({ userId, nick: nick.slice(0, NICK_LIMIT) });

/** The comments that an act is about: all that are chosen, or those of the row. */
export const saidMeant = (about: Subject): readonly Said[] =>
  about.chosen ?? saidInRow(about.row, about.roomKey);

const personKey = ({ roomKey, comment }: Said): string => personKeyOf(roomKey, comment.person.userId);

/** The people that an act is about, each once. */
export const peopleMeant = (about: Subject): readonly Meant[] => {
  const { person, comment, roomKey } = about;
  if (about.chosen === undefined) return [{ person, text: comment?.text, rooms: [roomKey] }];
  const byKey = new Map<string, Meant>();
  for (const said of about.chosen) {
    const key = personKey(said);
    const known = byKey.get(key) ?? {
      person: said.comment.person,
      text: said.comment.text,
      rooms: [said.roomKey],
    };
    const rooms = known.rooms.includes(said.roomKey)
      ? known.rooms
      : ([...known.rooms, said.roomKey] as const);
    byKey.set(key, { ...known, rooms });
  }
  return [...byKey.values()];
};

/** The rooms that an act in this room reaches. */
type RoomsFor = (roomKey: RoomKey) => readonly RoomKey[];

const onlyThere: RoomsFor = (roomKey) => [roomKey];

/** The same action on each of the people, in all rooms that it reaches from where they spoke. */
export const onPeople = (
  about: Subject,
  roomsFor: RoomsFor,
  make: (whom: Whom) => Action,
): readonly ActInput[] =>
  peopleMeant(about).map(({ person, text, rooms }) => ({
    action: make(whom(person)),
    rooms: [...new Set(rooms.flatMap(roomsFor))],
    original: text,
  }));

/** Comments can be hidden only where they were said. */
export const hideComments = (about: Subject): readonly ActInput[] =>
  saidMeant(about).map(({ roomKey, comment: { id, person, text } }) => ({
    action: { type: 'hide-comment', ...whom(person), itemId: id },
    rooms: [roomKey],
    original: text,
  }));

/** Recalled where the service gave a number for it, else hidden here and on the overlays. */
export const recallComments = (about: Subject): readonly ActInput[] =>
  saidMeant(about).map(({ roomKey, comment: { id, person, text, seq } }) => ({
    action:
      seq === undefined
        ? { type: 'hide-comment', ...whom(person), itemId: id }
        : { type: 'recall', ...whom(person), itemId: id, seq },
    rooms: [roomKey],
    original: text,
  }));

/** A warning names its reader, so each gets their own; it is said where they are, not everywhere. */
export const warnPeople = (about: Subject, text: string, to: 'room' | 'user'): readonly ActInput[] =>
  onPeople(about, onlyThere, (person) => ({
    type: 'warn',
    ...person,
    text: warningFor(text, person.nick, WARNING_MAX),
    to,
  }));

const deedOf = ({ deed, seconds }: OwnButton, about: Subject, roomsFor: RoomsFor): readonly ActInput[] => {
  switch (deed) {
    case 'mute':
    case 'ban':
      return onPeople(about, roomsFor, (person) => ({ type: deed, ...person, seconds }));
    case 'hide':
      return hideComments(about);
    case 'hide-all':
      return onPeople(about, roomsFor, (person) => ({ type: 'hide-user', ...person }));
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
  roomsFor: RoomsFor,
  usualWarning: string,
): readonly ActInput[] => [
  ...(button.warn === 'no' ? [] : warnPeople(about, button.warnText || usualWarning, button.warn)),
  ...deedOf(button, about, roomsFor),
];
