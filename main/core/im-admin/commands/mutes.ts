import { z } from 'zod';
import { MUTE_FOREVER_SECONDS } from '../../../contract/models/action.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { allDone, type Batch, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import {
  nothing,
  parseInput,
  present,
  roomId,
  uint32,
  userId,
  userIds,
  wireInt,
  wireList,
} from '../fields.ts';
import { createNameChoice } from '../old-names.ts';

/** One call takes at most so many accounts (tencent-im A5). */
const MUTES_PER_CALL = 500;

/** `until` in ms since the epoch; `null` = for ever. */
export type MutedAccount = Readonly<{ userId: string; until: number | null }>;
/** Seconds left; 0 = not muted, 4294967295 = for ever. */
export type GlobalMute = Readonly<{ c2cSeconds: number; groupSeconds: number }>;

const muteInput = z.object({ roomId, userIds, seconds: uint32 });
const roomInput = z.object({ roomId });
const globalInput = z
  .object({ userId, c2cSeconds: uint32.optional(), groupSeconds: uint32.optional() })
  .refine(({ c2cSeconds, groupSeconds }) => c2cSeconds !== undefined || groupSeconds !== undefined, 'a time');

const mutedUntil = (seconds: number): number | null =>
  seconds >= MUTE_FOREVER_SECONDS ? null : seconds * 1000;

/** New and old names of the list of the muted (A5). */
const mutedAnswer = z
  .object({
    MutedAccountList: wireList(z.object({ Member_Account: z.string(), MutedUntil: wireInt })),
    ShuttedUinList: wireList(z.object({ Member_Account: z.string(), ShuttedUntil: wireInt })),
  })
  .transform(({ MutedAccountList, ShuttedUinList }): readonly MutedAccount[] => [
    ...MutedAccountList.map((one) => ({ userId: one.Member_Account, until: mutedUntil(one.MutedUntil) })),
    ...ShuttedUinList.map((one) => ({ userId: one.Member_Account, until: mutedUntil(one.ShuttedUntil) })),
  ]);

const globalAnswer = z
  .object({ C2CmsgNospeakingTime: wireInt.default(0), GroupmsgNospeakingTime: wireInt.default(0) })
  .transform(
    (one): GlobalMute => ({ c2cSeconds: one.C2CmsgNospeakingTime, groupSeconds: one.GroupmsgNospeakingTime }),
  );

/** Who may not write, in a room and everywhere. */
export const createMuteCommands = (call: AdminCaller) => {
  const muteField = createNameChoice();
  const listCommand = createNameChoice();

  /** Mutes for `seconds`; 0 unmutes, 4294967295 mutes for ever. */
  const forbidSendMsg = async (
    input: z.input<typeof muteInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(muteInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, userIds: everyone, seconds } = parsed.value;
    return inBatches(everyone, MUTES_PER_CALL, async (part) => {
      const sent = await muteField((names) =>
        call(
          {
            command: commands.forbidSendMsg,
            body: { GroupId, Members_Account: part, [names === 'new' ? 'MuteTime' : 'ShutUpTime']: seconds },
            answer: nothing,
          },
          options,
        ),
      );
      return sent.ok ? ok(allDone(part)) : err(sent.error);
    });
  };

  const getGroupMutedAccount = async (
    input: z.input<typeof roomInput>,
    options?: CallOptions,
  ): Promise<Result<readonly MutedAccount[], AdminError>> => {
    const parsed = parseInput(roomInput, input);
    if (!parsed.ok) return parsed;
    return listCommand((names) =>
      call(
        {
          command: names === 'new' ? commands.getGroupMutedAccount : commands.getGroupShuttedUin,
          body: { GroupId: parsed.value.roomId },
          answer: mutedAnswer,
        },
        options,
      ),
    );
  };

  /** Mutes an account in all rooms, in all personal chats, or both. One account a call. */
  const setNoSpeaking = async (
    input: z.input<typeof globalInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(globalInput, input);
    if (!parsed.ok) return parsed;
    const body = present({
      Set_Account: parsed.value.userId,
      C2CmsgNospeakingTime: parsed.value.c2cSeconds,
      GroupmsgNospeakingTime: parsed.value.groupSeconds,
    });
    return call({ command: commands.setNoSpeaking, body, answer: nothing }, options);
  };

  const getNoSpeaking = async (
    input: Readonly<{ userId: string }>,
    options?: CallOptions,
  ): Promise<Result<GlobalMute, AdminError>> => {
    const parsed = parseInput(z.object({ userId }), input);
    if (!parsed.ok) return parsed;
    const body = { Get_Account: parsed.value.userId };
    return call({ command: commands.getNoSpeaking, body, answer: globalAnswer }, options);
  };

  return { forbidSendMsg, getGroupMutedAccount, setNoSpeaking, getNoSpeaking };
};
