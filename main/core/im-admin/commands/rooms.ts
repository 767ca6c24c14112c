import { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { commands } from '../command.ts';
import { bytes, nothing, parseInput, present, roomId, userId, wireInt, wireText } from '../fields.ts';
import { createNameChoice } from '../old-names.ts';

/** The ID is taken by a room of the same owner, or the room is gone (tencent-im A2). */
const ALREADY_YOURS = 10025;
const ALREADY_GONE = 10010;

/** A room's texts; the limits are in bytes (tencent-im A3). */
const texts = {
  introduction: bytes(240).optional(),
  notice: bytes(300).optional(),
  faceUrl: bytes(100).optional(),
};
const roomTypes = ['AVChatRoom', 'Public', 'Private', 'ChatRoom', 'Community'] as const;

/** IDs that begin so belong to the service. */
const ownRoomId = roomId.refine((id) => !id.startsWith('@TGS#'), 'must not start with @TGS#');

const createInput = z.object({
  roomId: ownRoomId.optional(),
  name: bytes(30).min(1),
  type: z.enum(roomTypes).default('AVChatRoom'),
  ownerId: userId.optional(),
  ...texts,
});
const modifyInput = z.object({
  roomId,
  name: bytes(30).min(1).optional(),
  ...texts,
  muteAll: z.boolean().optional(),
  /** Shown as the one who did it. */
  operatorId: userId.optional(),
});
const roomInput = z.object({ roomId });

const createAnswer = z.object({ GroupId: wireText });

export const createRoomCommands = (call: AdminCaller) => {
  const muteAllField = createNameChoice();

  /** Makes a room; without an ID the service chooses one. Does not join it. */
  const createGroup = async (
    input: z.input<typeof createInput>,
    options?: CallOptions,
  ): Promise<Result<{ readonly roomId: string }, AdminError>> => {
    const parsed = parseInput(createInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, type: Type, name: Name, ownerId, introduction, notice, faceUrl } = parsed.value;
    const body = present({
      Type,
      Name,
      GroupId,
      Owner_Account: ownerId,
      Introduction: introduction,
      Notification: notice,
      FaceUrl: faceUrl,
    });
    const request = { body, answer: createAnswer };
    // Only a room with an ID of our choosing can be asked for twice without becoming two.
    const sent =
      GroupId === undefined
        ? await call({ ...request, command: commands.createUnnamedGroup }, options)
        : await call(
            {
              ...request,
              command: commands.createGroup,
              alreadyDone: { code: ALREADY_YOURS, value: { GroupId } },
            },
            options,
          );
    return sent.ok ? ok({ roomId: sent.value.GroupId || (GroupId ?? '') }) : err(sent.error);
  };

  /** Dissolves a room for good. */
  const destroyGroup = async (
    input: z.input<typeof roomInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(roomInput, input);
    if (!parsed.ok) return parsed;
    const body = { GroupId: parsed.value.roomId };
    const alreadyDone = { code: ALREADY_GONE, value: null };
    return call({ command: commands.destroyGroup, body, answer: nothing, alreadyDone }, options);
  };

  /** Changes what is given and leaves the rest; `muteAll` lets only owner and admins write. */
  const modifyGroupBaseInfo = async (
    input: z.input<typeof modifyInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(modifyInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, name, introduction, notice, faceUrl, muteAll, operatorId } = parsed.value;
    const fields = {
      GroupId,
      Name: name,
      Introduction: introduction,
      Notification: notice,
      FaceUrl: faceUrl,
      From_Account: operatorId,
    };
    const send = (muteField: Readonly<Record<string, unknown>>) =>
      call(
        {
          command: commands.modifyGroupBaseInfo,
          body: present({ ...fields, ...muteField }),
          answer: nothing,
        },
        // Mute-all is a moderator's call, whatever else is changed with it.
        { ...(muteAll === undefined ? {} : { priority: 'urgent' }), ...options },
      );
    if (muteAll === undefined) return send({});
    const state = muteAll ? 'On' : 'Off';
    return muteAllField((names) => send({ [names === 'new' ? 'MuteAllMember' : 'ShutUpAllMember']: state }));
  };

  /** People in a live room, at most some 10 s old (tencent-im A6). */
  const getOnlineMemberNum = async (
    input: z.input<typeof roomInput>,
    options?: CallOptions,
  ): Promise<Result<number, AdminError>> => {
    const parsed = parseInput(roomInput, input);
    if (!parsed.ok) return parsed;
    const answer = z.object({ OnlineMemberNum: wireInt }).transform((one) => one.OnlineMemberNum);
    const body = { GroupId: parsed.value.roomId };
    return call({ command: commands.getOnlineMemberNum, body, answer }, options);
  };

  return { createGroup, destroyGroup, modifyGroupBaseInfo, getOnlineMemberNum };
};
