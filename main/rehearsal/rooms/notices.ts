import { pushTo } from '../presence/links.ts';
import type { Room } from '../state/room.ts';
import type { World } from '../world.ts';
import { groupInfoOf, systemDraft } from './tips.ts';

/** ReportType of a system notice (sdk-wire 7.5). */
export const noticeTypes = { dismissed: 5, adminSet: 9, adminUnset: 10, banned: 21, custom: 255 } as const;

type Notice = {
  readonly type: (typeof noticeTypes)[keyof typeof noticeTypes];
  readonly operatorId: string;
  readonly text?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
};

const noticeBody = (world: World, notice: Notice): Record<string, unknown> => ({
  ReportType: notice.type,
  Operator_Account: notice.operatorId,
  MsgKey: world.random.uint32(),
  Authentication: '',
  RemarkInfo: '',
  UserDefinedField: notice.text ?? '',
  ...notice.fields,
});

/** To everyone in the room, through its log. */
export const postNotice = (world: World, room: Room, notice: Notice): void => {
  world.delivery.post(room, 'system', systemDraft(world, room, 5, noticeBody(world, notice)));
};

/** To one person, at once and past the log: someone who was removed polls no more (sdk-wire 7.5 "So:"). */
export const pushNotice = (world: World, room: Room, userId: string, notice: Notice): void => {
  const item = {
    ToGroupId: room.id,
    From_Account: '@TIM#SYSTEM',
    MsgSeq: room.log.nextSeq(),
    MsgRandom: world.random.uint32(),
    MsgTimeStamp: world.clock.seconds(),
    MsgClientTime: world.clock.seconds(),
    GroupInfo: groupInfoOf(room),
    MsgBody: noticeBody(world, notice),
  };
  pushTo(world.links, userId, 'im_open_push.msg_push', { EventArray: [{ Event: 5, GroupTips: [item] }] });
};
