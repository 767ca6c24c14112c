import { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { allDone, type Batch, type ItemOutcome, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import { nothing, parseInput, present, roomId, userIds, wireInt, wireList, wireText } from '../fields.ts';

/** Admins of one live room (tencent-im A8). */
export const MAX_ROOM_ADMINS = 5;
/** The sheet gives no limit for check_members; the other calls of its family take 500. */
const CHECKS_PER_CALL = 500;

export type RoomAdmin = Readonly<{ userId: string; nick: string; avatar: string }>;
/** `joinedAt` in ms since the epoch. */
export type OnlineMember = RoomAdmin & Readonly<{ joinedAt?: number }>;
/** `cursor` is absent on the last page. */
export type MemberPage = Readonly<{ members: readonly OnlineMember[]; cursor?: number }>;

const adminInput = z.object({ roomId, userIds: userIds.max(MAX_ROOM_ADMINS), appoint: z.boolean() });
const roomInput = z.object({ roomId });
const memberInput = z.object({
  roomId,
  cursor: z.number().int().min(0).default(0),
  mark: z.number().int().min(1000).optional(),
});
const checkInput = z.object({ roomId, userIds });

const wirePerson = {
  Member_Account: wireText,
  Admin_Account: wireText,
  NickName: wireText,
  Avatar: wireText,
};

const adminsAnswer = z
  .object({ Admin_List: wireList(z.object(wirePerson)) })
  .transform(({ Admin_List }): readonly RoomAdmin[] =>
    Admin_List.map((one) => ({ userId: one.Admin_Account, nick: one.NickName, avatar: one.Avatar })),
  );

const membersAnswer = z
  .object({
    MemberList: wireList(z.object({ ...wirePerson, JoinTime: wireInt.optional().catch(undefined) })),
    NextTimestamp: wireInt.default(0),
  })
  .transform(({ MemberList, NextTimestamp }): MemberPage => {
    const members = MemberList.map((one) => ({
      userId: one.Member_Account,
      nick: one.NickName,
      avatar: one.Avatar,
      ...(one.JoinTime === undefined ? {} : { joinedAt: one.JoinTime * 1000 }),
    }));
    return NextTimestamp > 0 ? { members, cursor: NextTimestamp } : { members };
  });

const checkAnswer = z.object({ Member_Account: wireList(z.string()) });

/** The service of live rooms (AVChatRoom) only. Most of it needs a bigger edition and a switch in the console. */
export const createLiveRoomCommands = (call: AdminCaller) => {
  /** Appoints room admins, or takes it back. */
  const modifyAdmin = async (
    input: z.input<typeof adminInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(adminInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, appoint } = parsed.value;
    return inBatches(parsed.value.userIds, MAX_ROOM_ADMINS, async (Admin_Account) => {
      const body = { GroupId, CommandType: appoint ? 1 : 2, Admin_Account };
      const sent = await call({ command: commands.modifyAdmin, body, answer: nothing }, options);
      return sent.ok ? ok(allDone(Admin_Account)) : err(sent.error);
    });
  };

  const getAdminList = async (
    input: z.input<typeof roomInput>,
    options?: CallOptions,
  ): Promise<Result<readonly RoomAdmin[], AdminError>> => {
    const parsed = parseInput(roomInput, input);
    if (!parsed.ok) return parsed;
    const body = { GroupId: parsed.value.roomId };
    return call({ command: commands.getAdminList, body, answer: adminsAnswer }, options);
  };

  /** One page of who is in the room: the newest 1000 at most, 30 without the online list (A8). */
  const getMembers = async (
    input: z.input<typeof memberInput>,
    options?: CallOptions,
  ): Promise<Result<MemberPage, AdminError>> => {
    const parsed = parseInput(memberInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, cursor: Timestamp, mark: Mark } = parsed.value;
    const body = present({ GroupId, Timestamp, Mark });
    return call({ command: commands.getMembers, body, answer: membersAnswer }, options);
  };

  /** Whether each of these people is in the room. */
  const checkMembers = async (
    input: z.input<typeof checkInput>,
    options?: CallOptions,
  ): Promise<Result<Batch<boolean>, AdminError>> => {
    const parsed = parseInput(checkInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId } = parsed.value;
    return inBatches(parsed.value.userIds, CHECKS_PER_CALL, async (Member_Account) => {
      const body = { GroupId, Member_Account };
      const sent = await call({ command: commands.checkMembers, body, answer: checkAnswer }, options);
      if (!sent.ok) return err(sent.error);
      const present = new Set(sent.value.Member_Account);
      const outcome = (item: string): ItemOutcome<boolean> => ({ item, result: ok(present.has(item)) });
      return ok(Member_Account.map(outcome));
    });
  };

  return { modifyAdmin, getAdminList, getMembers, checkMembers };
};
