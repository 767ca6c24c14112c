import { avatarOf, nickOf } from '../state/accounts.ts';
import type { Member, Room } from '../state/room.ts';
import type { World } from '../world.ts';

/** Marks with a meaning of their own (tencent-im A8). */
export const robotMark = 500;
const hiddenMark = 600;

const pageSize = 500;
const fullList = 1_000;
/** What an edition without the online member list shows. */
const shortList = 30;

/** Limits of marks (tencent-im A8). */
const marksPerRoom = 10;
const peoplePerMark = 1_000;
const firstOwnMark = 1_000;

type MemberPage = {
  readonly MemberList: readonly Readonly<Record<string, unknown>>[];
  readonly NextTimestamp: number;
};

const isListed = (member: Member, mark: number | undefined): boolean =>
  member.via !== 'anonymous' &&
  !member.marks.has(hiddenMark) &&
  (mark === undefined || member.marks.has(mark));

/** The newest people first. `from` is 0 or the NextTimestamp of the page before, which is 0 after the last one. */
export const listMembers = (world: World, room: Room, from: number, mark: number | undefined): MemberPage => {
  const limit = world.limits().memberList ? fullList : shortList;
  const newest = [...room.members.values()]
    .filter((member) => isListed(member, mark))
    .reverse()
    .slice(0, limit);
  const rest = from === 0 ? newest : newest.filter((member) => member.joinOrder < from);
  const page = rest.slice(0, pageSize);
  return {
    MemberList: page.map(({ userId, joinedAt, marks }) => {
      const account = world.accounts.get(userId);
      return {
        Member_Account: userId,
        NickName: account === undefined ? '' : nickOf(account),
        Avatar: account === undefined ? '' : avatarOf(account),
        JoinTime: joinedAt,
        Marks: [...marks],
      };
    }),
    NextTimestamp: rest.length > page.length ? (page.at(-1)?.joinOrder ?? 0) : 0,
  };
};

type Marking = { readonly Member_Account: string; readonly Marks: readonly number[] };

const countMark = (room: Room, mark: number): number =>
  [...room.members.values()].filter((member) => member.marks.has(mark)).length;

const marksInUse = (room: Room): Set<number> =>
  new Set([...room.members.values()].flatMap((member) => [...member.marks]));

const mayMark = (room: Room, mark: number): boolean => {
  if (mark !== robotMark && mark !== hiddenMark && mark < firstOwnMark) return false;
  const inUse = marksInUse(room);
  return (inUse.has(mark) || inUse.size < marksPerRoom) && countMark(room, mark) < peoplePerMark;
};

/** Sets or takes away marks of people who are in the room; answers those for whom it worked. */
export const markMembers = (room: Room, set: boolean, list: readonly Marking[]): readonly Marking[] =>
  list.filter(({ Member_Account, Marks }) => {
    const member = room.members.get(Member_Account);
    if (member === undefined || (set && !Marks.every((mark) => mayMark(room, mark)))) return false;
    for (const mark of Marks) {
      if (set) member.marks.add(mark);
      else member.marks.delete(mark);
    }
    return true;
  });
