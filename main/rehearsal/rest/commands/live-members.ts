import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { listMembers, markMembers, robotMark } from '../../rooms/member-list.ts';
import { joinRoom } from '../../rooms/membership.ts';
import { changeAdmins } from '../../rooms/moderation.ts';
import { avatarOf, nickOf } from '../../state/accounts.ts';
import { type RestCommand, roomCommand } from '../command.ts';
import { listOf, userId, userIds } from '../fields.ts';

/** The service that live rooms have to themselves (tencent-im A8). */
const service = 'group_open_avchatroom_http_svc';
/** "≤ 5 admins per room" */
const maxAdmins = 5;
const needsEdition = 'the online member list needs the pro edition';
const commandType = z.union([z.literal(1), z.literal(2)]);

const getMembers = roomCommand(
  `${service}/get_members`,
  z.object({ Timestamp: z.number().int().min(0).default(0), Mark: z.number().int().optional() }),
  ({ world }, room, { Timestamp, Mark }) => {
    const { MemberList, NextTimestamp } = listMembers(world, room, Timestamp, Mark);
    return done({ MemberList: MemberList.map(({ Marks: _marks, ...member }) => member), NextTimestamp });
  },
);

const markList = listOf(
  z.object({ Member_Account: userId, Marks: z.array(z.number().int()).min(1) }),
  500,
  10005,
);

const modifyUserInfo = roomCommand(
  `${service}/modify_user_info`,
  z.object({ CommandType: commandType, MemberList: markList }),
  ({ world }, room, { CommandType, MemberList }) =>
    world.limits().memberList
      ? done({ CommandType, MemberList: markMembers(room, CommandType === 1, MemberList) })
      : refuse(60020, needsEdition),
);

const modifyAdmin = roomCommand(
  `${service}/modify_admin`,
  z.object({ CommandType: commandType, Admin_Account: userIds(maxAdmins) }),
  ({ world, operatorId }, room, { CommandType, Admin_Account }) => {
    if (!world.limits().memberList) return refuse(60020, needsEdition);
    const unknown = Admin_Account.find((id) => world.accounts.get(id) === undefined);
    if (unknown !== undefined) return refuse(10019, unknown);
    const set = CommandType === 1;
    if (set && new Set([...room.admins, ...Admin_Account]).size > maxAdmins) {
      return refuse(10005, `a room has at most ${maxAdmins} admins`);
    }
    changeAdmins(world, room, operatorId, Admin_Account, set);
    return done();
  },
);

const getAdmins = roomCommand(`${service}/get_admin_list`, z.object({}), ({ world }, room) => {
  if (!world.limits().memberList) return refuse(60020, needsEdition);
  return done({
    Admin_List: [...room.admins].map((id) => {
      const account = world.accounts.get(id);
      return {
        Admin_Account: id,
        NickName: account === undefined ? '' : nickOf(account),
        Avatar: account === undefined ? '' : avatarOf(account),
      };
    }),
  });
});

const checkMembers = roomCommand(
  `${service}/check_members`,
  z.object({ Member_Account: userIds(500) }),
  (_call, room, { Member_Account }) =>
    done({ Member_Account: Member_Account.filter((id) => room.members.has(id)) }),
);

/** The name of the list is not known for certain (tencent-im A8), so both that were seen are taken. */
const robotList = z.object({
  Robot_Account: userIds(500).optional(),
  RobotList_Account: userIds(500).optional(),
});

const addRobots = roomCommand(`${service}/add_robots`, robotList, ({ world }, room, input) => {
  const ids = input.Robot_Account ?? input.RobotList_Account;
  if (!world.limits().memberList) return refuse(60020, needsEdition);
  if (ids === undefined) return refuse(10004, 'Robot_Account is missing');
  for (const id of ids) {
    joinRoom(world, room, world.accounts.ensure(id, world.clock.seconds()), 'local');
    room.members.get(id)?.marks.add(robotMark);
  }
  return done();
});

const delRobots = roomCommand(`${service}/del_robots`, robotList, ({ world }, room, input) => {
  const ids = input.Robot_Account ?? input.RobotList_Account;
  if (!world.limits().memberList) return refuse(60020, needsEdition);
  if (ids === undefined) return refuse(10004, 'Robot_Account is missing');
  for (const id of ids) {
    if (room.members.get(id)?.marks.has(robotMark) === true) room.members.delete(id);
  }
  return done();
});

export const liveMemberCommands: readonly RestCommand[] = [
  getMembers,
  modifyUserInfo,
  modifyAdmin,
  getAdmins,
  checkMembers,
  addRobots,
  delRobots,
];
