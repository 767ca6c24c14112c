import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { muteMembers, untilOf, untilOnWire } from '../../rooms/moderation.ts';
import { activeMute, type Room } from '../../state/room.ts';
import type { World } from '../../world.ts';
import { command, type RestCommand, roomCommand } from '../command.ts';
import { uint32, userId, userIds } from '../fields.ts';

const service = 'group_open_http_svc';

const forbidSendMsg = roomCommand(
  `${service}/forbid_send_msg`,
  z.object({
    Members_Account: userIds(500),
    MuteTime: uint32.optional(),
    ShutUpTime: uint32.optional(),
  }),
  ({ world, operatorId }, room, input) => {
    const seconds = input.MuteTime ?? input.ShutUpTime;
    if (seconds === undefined) return refuse(10004, 'MuteTime is missing');
    const unknown = input.Members_Account.find((id) => world.accounts.get(id) === undefined);
    if (unknown !== undefined) return refuse(10019, unknown);
    muteMembers(world, room, operatorId, input.Members_Account, seconds);
    return done();
  },
);

const mutedList = (world: World, room: Room): readonly { id: string; until: number }[] => {
  const now = world.clock.seconds();
  return [...room.mutes.keys()].flatMap((id) => {
    const until = activeMute(room, id, now);
    return until === undefined ? [] : [{ id, until: untilOnWire(until) }];
  });
};

const getMuted = roomCommand(`${service}/get_group_muted_account`, z.object({}), ({ world }, room) =>
  done({
    GroupId: room.id,
    MutedAccountList: mutedList(world, room).map(({ id, until }) => ({
      Member_Account: id,
      MutedUntil: until,
    })),
  }),
);

/** The same under its old name, with the old field names. */
const getShutted = roomCommand(`${service}/get_group_shutted_uin`, z.object({}), ({ world }, room) =>
  done({
    GroupId: room.id,
    ShuttedUinList: mutedList(world, room).map(({ id, until }) => ({
      Member_Account: id,
      ShuttedUntil: until,
    })),
  }),
);

const memberInfo = roomCommand(
  `${service}/modify_group_member_info`,
  z.object({
    Member_Account: userId,
    Role: z.enum(['Admin', 'Member']).optional(),
    NameCard: z.string().optional(),
    AppMemberDefinedData: z.array(z.unknown()).optional(),
    MuteTime: uint32.optional(),
    ShutUpTime: uint32.optional(),
  }),
  ({ world, operatorId }, room, input) => {
    const seconds = input.MuteTime ?? input.ShutUpTime;
    const other = input.Role ?? input.NameCard ?? input.AppMemberDefinedData;
    // "AVCR: mute only; no name card/custom fields" (tencent-im A4).
    if (other !== undefined) return refuse(10007, 'only MuteTime can be changed in an AVChatRoom');
    if (seconds === undefined) return refuse(10004, 'MuteTime is missing');
    if (world.accounts.get(input.Member_Account) === undefined) return refuse(10019, input.Member_Account);
    muteMembers(world, room, operatorId, [input.Member_Account], seconds);
    return done();
  },
);

const setNoSpeaking = command(
  'openconfigsvr/setnospeaking',
  z.object({
    Set_Account: userId,
    C2CmsgNospeakingTime: uint32.optional(),
    GroupmsgNospeakingTime: uint32.optional(),
  }),
  ({ world }, input) => {
    const { C2CmsgNospeakingTime: c2c, GroupmsgNospeakingTime: group } = input;
    if (c2c === undefined && group === undefined) return refuse(130008);
    const account = world.accounts.get(input.Set_Account);
    if (account === undefined) return refuse(130004, `no account ${input.Set_Account}`);
    if (c2c !== undefined) account.c2cMutedUntil = c2c === 0 ? 0 : untilOf(world, c2c);
    if (group !== undefined) account.groupMutedUntil = group === 0 ? 0 : untilOf(world, group);
    return done();
  },
  { badInput: 130004 },
);

const remaining = (world: World, until: number): number =>
  until === Number.POSITIVE_INFINITY ? untilOnWire(until) : Math.max(0, until - world.clock.seconds());

const getNoSpeaking = command(
  'openconfigsvr/getnospeaking',
  z.object({ Get_Account: userId }),
  ({ world }, { Get_Account }) => {
    const account = world.accounts.get(Get_Account);
    if (account === undefined) return refuse(130002, `no account ${Get_Account}`);
    return done({
      C2CmsgNospeakingTime: remaining(world, account.c2cMutedUntil),
      GroupmsgNospeakingTime: remaining(world, account.groupMutedUntil),
    });
  },
  { badInput: 130002 },
);

export const muteCommands: readonly RestCommand[] = [
  forbidSendMsg,
  getMuted,
  getShutted,
  memberInfo,
  setNoSpeaking,
  getNoSpeaking,
];
