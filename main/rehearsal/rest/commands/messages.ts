import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import { bodyFault, textOf } from '../../rooms/elements.ts';
import { noticeTypes, postNotice } from '../../rooms/notices.ts';
import { recallMessages } from '../../rooms/recall.ts';
import { priorities, sendToRoom } from '../../rooms/send.ts';
import { avatarOf, nickOf } from '../../state/accounts.ts';
import { blockedWord } from '../../state/words.ts';
import { command, type RestCommand, roomCommand } from '../command.ts';
import { listOf, msgBody, text, uint32, userId } from '../fields.ts';

const service = 'group_open_http_svc';
/** "message size 12 KB" (tencent-im D). */
const maxMessageBytes = 12_288;

const sendGroupMsg = roomCommand(
  `${service}/send_group_msg`,
  z.object({
    Random: uint32,
    MsgBody: msgBody,
    MsgPriority: z.enum(priorities).default('Normal'),
    From_Account: userId.optional(),
    OnlineOnlyFlag: z.union([z.literal(0), z.literal(1)]).default(0),
    ForbidCallbackControl: z.array(z.string()).default([]),
    SendMsgControl: z.array(z.string()).default([]),
    CloudCustomData: z.string().default(''),
    To_Account: z.array(z.string()).optional(),
    GroupAtInfo: z.array(z.unknown()).optional(),
  }),
  ({ world, operatorId }, room, input) => {
    if (input.OnlineOnlyFlag === 1) return refuse(10004, 'an AVChatRoom does not support OnlineOnlyFlag');
    if (input.To_Account !== undefined) return refuse(10004, 'an AVChatRoom has no targeted messages');
    const fromId = input.From_Account ?? operatorId;
    const from = world.accounts.get(fromId);
    if (from === undefined) return refuse(10019, `import ${fromId} first`);
    return sendToRoom(world, {
      room,
      from,
      elements: input.MsgBody,
      priority: input.MsgPriority,
      random: input.Random,
      cloudCustomData: input.CloudCustomData,
      atInfo: input.GroupAtInfo,
      skipWords: input.SendMsgControl.includes('NoMsgCheck'),
      skipVeto: input.ForbidCallbackControl.includes('ForbidBeforeSendMsgCallback'),
      onceKey: `rest ${fromId} ${input.Random} ${JSON.stringify(input.MsgBody)}`,
    });
  },
);

const systemNotification = roomCommand(
  `${service}/send_group_system_notification`,
  z.object({
    Content: text(maxMessageBytes, 80002).min(1),
    ToMembers_Account: z.array(userId).default([]),
  }),
  ({ world, operatorId }, room, { Content, ToMembers_Account }) => {
    if (ToMembers_Account.length > 0)
      return refuse(10004, 'in an AVChatRoom a notice goes to the whole group');
    if (blockedWord(world.words, Content) !== undefined) return refuse(80001);
    postNotice(world, room, { type: noticeTypes.custom, operatorId, text: Content });
    return done();
  },
);

const recall = roomCommand(
  `${service}/group_msg_recall`,
  z.object({
    MsgSeqList: listOf(z.object({ MsgSeq: uint32 }), 10, 10004),
    Reason: text(100).default(''),
  }),
  ({ world, operatorId }, room, { MsgSeqList, Reason }) => {
    const seqs = MsgSeqList.map(({ MsgSeq }) => MsgSeq);
    const RecallRetList = recallMessages(world, room, seqs, { operatorId, reason: Reason, refusal: () => 0 });
    return done({ RecallRetList });
  },
);

/** Accepted, without effect on an AVChatRoom (tencent-im A6). */
const deleteBySender = roomCommand(
  `${service}/delete_group_msg_by_sender`,
  z.object({ Sender_Account: userId }),
  () => done(),
);

const broadcast = command(
  `${service}/send_broadcast_msg`,
  z.object({
    Random: uint32,
    MsgBody: msgBody,
    CloudCustomData: z.string().default(''),
    From_Account: userId.optional(),
  }),
  ({ world, operatorId }, input): Answer => {
    if (!world.limits().broadcast) return refuse(10007, 'broadcasts need the pro edition');
    const fault = bodyFault(input.MsgBody);
    if (fault !== undefined) return refuse(10004, fault);
    if (Buffer.byteLength(JSON.stringify(input.MsgBody) + input.CloudCustomData) > maxMessageBytes)
      return refuse(80002);
    if (blockedWord(world.words, textOf(input.MsgBody)) !== undefined) return refuse(80001);
    const from = world.accounts.get(input.From_Account ?? operatorId);
    if (from === undefined) return refuse(10019, input.From_Account ?? '');
    const seconds = world.clock.seconds();
    const MsgSeq = (world.broadcasts.end() / 1000) >>> 0;
    const item = {
      Event: 17,
      From_Account: from.userId,
      TinyId: from.tinyId,
      MsgSeq,
      MsgRandom: input.Random,
      MsgTimeStamp: seconds,
      MsgClientTime: seconds,
      MsgPriority: 'High',
      CloudCustomData: input.CloudCustomData,
      GroupInfo: { From_AccountNick: nickOf(from), From_AccountHeadurl: avatarOf(from) },
      MsgBody: input.MsgBody,
    };
    world.broadcasts.add(JSON.stringify(item));
    return done({ MsgSeq });
  },
  { perSecond: 1 },
);

const onlineNumber = roomCommand(`${service}/get_online_member_num`, z.object({}), (_call, room) =>
  done({ OnlineMemberNum: room.members.size }),
);

export const messageCommands: readonly RestCommand[] = [
  sendGroupMsg,
  systemNotification,
  recall,
  deleteBySender,
  broadcast,
  onlineNumber,
];
