import { z } from 'zod';
import { type Answer, done, refuse } from '../../answer.ts';
import { pushTo } from '../../presence/links.ts';
import { sendPrivately } from '../../rooms/private-send.ts';
import type { World } from '../../world.ts';
import { command, type RestCommand } from '../command.ts';
import { listOf, msgBody, uint32, userId } from '../fields.ts';

/** Limits of tencent-im A11: 7 days, 500 receivers. */
const maxLifeSeconds = 604_800;
const maxReceivers = 500;

const sendFields = {
  SyncOtherMachine: z.number().optional(),
  From_Account: userId.optional(),
  MsgRandom: uint32,
  MsgBody: msgBody,
  MsgLifeTime: z.number().int().min(0).optional(),
  OnlineOnlyFlag: z.union([z.literal(0), z.literal(1)]).default(0),
  CloudCustomData: z.string().default(''),
} as const;

type SendInput = {
  readonly From_Account?: string | undefined;
  readonly SyncOtherMachine?: number | undefined;
  readonly MsgRandom: number;
  readonly MsgBody: readonly { readonly MsgType: string; readonly MsgContent: Record<string, unknown> }[];
  readonly MsgLifeTime?: number | undefined;
  readonly OnlineOnlyFlag: number;
  readonly CloudCustomData: string;
};

const fieldFault = (world: World, input: SendInput): Answer | undefined => {
  if (![1, 2, undefined].includes(input.SyncOtherMachine)) return refuse(90031);
  if ((input.MsgLifeTime ?? 0) > maxLifeSeconds) return refuse(90026);
  const { From_Account } = input;
  return From_Account !== undefined && world.accounts.get(From_Account) === undefined
    ? refuse(90008, From_Account)
    : undefined;
};

const sendOne = (world: World, operatorId: string, toId: string, input: SendInput): Answer => {
  const from = world.accounts.get(input.From_Account ?? operatorId);
  const to = world.accounts.get(toId);
  if (from === undefined) return refuse(90008);
  if (to === undefined) return refuse(90012, toId);
  return sendPrivately(world, {
    from,
    to,
    elements: input.MsgBody,
    random: input.MsgRandom,
    cloudCustomData: input.CloudCustomData,
    onlineOnly: input.OnlineOnlyFlag === 1 || input.MsgLifeTime === 0,
  });
};

/** Which code a missing or wrong field has (tencent-im A2 "C2C"). */
const options = { badInput: 90010 } as const;

const coded = <T extends z.ZodType>(schema: T, errorCode: number, message: string) =>
  z
    .unknown()
    .superRefine((value, context) => {
      if (!schema.safeParse(value).success)
        context.addIssue({ code: 'custom', params: { errorCode }, message });
    })
    .pipe(schema);

const strictFields = {
  ...sendFields,
  MsgRandom: coded(uint32, 90005, 'a uint32'),
  MsgBody: coded(msgBody, 90007, 'an array of elements'),
} as const;

const sendMsg = command(
  'openim/sendmsg',
  z.object({ ...strictFields, To_Account: coded(userId, 90003, 'a UserID') }),
  ({ world, operatorId }, input) =>
    fieldFault(world, input) ?? sendOne(world, operatorId, input.To_Account, input),
  options,
);

const batchSend = command(
  'openim/batchsendmsg',
  z.object({ ...strictFields, To_Account: listOf(userId, maxReceivers, 90011) }),
  ({ world, operatorId }, input) => {
    const fault = fieldFault(world, input);
    if (fault !== undefined) return fault;
    const results = input.To_Account.map((id) => ({ id, answer: sendOne(world, operatorId, id, input) }));
    const failed = results.filter(({ answer }) => answer.ErrorCode !== 0);
    const sent = results.find(({ answer }) => answer.ErrorCode === 0)?.answer;
    if (failed.length === 0) return done({ MsgKey: sent?.MsgKey, MsgId: sent?.MsgId });
    return done({
      ActionStatus: sent === undefined ? 'FAIL' : 'SomeError',
      ...(sent === undefined
        ? { ErrorCode: failed[0]?.answer.ErrorCode }
        : { MsgKey: sent.MsgKey, MsgId: sent.MsgId }),
      ErrorList: failed.map(({ id, answer }) => ({
        To_Account: id,
        // "70107 = no such account" here, 90012 when sent to one (tencent-im A11).
        ErrorCode: answer.ErrorCode === 90012 ? 70107 : answer.ErrorCode,
      })),
    });
  },
  options,
);

const withdraw = command(
  'openim/admin_msgwithdraw',
  z.object({
    From_Account: coded(userId, 90008, 'a UserID'),
    To_Account: coded(userId, 90003, 'a UserID'),
    MsgKey: coded(z.string().min(1), 90054, 'a key that sendmsg gave'),
  }),
  ({ world }, { From_Account, To_Account, MsgKey }) => {
    const pair = world.privateMessages.find(MsgKey);
    if (pair === undefined || pair.fromId !== From_Account || pair.toId !== To_Account) return refuse(20022);
    if (pair.withdrawn) return refuse(20023);
    pair.withdrawn = true;
    const note = {
      From_Account,
      To_Account,
      MsgSeq: pair.seq,
      MsgRandom: pair.random,
      MsgTimeStamp: pair.seconds,
      MsgKey,
    };
    const notify = { WithdrawC2cMsgNotify: { MsgWithdrawInfoArray: [note] } };
    pushTo(world.links, To_Account, 'im_open_push.msg_push', {
      EventArray: [{ Event: 10, C2cNotifyMsgArray: [notify] }],
    });
    return done();
  },
  options,
);

const statusSchema = z.object({
  To_Account: listOf(userId, maxReceivers, 90011),
  IsNeedDetail: z.union([z.literal(0), z.literal(1)]).default(0),
});

/** The same under its old name. */
const onlineStatus = ['openim/query_online_status', 'openim/querystate'].map((path) =>
  command(
    path,
    statusSchema,
    ({ world }, { To_Account, IsNeedDetail }) => {
      const known = To_Account.filter((id) => world.accounts.get(id) !== undefined);
      const missing = To_Account.filter((id) => world.accounts.get(id) === undefined);
      return done({
        QueryResult: known.map((id) => {
          const Status = world.links.of(id).length > 0 ? 'Online' : 'Offline';
          const Detail =
            IsNeedDetail === 1 && Status === 'Online' ? [{ Platform: 'Web', Status }] : undefined;
          return { To_Account: id, Status, ...(Detail === undefined ? {} : { Detail }) };
        }),
        ...(missing.length === 0
          ? {}
          : { ErrorList: missing.map((id) => ({ To_Account: id, ErrorCode: 70107 })) }),
      });
    },
    { badInput: 90003 },
  ),
);

export const privateMessageCommands: readonly RestCommand[] = [sendMsg, batchSend, withdraw, ...onlineStatus];
