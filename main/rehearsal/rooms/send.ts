import { type Answer, done, refuse } from '../answer.ts';
import { type Account, avatarOf, levelOf, nickOf } from '../state/accounts.ts';
import { activeMute, type Room, roleIn } from '../state/room.ts';
import { blockedWord, type Veto } from '../state/words.ts';
import type { World } from '../world.ts';
import { bodyFault, type Element, textOf } from './elements.ts';
import { groupInfoOf } from './tips.ts';

export const priorities = ['High', 'Normal', 'Low', 'Lowest'] as const;
export type Priority = (typeof priorities)[number];

type SendInput = {
  readonly room: Room;
  readonly from: Account;
  readonly elements: readonly Element[];
  readonly priority: Priority;
  readonly random: number;
  /** Unix seconds by the sender's clock; the SDK builds the message's ID from it. */
  readonly clientTime?: number | undefined;
  readonly cloudCustomData: string;
  readonly atInfo?: readonly unknown[] | undefined;
  /** The sender asked for no content check, or for no before-send webhook. */
  readonly skipWords: boolean;
  readonly skipVeto: boolean;
  /** Same key within five minutes = same message. */
  readonly onceKey: string;
};

/** "whole message <= 12 KB" (tencent-im D). */
const maxMessageBytes = 12_288;

const mutedReason = (world: World, room: Room, from: Account): string | undefined => {
  const now = world.clock.seconds();
  if (activeMute(room, from.userId, now) !== undefined) return 'in this group';
  if (from.groupMutedUntil > now) return 'in all groups';
  const exempt = from.userId === world.identity.admin || roleIn(room, from.userId) !== 'Member';
  return room.profile.muteAll && !exempt ? 'all members of this group are muted' : undefined;
};

const matches = (veto: Veto, room: Room, from: Account, text: string): boolean =>
  (veto.roomId === undefined || veto.roomId === room.id) &&
  (veto.userId === undefined || veto.userId === from.userId) &&
  (veto.contains === undefined || text.includes(veto.contains));

/** The checks in the service's order (tencent-im E): mute, words, webhook; rate control follows. */
const check = (world: World, input: SendInput, text: string): Answer | undefined => {
  const { room, from } = input;
  const muted = mutedReason(world, room, from);
  if (muted !== undefined) return refuse(10017, muted);
  if (!input.skipWords && blockedWord(world.words, text) !== undefined) return refuse(80001);
  const veto = input.skipVeto
    ? undefined
    : world.words.vetoes.find((rule) => matches(rule, room, from, text));
  if (veto === undefined) return undefined;
  // Code 2 of the webhook: the sender sees success, nobody sees the message.
  return veto.code === 0
    ? done({ MsgTime: world.clock.seconds(), MsgSeq: room.log.nextSeq() })
    : refuse(veto.code);
};

const messageFields = (input: SendInput): Record<string, unknown> => {
  const { room, from } = input;
  return {
    MsgPriority: input.priority,
    IsSystemMsg: 0,
    CloudCustomData: input.cloudCustomData,
    GroupInfo: {
      ...groupInfoOf(room),
      From_AccountNick: nickOf(from),
      From_AccountHeadurl: avatarOf(from),
      From_AccountLevel: levelOf(from),
    },
    ...(input.atInfo === undefined || input.atInfo.length === 0 ? {} : { GroupAtInfo: input.atInfo }),
    MsgBody: input.elements,
  };
};

const post = (world: World, input: SendInput): Answer | Promise<Answer> => {
  const { room, from, random, clientTime } = input;
  let settledAt: Answer | undefined;
  let resolveLater: ((answer: Answer) => void) | undefined;
  const draft = {
    event: 3,
    fromId: from.userId,
    tinyId: from.tinyId,
    clientTime,
    random,
    fields: messageFields(input),
  };
  world.delivery.post(room, input.priority, draft, (delivered, seq, seconds) => {
    const answer = delivered ? done({ MsgTime: seconds, MsgSeq: seq }) : dropped(world, input, seq, seconds);
    if (delivered) room.lastMessageAt = seconds;
    settledAt = answer;
    resolveLater?.(answer);
  });
  return (
    settledAt ??
    new Promise((resolve) => {
      resolveLater = resolve;
    })
  );
};

const note = (world: World, input: SendInput, code: number, info: string): void => {
  world.refusals.add({
    at: world.clock.now(),
    roomId: input.room.id,
    userId: input.from.userId,
    code,
    info,
    text: textOf(input.elements),
  });
};

const dropped = (world: World, input: SendInput, seq: number, seconds: number): Answer => {
  const { dropCode } = world.settings;
  note(world, input, dropCode, 'dropped by the message rate of the group');
  return dropCode === 0
    ? done({ MsgTime: seconds, MsgSeq: seq, MsgDropReason: 'MsgFreqCtrl' })
    : refuse(dropCode);
};

const isTooLong = (input: SendInput, text: string): boolean => {
  // A short text in one element is the usual case, and measuring it exactly is dear at thousands a second.
  if (input.elements.length === 1 && input.elements[0]?.MsgType === 'TIMTextElem' && text.length < 2_000) {
    return Buffer.byteLength(input.cloudCustomData) > maxMessageBytes - 8_000;
  }
  return Buffer.byteLength(JSON.stringify(input.elements) + input.cloudCustomData) > maxMessageBytes;
};

/** Sends into a room. Whether the sender may be here at all is the caller's business. */
export const sendToRoom = (world: World, input: SendInput): Answer | Promise<Answer> => {
  const now = world.clock.monotonic();
  const before = input.room.sent.recall(input.onceKey, now);
  if (before !== undefined) return before;
  const fault = bodyFault(input.elements);
  if (fault !== undefined) return refuse(10004, fault);
  const text = textOf(input.elements);
  if (isTooLong(input, text)) return refuse(80002, `at most ${maxMessageBytes} bytes`);
  const verdict = check(world, input, text);
  if (verdict !== undefined) {
    if (verdict.ErrorCode !== 0) {
      world.metrics.counts.refused += 1;
      note(world, input, verdict.ErrorCode, verdict.ErrorInfo);
    }
    return verdict;
  }
  const answer = post(world, input);
  input.room.sent.remember(input.onceKey, answer, now);
  return answer;
};
