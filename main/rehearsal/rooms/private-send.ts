import { type Answer, done, refuse } from '../answer.ts';
import { pushTo } from '../presence/links.ts';
import { type Account, avatarOf, nickOf } from '../state/accounts.ts';
import { blockedWord } from '../state/words.ts';
import type { World } from '../world.ts';
import { bodyFault, type Element, textOf } from './elements.ts';

type PrivateMessage = {
  readonly from: Account;
  readonly to: Account;
  readonly elements: readonly Element[];
  readonly random: number;
  readonly clientTime?: number | undefined;
  readonly cloudCustomData: string;
  /** Not kept for someone who is away. */
  readonly onlineOnly: boolean;
};

/** A one-to-one message: pushed to whoever is online, kept for whoever is not (sdk-wire 7.7, tencent-im A11). */
export const sendPrivately = (world: World, message: PrivateMessage): Answer => {
  const { from, to, elements, random } = message;
  const fault = bodyFault(elements);
  if (fault !== undefined) return refuse(90002, fault);
  if (from.c2cMutedUntil > world.clock.seconds()) return refuse(20012);
  if (blockedWord(world.words, textOf(elements)) !== undefined) return refuse(80001);
  const seconds = world.clock.seconds();
  const seq = world.random.uint32();
  const item = {
    From_Account: from.userId,
    To_Account: to.userId,
    MsgSeq: seq,
    MsgRandom: random,
    MsgTimeStamp: seconds,
    MsgClientTime: message.clientTime ?? seconds,
    TinyId: from.tinyId,
    From_AccountNick: nickOf(from),
    From_AccountHeadurl: avatarOf(from),
    CloudCustomData: message.cloudCustomData,
    MsgBody: elements,
  };
  const MsgKey = `${seq}_${random}_${seconds}`;
  world.privateMessages.remember(MsgKey, {
    fromId: from.userId,
    toId: to.userId,
    seq,
    random,
    seconds,
    withdrawn: false,
  });
  if (world.links.of(to.userId).length > 0) {
    pushTo(world.links, to.userId, 'im_open_push.msg_push', {
      EventArray: [{ Event: 2, C2cMsgArray: [item] }],
    });
  } else if (!message.onlineOnly) {
    world.privateMessages.hold(to.userId, JSON.stringify(item));
  }
  return done({ MsgTime: seconds, MsgKey, MsgId: `${from.tinyId}-${seconds}-${random}`, MsgSeq: seq });
};
