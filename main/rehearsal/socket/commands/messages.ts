import { z } from 'zod';
import { done, refuse } from '../../answer.ts';
import { sendPrivately } from '../../rooms/private-send.ts';
import { recallMessages } from '../../rooms/recall.ts';
import { priorities, sendToRoom } from '../../rooms/send.ts';
import type { LogEntry } from '../../state/room-log.ts';
import { inRoom, mayModerate, roomCommand, type SocketCommand, userCommand } from '../command.ts';

const sendSchema = z.object({
  ...inRoom,
  Random: z.number().int().min(0),
  ClientSeq: z.number().optional(),
  MsgPriority: z.enum(priorities).default('Normal'),
  MsgBody: z.array(z.object({ MsgType: z.string(), MsgContent: z.record(z.string(), z.unknown()) })),
  CloudCustomData: z.string().default(''),
  MsgClientTime: z.number().int().optional(),
  SendMsgControl: z.array(z.string()).default([]),
  GroupAtInfo: z.array(z.unknown()).default([]),
});

const send = roomCommand(sendSchema, ({ world, account }, room, input) => {
  const present = room.members.has(account.userId) || account.userId === world.identity.admin;
  if (!present) return refuse(10007, 'not a member of the group');
  const { Random, MsgClientTime } = input;
  return sendToRoom(world, {
    room,
    from: account,
    elements: input.MsgBody,
    priority: input.MsgPriority,
    random: Random,
    clientTime: MsgClientTime === 0 ? undefined : MsgClientTime,
    cloudCustomData: input.CloudCustomData,
    atInfo: input.GroupAtInfo,
    skipWords: input.SendMsgControl.includes('NoMsgCheck'),
    skipVeto: false,
    onceKey: `${account.userId} ${Random} ${input.ClientSeq ?? ''}`,
  });
});

/** "client 2 min default" (tencent-im D). */
const ownRecallMs = 120_000;

const recall = roomCommand(
  z.object({
    ...inRoom,
    MsgSeqList: z
      .array(z.object({ MsgSeq: z.number() }))
      .min(1)
      .max(10),
    Reason: z.string().default(''),
  }),
  ({ world, account }, room, input) => {
    const moderates = mayModerate(world, room, account.userId);
    const refusal = (entry: LogEntry): number => {
      if (moderates) return 0;
      if (entry.fromId !== account.userId) return 10007;
      return world.clock.wall() - entry.at > ownRecallMs ? 10031 : 0;
    };
    const seqs = input.MsgSeqList.map(({ MsgSeq }) => MsgSeq);
    const operatorId = account.userId;
    return done({
      RecallRetList: recallMessages(world, room, seqs, { operatorId, reason: input.Reason, refusal }),
    });
  },
);

const sendPrivate = userCommand(
  z.object({
    To_Account: z.string(),
    MsgRandom: z.number().int().min(0),
    MsgBody: sendSchema.shape.MsgBody,
    MsgClientTime: z.number().int().optional(),
    CloudCustomData: z.string().default(''),
  }),
  ({ world, account }, input) => {
    const to = world.accounts.get(input.To_Account);
    if (to === undefined) return refuse(20003, input.To_Account);
    return sendPrivately(world, {
      from: account,
      to,
      elements: input.MsgBody,
      random: input.MsgRandom,
      clientTime: input.MsgClientTime,
      cloudCustomData: input.CloudCustomData,
      onlineOnly: false,
    });
  },
);

export const messageCommands: Readonly<Record<string, SocketCommand>> = {
  'group_open_http_svc.send_group_msg': send,
  'group_open_http_svc.group_msg_recall': recall,
  'openim.sendmsg': sendPrivate,
};
