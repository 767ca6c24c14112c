import { type Room, roleIn } from '../state/room.ts';
import { untilOnWire } from './moderation.ts';

/** "AVCR ... unlimited" (tencent-im D): what the vendor shows for it. */
const maxMembers = 0;

/** Everything there is to say of a room, by its REST name. */
const allFields = (room: Room): Record<string, unknown> => ({
  Type: 'AVChatRoom',
  Name: room.profile.name,
  Introduction: room.profile.introduction,
  Notification: room.profile.notification,
  FaceUrl: room.profile.faceUrl,
  Owner_Account: room.profile.ownerId,
  CreateTime: room.createdAt,
  InfoSeq: room.infoSeq,
  LastInfoTime: room.lastInfoAt,
  LastMsgTime: room.lastMessageAt,
  NextMsgSeq: 0,
  MemberNum: room.members.size,
  MaxMemberNum: maxMembers,
  ApplyJoinOption: 'FreeAccess',
  InviteJoinOption: 'FreeAccess',
  MuteAllMember: room.profile.muteAll ? 'On' : 'Off',
  ShutUpAllMember: room.profile.muteAll ? 'On' : 'Off',
  AppDefinedData: room.profile.appDefined,
});

/** A room with the fields that were asked for, or all; the SDK breaks on fields that it did not ask for (sdk-wire 6.2). */
export const describeRoom = (room: Room, filter: readonly string[] | undefined): Record<string, unknown> => {
  const fields = allFields(room);
  const wanted =
    filter === undefined
      ? fields
      : Object.fromEntries(Object.entries(fields).filter(([name]) => filter.includes(name)));
  return { GroupId: room.id, ErrorCode: 0, ErrorInfo: '', ...wanted };
};

export const missingRoom = (id: string): Record<string, unknown> => ({
  GroupId: id,
  ErrorCode: 10010,
  ErrorInfo: 'the group does not exist or was dissolved',
});

/** One person's part in a room. */
export const describeMember = (
  room: Room,
  userId: string,
  filter: readonly string[] | undefined,
): Record<string, unknown> => {
  const member = room.members.get(userId);
  const muted = room.mutes.get(userId);
  const fields: Record<string, unknown> = {
    Role: member === undefined && roleIn(room, userId) === 'Member' ? 'NotMember' : roleIn(room, userId),
    JoinTime: member?.joinedAt ?? 0,
    MsgSeq: 0,
    MsgFlag: 'AcceptAndNotify',
    LastSendMsgTime: 0,
    ShutUpUntil: muted === undefined ? 0 : untilOnWire(muted),
    NameCard: '',
  };
  const wanted =
    filter === undefined
      ? fields
      : Object.fromEntries(Object.entries(fields).filter(([name]) => filter.includes(name)));
  return { Member_Account: userId, ...wanted };
};
