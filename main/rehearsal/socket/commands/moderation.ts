import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { banMembers, muteMembers } from '../../rooms/moderation.ts';
import { inRoom, mayModerate, roomCommand, type SocketCommand } from '../command.ts';

const seconds = z.number().int().min(0).max(0xffff_ffff);

const changeMember = roomCommand(
  z.object({
    ...inRoom,
    Member_Account: z.string(),
    ShutUpTime: seconds.optional(),
    MuteTime: seconds.optional(),
    Role: z.string().optional(),
    NameCard: z.string().optional(),
  }),
  ({ world, account }, room, input) => {
    const time = input.ShutUpTime ?? input.MuteTime;
    // "AVCR: mute only" (tencent-im A4); live admins are named over REST.
    if (time === undefined) return refuse(10007, 'only the mute time can be changed in an AVChatRoom');
    if (!mayModerate(world, room, account.userId)) return refuse(10007);
    if (world.accounts.get(input.Member_Account) === undefined) return refuse(10019, input.Member_Account);
    muteMembers(world, room, account.userId, [input.Member_Account], time);
    return done();
  },
);

const ban = roomCommand(
  z.object({
    ...inRoom,
    Members_Account: z.array(z.string()).min(1),
    Duration: seconds.min(1),
    Description: z.string().default(''),
  }),
  ({ world, account }, room, input) => {
    if (!world.limits().ban) return refuse(10007, 'bans need the pro edition');
    if (!mayModerate(world, room, account.userId)) return refuse(10007);
    if (input.Members_Account.length > 20) return refuse(10005, 'at most 20');
    const terms = { seconds: input.Duration, reason: input.Description };
    banMembers(world, room, account.userId, input.Members_Account, terms);
    return done();
  },
);

export const moderationCommands: Readonly<Record<string, SocketCommand>> = {
  'group_open_http_svc.modify_group_member_info': changeMember,
  'group_open_http_svc.ban_group_member': ban,
};
