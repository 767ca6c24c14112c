import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import { describeMember, describeRoom, missingRoom } from '../../rooms/describe.ts';
import { makeRoom } from '../../rooms/make-room.ts';
import { joinRoom, leaveRoom } from '../../rooms/membership.ts';
import { changeProfile, dissolveRoom } from '../../rooms/profile.ts';
import type { Account } from '../../state/accounts.ts';
import type { Room } from '../../state/room.ts';
import type { World } from '../../world.ts';
import {
  inRoom,
  mayModerate,
  openCommand,
  roomCommand,
  type SocketCommand,
  userCommand,
} from '../command.ts';

const filter = z.array(z.string()).optional();
const appDefined = z.array(z.object({ Key: z.string(), Value: z.string() })).optional();

/** "≤ 20 messages of the last 24 h" (tencent-im D). */
const historyCount = 20;

export const joinAnswer = (world: World, room: Room, userId: string, wantsHistory: boolean): Answer => {
  const start = room.log.end();
  const key = world.keys.sealRoomKey({ roomId: room.id, userId, start });
  const giveHistory = wantsHistory && world.settings.history && world.limits().history;
  return done({
    JoinedStatus: 'JoinedSuccess',
    HugeGroupFlag: 1,
    StartSeq: start,
    AVChatRoomKey: key,
    // Without this key the SDK waits for pushes (sdk-wire 6.2).
    ...(world.settings.delivery === 'poll' ? { LongPollingKey: key } : {}),
    ...(giveHistory
      ? { RspMsgList: room.log.lastMessages(historyCount).map((entry): unknown => JSON.parse(entry.json)) }
      : {}),
  });
};

const join = roomCommand(
  z.object({ ...inRoom, HugeGroupHistoryMsgFlag: z.number().optional() }),
  ({ world, account }, room, input) => {
    const result = joinRoom(world, room, account, world.settings.delivery);
    if (result === 'banned') return refuse(10007, 'banned from this group');
    return joinAnswer(world, room, account.userId, input.HugeGroupHistoryMsgFlag === 1);
  },
);

const quit = roomCommand(z.object(inRoom), ({ world, account }, room) => {
  if (room.profile.ownerId === account.userId) return refuse(10009);
  return leaveRoom(world, room, account.userId, true) ? done() : refuse(10007, 'not a member');
});

const create = userCommand(
  z.object({
    Type: z.string(),
    Name: z.string().min(1),
    GroupId: z.string().optional(),
    FaceUrl: z.string().default(''),
    Introduction: z.string().default(''),
    Notification: z.string().default(''),
    AppDefinedData: appDefined,
  }),
  ({ world, account }, input) => {
    // Not 10007: for that code the SDK reports success (it takes 10007 and 10010 for a profile it may not read).
    if (input.Type !== 'AVChatRoom')
      return refuse(10004, 'the rehearsal service has live rooms (AVChatRoom) only');
    if (Buffer.byteLength(input.Name) > 30) return refuse(10004, 'Name has at most 30 bytes');
    return makeRoom(world, {
      id: input.GroupId === '' ? undefined : input.GroupId,
      name: input.Name,
      ownerId: account.userId,
      introduction: input.Introduction,
      notification: input.Notification,
      faceUrl: input.FaceUrl,
      appDefined: input.AppDefinedData ?? [],
    });
  },
);

const destroy = roomCommand(z.object(inRoom), ({ world, account }, room) => {
  const allowed = room.profile.ownerId === account.userId || account.userId === world.identity.admin;
  if (!allowed) return refuse(10007);
  dissolveRoom(world, room, account.userId);
  return done();
});

const selfInfo = (
  room: Room,
  account: Account,
  base: readonly string[] | undefined,
  member: readonly string[] | undefined,
) => ({
  ...describeRoom(room, base),
  ...(member === undefined ? {} : { MemberList: [describeMember(room, account.userId, member)] }),
});

const profiles = userCommand(
  z.object({
    GroupIdList: z.array(z.string()).min(1).max(50),
    ResponseFilter: z.object({ GroupBaseInfoFilter: filter, MemberInfoFilter: filter }).optional(),
  }),
  ({ world, account }, { GroupIdList, ResponseFilter }) =>
    done({
      GroupInfo: GroupIdList.map((id) => {
        const room = world.rooms.get(id);
        if (room === undefined) return missingRoom(id);
        return selfInfo(room, account, ResponseFilter?.GroupBaseInfoFilter, ResponseFilter?.MemberInfoFilter);
      }),
    }),
);

const publicInfo = userCommand(
  z.object({
    GroupIdList: z.array(z.string()).min(1).max(50),
    ResponseFilter: z.object({ GroupBasePublicInfoFilter: filter }).optional(),
  }),
  ({ world }, { GroupIdList, ResponseFilter }) =>
    done({
      GroupInfo: GroupIdList.map((id) => {
        const room = world.rooms.get(id);
        return room === undefined
          ? missingRoom(id)
          : describeRoom(room, ResponseFilter?.GroupBasePublicInfoFilter);
      }),
    }),
);

const onOff = z.enum(['On', 'Off']).optional();

const modify = roomCommand(
  z.object({
    ...inRoom,
    Name: z.string().optional(),
    Introduction: z.string().optional(),
    Notification: z.string().optional(),
    FaceUrl: z.string().optional(),
    ShutUpAllMember: onOff,
    MuteAllMember: onOff,
    AppDefinedData: appDefined,
  }),
  ({ world, account }, room, input) => {
    if (!mayModerate(world, room, account.userId)) return refuse(10007);
    const mute = input.ShutUpAllMember ?? input.MuteAllMember;
    changeProfile(world, room, account.userId, {
      name: input.Name,
      introduction: input.Introduction,
      notification: input.Notification,
      faceUrl: input.FaceUrl,
      muteAll: mute === undefined ? undefined : mute === 'On',
      appDefined: input.AppDefinedData,
    });
    return done();
  },
);

const onlineNumber = openCommand(z.object(inRoom), ({ world }, { GroupId }) => {
  const room = world.rooms.get(GroupId);
  return room === undefined
    ? refuse(10010, GroupId)
    : done({ OnlineMemberNum: room.members.size, ExpireTime: 60 });
});

export const roomCommands: Readonly<Record<string, SocketCommand>> = {
  'group_open_http_svc.apply_join_group': join,
  'group_open_http_svc.quit_group': quit,
  'group_open_http_svc.create_group': create,
  'group_open_http_svc.destroy_group': destroy,
  'group_open_http_svc.get_group_self_member_info': profiles,
  'group_open_http_svc.get_group_public_info': publicInfo,
  'group_open_http_svc.modify_group_base_info': modify,
  'group_open_http_svc.get_online_member_num': onlineNumber,
  'group_open_http_noauth_svc.get_online_member_num': onlineNumber,
};
