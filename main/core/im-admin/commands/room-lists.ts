import { z } from 'zod';
import { appError } from '../../../contract/app-error.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import { type AdminError, notDone } from '../admin-error.ts';
import { type Batch, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import { parseInput, present, roomId, wireInt, wireList, wireText } from '../fields.ts';
import { explainVendorCode } from '../vendor-codes.ts';

/** Largest request and largest page (tencent-im A3). */
const INFOS_PER_CALL = 50;
const ROOMS_PER_PAGE = 10_000;

export type RoomInfo = Readonly<{
  roomId: string;
  type: string;
  name: string;
  introduction: string;
  notice: string;
  faceUrl: string;
  ownerId: string;
  muteAll: boolean;
  memberCount?: number;
  /** ms since the epoch. */
  createdAt?: number;
}>;
/** `cursor` leads to the next page and is absent on the last. It is a uint64, so it stays text. */
export type RoomPage = Readonly<{ roomIds: readonly string[]; total: number; cursor?: string }>;

const infoInput = z.object({ roomIds: z.array(roomId).min(1) });
const listInput = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,20}$/)
    .default('0'),
  limit: z.number().int().min(1).max(ROOMS_PER_PAGE).default(1000),
  type: z.enum(['AVChatRoom', 'Public', 'Private', 'ChatRoom', 'Community']).optional(),
});

const wireInfo = z.object({
  GroupId: wireText,
  ErrorCode: wireInt.default(0),
  ErrorInfo: wireText,
  Type: wireText,
  Name: wireText,
  Introduction: wireText,
  Notification: wireText,
  FaceUrl: wireText,
  Owner_Account: wireText,
  CreateTime: wireInt.optional().catch(undefined),
  MemberNum: wireInt.optional().catch(undefined),
  /** New and old name of the same switch (A3). */
  MuteAllMember: wireText,
  ShutUpAllMember: wireText,
});

const infoAnswer = z.object({ GroupInfo: wireList(wireInfo) });

const listAnswer = z
  .object({
    TotalCount: wireInt.default(0),
    GroupIdList: wireList(z.object({ GroupId: z.string() })),
    Next: z.union([z.number(), z.bigint(), z.string()]).default(0),
  })
  .transform(({ TotalCount, GroupIdList, Next }): RoomPage => {
    const page = { roomIds: GroupIdList.map((one) => one.GroupId), total: TotalCount };
    const cursor = String(Next);
    return cursor === '0' || cursor === '' ? page : { ...page, cursor };
  });

const readInfo = (info: z.output<typeof wireInfo>): RoomInfo => ({
  roomId: info.GroupId,
  type: info.Type,
  name: info.Name,
  introduction: info.Introduction,
  notice: info.Notification,
  faceUrl: info.FaceUrl,
  ownerId: info.Owner_Account,
  muteAll: (info.MuteAllMember || info.ShutUpAllMember) === 'On',
  ...(info.MemberNum === undefined ? {} : { memberCount: info.MemberNum }),
  ...(info.CreateTime === undefined ? {} : { createdAt: info.CreateTime * 1000 }),
});

const notListed = notDone(
  appError('not-found', {
    en: 'The service’s answer leaves this room out.',
    'zh-CN': '服务的应答中没有该房间。',
  }),
);

const outcomeOf = (info: z.output<typeof wireInfo> | undefined): Result<RoomInfo, AdminError> => {
  if (info === undefined) return err(notListed);
  return info.ErrorCode === 0
    ? ok(readInfo(info))
    : err(notDone(explainVendorCode(info.ErrorCode, info.ErrorInfo)));
};

export const createRoomListCommands = (call: AdminCaller) => {
  /** What is known of each room; each has a result of its own, for each has a code of its own. */
  const getGroupInfo = async (
    input: z.input<typeof infoInput>,
    options?: CallOptions,
  ): Promise<Result<Batch<RoomInfo>, AdminError>> => {
    const parsed = parseInput(infoInput, input);
    if (!parsed.ok) return parsed;
    return inBatches(parsed.value.roomIds, INFOS_PER_CALL, async (GroupIdList) => {
      const body = { GroupIdList };
      const sent = await call({ command: commands.getGroupInfo, body, answer: infoAnswer }, options);
      if (!sent.ok) return err(sent.error);
      const found = new Map(sent.value.GroupInfo.map((info) => [info.GroupId, info]));
      return ok(GroupIdList.map((item) => ({ item, result: outcomeOf(found.get(item)) })));
    });
  };

  /** One page of the app's rooms. The service allows one call a second. */
  const getAppidGroupList = async (
    input: z.input<typeof listInput> = {},
    options?: CallOptions,
  ): Promise<Result<RoomPage, AdminError>> => {
    const parsed = parseInput(listInput, input);
    if (!parsed.ok) return parsed;
    const { cursor, limit: Limit, type: GroupType } = parsed.value;
    const body = present({ Limit, Next: BigInt(cursor), GroupType });
    return call({ command: commands.getAppidGroupList, body, answer: listAnswer }, options);
  };

  return { getGroupInfo, getAppidGroupList };
};
