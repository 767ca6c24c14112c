import { type Account, avatarOf, nickOf } from '../state/accounts.ts';
import type { Room } from '../state/room.ts';
import type { Rank } from '../state/send-gate.ts';
import type { World } from '../world.ts';
import type { Draft } from './delivery.ts';

/** Sender of the service's own items (sdk-wire 7.3). */
const systemId = '@TIM#SYSTEM';
const systemTinyId = '144115198244471703';

/** OpType of a group tip (tencent-im C4). */
export const tipTypes = {
  joined: 1,
  quit: 2,
  adminSet: 4,
  adminUnset: 5,
  profile: 6,
  member: 7,
  banned: 10,
  unbanned: 11,
} as const;

export const groupInfoOf = (room: Room): Record<string, unknown> => ({
  GroupId: room.id,
  GroupName: room.profile.name,
  GroupType: 'AVChatRoom',
});

const faceOf = (world: World, userId: string): Record<string, unknown> => {
  const account: Account | undefined = world.accounts.get(userId);
  return {
    UserId: userId,
    NickName: account === undefined ? '' : nickOf(account),
    ImageUrl: account === undefined ? '' : avatarOf(account),
  };
};

export const systemDraft = (
  world: World,
  room: Room,
  event: number,
  body: unknown,
  rest: Readonly<Record<string, unknown>> = {},
): Draft => ({
  event,
  fromId: systemId,
  tinyId: systemTinyId,
  random: world.random.uint32(),
  fields: { IsSystemMsg: 1, GroupInfo: groupInfoOf(room), MsgBody: body, ...rest },
});

type Tip = {
  readonly type: (typeof tipTypes)[keyof typeof tipTypes];
  readonly operatorId: string;
  readonly userIds?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** Tells the room that something about it or its people changed; every tip counts towards the room's rate. */
export const postTip = (
  world: World,
  room: Room,
  rank: Rank,
  { type, operatorId, userIds, fields }: Tip,
): void => {
  const body = {
    OpType: type,
    Operator_Account: operatorId,
    ...(userIds === undefined
      ? {}
      : { List_Account: userIds, MsgMemberExtraInfo: userIds.map((userId) => faceOf(world, userId)) }),
    MemberNum: room.members.size,
    MsgOperatorMemberExtraInfo: faceOf(world, operatorId),
    OnlineMemberInfo: { OnlineMemberNum: room.members.size, ExpireTime: 60 },
    ...fields,
  };
  // Both events carry tips (sdk-wire 7.3); 6 is also that of the silent notices, so tips use 4.
  world.delivery.post(room, rank, systemDraft(world, room, 4, body));
};
