import { z } from 'zod';
import { appError } from '../../../contract/app-error.ts';
import { err, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import { type AdminError, notDone } from '../admin-error.ts';
import { commands } from '../command.ts';
import { bytes, nothing, parseInput, present, roomId, uint32, userId, wireInt } from '../fields.ts';
import { elementsSchema, fitsMessage, MAX_MESSAGE_BYTES, wireElements } from '../message-body.ts';

/** `seq` is what a recall needs, `at` ms since the epoch; either may be missing in the answer. */
export type SentMessage = Readonly<{ seq?: number; at?: number }>;

const message = {
  elements: elementsSchema,
  /** Speaks as this account, which must exist; the admin account itself where absent. */
  fromUserId: userId.optional(),
  cloudCustomData: z.string().optional(),
  /** Marks repeated sends as the same message; made here where absent. */
  random: uint32.optional(),
};

const groupInput = z
  .object({ roomId, priority: z.enum(['High', 'Normal', 'Low', 'Lowest']).default('Normal'), ...message })
  .refine(({ elements, cloudCustomData }) => fitsMessage(elements, cloudCustomData), 'at most 12 KB');
const broadcastInput = z
  .object(message)
  .refine(({ elements, cloudCustomData }) => fitsMessage(elements, cloudCustomData), 'at most 12 KB');
const noticeInput = z.object({ roomId, text: bytes(MAX_MESSAGE_BYTES).min(1) });

/** A message was sent even where the answer lacks its number, so neither field is required. */
const sentAnswer = z.object({
  MsgSeq: wireInt.optional().catch(undefined),
  MsgTime: wireInt.optional().catch(undefined),
  MsgDropReason: z.string().catch(''),
});

const readSent = (answer: z.output<typeof sentAnswer>): SentMessage => ({
  ...(answer.MsgSeq === undefined ? {} : { seq: answer.MsgSeq }),
  ...(answer.MsgTime === undefined ? {} : { at: answer.MsgTime * 1000 }),
});

/** The service says "OK" to a message that it then drops for the room's rate (tencent-im A6, MsgDropReason). */
const dropped = notDone(
  appError(
    'rate-limited',
    {
      en: 'The service took the message and then dropped it: the room is over 40 messages a second.',
      'zh-CN': '消息被服务接收后又丢弃：房间消息超过每秒 40 条。',
    },
    {
      remedy: { en: 'Send it again in a moment, with high priority.', 'zh-CN': '请稍后以高优先级重发。' },
      retryable: true,
    },
  ),
);

/** What the console says into rooms. `random` is in [0, 1). */
export const createMessageCommands = (call: AdminCaller, random: () => number) => {
  const newRandom = (): number => Math.floor(random() * 2 ** 32);

  const readUndropped = (answer: Result<z.output<typeof sentAnswer>, AdminError>) => {
    if (!answer.ok) return answer;
    return answer.value.MsgDropReason === ''
      ? ({ ok: true, value: readSent(answer.value) } as const)
      : err(dropped);
  };

  const sendGroupMsg = async (
    input: z.input<typeof groupInput>,
    options?: CallOptions,
  ): Promise<Result<SentMessage, AdminError>> => {
    const parsed = parseInput(groupInput, input);
    if (!parsed.ok) return parsed;
    const { value } = parsed;
    const body = present({
      GroupId: value.roomId,
      Random: value.random ?? newRandom(),
      MsgPriority: value.priority,
      From_Account: value.fromUserId,
      MsgBody: wireElements(value.elements),
      CloudCustomData: value.cloudCustomData,
    });
    return readUndropped(await call({ command: commands.sendGroupMsg, body, answer: sentAnswer }, options));
  };

  /** A system notice to everybody in the room. */
  const sendGroupSystemNotification = async (
    input: z.input<typeof noticeInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(noticeInput, input);
    if (!parsed.ok) return parsed;
    const body = { GroupId: parsed.value.roomId, Content: parsed.value.text };
    return call({ command: commands.sendGroupSystemNotification, body, answer: nothing }, options);
  };

  /** To every live room of the app at once. */
  const sendBroadcastMsg = async (
    input: z.input<typeof broadcastInput>,
    options?: CallOptions,
  ): Promise<Result<SentMessage, AdminError>> => {
    const parsed = parseInput(broadcastInput, input);
    if (!parsed.ok) return parsed;
    const { value } = parsed;
    const body = present({
      Random: value.random ?? newRandom(),
      From_Account: value.fromUserId,
      MsgBody: wireElements(value.elements),
      CloudCustomData: value.cloudCustomData,
    });
    return readUndropped(
      await call({ command: commands.sendBroadcastMsg, body, answer: sentAnswer }, options),
    );
  };

  return { sendGroupMsg, sendGroupSystemNotification, sendBroadcastMsg };
};
