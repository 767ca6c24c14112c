import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { describeMember, describeRoom, missingRoom } from '../../rooms/describe.ts';
import { makeRoom } from '../../rooms/make-room.ts';
import { changeProfile, dissolveRoom } from '../../rooms/profile.ts';
import { blockedWord } from '../../state/words.ts';
import { command, type RestCommand, roomCommand } from '../command.ts';
import { appDefined, filter, listOf, onOff, text, userId } from '../fields.ts';

const service = 'group_open_http_svc';

const groupTypes = ['Public', 'Private', 'ChatRoom', 'AVChatRoom', 'Community'] as const;

const createGroup = command(
  `${service}/create_group`,
  z.object({
    Type: z.enum(groupTypes),
    Name: text(30).min(1),
    Owner_Account: userId.optional(),
    GroupId: z.string().optional(),
    Introduction: text(240).default(''),
    Notification: text(300).default(''),
    FaceUrl: text(100).default(''),
    AppDefinedData: appDefined,
    MemberList: z.array(z.unknown()).optional(),
  }),
  ({ world }, input) => {
    if (input.Type !== 'AVChatRoom')
      return refuse(10004, 'the rehearsal service has live rooms (AVChatRoom) only');
    if (input.MemberList !== undefined) return refuse(10007, 'an AVChatRoom takes no MemberList');
    if (
      blockedWord(world.words, `${input.Name}\n${input.Introduction}\n${input.Notification}`) !== undefined
    ) {
      return refuse(80001);
    }
    return makeRoom(world, {
      id: input.GroupId,
      name: input.Name,
      ownerId: input.Owner_Account ?? '',
      introduction: input.Introduction,
      notification: input.Notification,
      faceUrl: input.FaceUrl,
      appDefined: input.AppDefinedData,
    });
  },
);

const destroyGroup = roomCommand(`${service}/destroy_group`, z.object({}), ({ world, operatorId }, room) => {
  dissolveRoom(world, room, operatorId);
  return done();
});

const getGroupInfo = command(
  `${service}/get_group_info`,
  z.object({
    GroupIdList: listOf(z.string(), 50, 10004),
    ResponseFilter: z.object({ GroupBaseInfoFilter: filter }).optional(),
  }),
  ({ world }, { GroupIdList, ResponseFilter }) =>
    done({
      GroupInfo: GroupIdList.map((id) => {
        const room = world.rooms.get(id);
        if (room === undefined) return missingRoom(id);
        // No MemberList: "AVCR keeps no member list" (tencent-im A3).
        return { ...describeRoom(room, ResponseFilter?.GroupBaseInfoFilter), Appid: world.identity.sdkAppId };
      }),
    }),
);

const modifyGroup = roomCommand(
  `${service}/modify_group_base_info`,
  z.object({
    Name: text(30).min(1).optional(),
    Introduction: text(240).optional(),
    Notification: text(300).optional(),
    FaceUrl: text(100).optional(),
    MaxMemberNum: z.number().optional(),
    InviteJoinOption: z.string().optional(),
    MuteAllMember: onOff.optional(),
    ShutUpAllMember: onOff.optional(),
    AppDefinedData: appDefined.optional(),
    From_Account: userId.optional(),
  }),
  ({ world, operatorId }, room, input) => {
    if (input.MaxMemberNum !== undefined) return refuse(10004, 'an AVChatRoom has no MaxMemberNum');
    if (input.InviteJoinOption !== undefined) return refuse(10004, 'an AVChatRoom has no InviteJoinOption');
    const words = `${input.Name ?? ''}\n${input.Introduction ?? ''}\n${input.Notification ?? ''}`;
    if (blockedWord(world.words, words) !== undefined) return refuse(80001);
    // New name first, the old one is still taken (tencent-im A3).
    const mute = input.MuteAllMember ?? input.ShutUpAllMember;
    changeProfile(world, room, input.From_Account ?? operatorId, {
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

const listGroups = command(
  `${service}/get_appid_group_list`,
  z.object({
    Limit: z.number().int().min(1).max(10_000).default(10_000),
    Next: z.number().int().min(0).default(0),
    GroupType: z.enum(groupTypes).optional(),
  }),
  ({ world }, { Limit, Next, GroupType }) => {
    const ids = GroupType === undefined || GroupType === 'AVChatRoom' ? [...world.rooms.keys()] : [];
    const end = Next + Limit;
    return done({
      TotalCount: ids.length,
      GroupIdList: ids.slice(Next, end).map((GroupId) => ({ GroupId })),
      Next: end < ids.length ? end : 0,
    });
  },
  { perSecond: 1 },
);

const joinedGroups = command(
  `${service}/get_joined_group_list`,
  z.object({
    Member_Account: userId,
    WithHugeGroups: z.union([z.literal(0), z.literal(1)]).default(0),
    Limit: z.number().int().min(1).max(5_000).default(5_000),
    Offset: z.number().int().min(0).default(0),
    GroupType: z.string().optional(),
    ResponseFilter: z.object({ GroupBaseInfoFilter: filter, SelfInfoFilter: filter }).optional(),
  }),
  ({ world }, input) => {
    const { Member_Account, ResponseFilter } = input;
    if (world.accounts.get(Member_Account) === undefined) return refuse(10019, Member_Account);
    const wanted = input.WithHugeGroups === 1 && (input.GroupType ?? 'AVChatRoom') === 'AVChatRoom';
    const rooms = wanted ? [...world.rooms.values()].filter((room) => room.members.has(Member_Account)) : [];
    return done({
      TotalCount: rooms.length,
      GroupIdList: rooms.slice(input.Offset, input.Offset + input.Limit).map((room) => {
        const {
          ErrorCode: _code,
          ErrorInfo: _info,
          ...fields
        } = describeRoom(room, ResponseFilter?.GroupBaseInfoFilter ?? []);
        const { Member_Account: _id, ...self } = describeMember(
          room,
          Member_Account,
          ResponseFilter?.SelfInfoFilter,
        );
        return { ...fields, ...(ResponseFilter?.SelfInfoFilter === undefined ? {} : { SelfInfo: self }) };
      }),
    });
  },
);

export const groupCommands: readonly RestCommand[] = [
  createGroup,
  destroyGroup,
  getGroupInfo,
  modifyGroup,
  listGroups,
  joinedGroups,
];
