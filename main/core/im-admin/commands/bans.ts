import { z } from 'zod';
import { MUTE_FOREVER_SECONDS } from '../../../contract/models/action.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { allDone, type Batch, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import { bytes, nothing, parseInput, present, roomId, userIds, wireInt, wireList } from '../fields.ts';

/** One call takes at most so many accounts, and one page has at most so many (tencent-im A7). */
const BANS_PER_CALL = 20;
const BANS_PER_PAGE = 100;
/** A longer reason is refused before it is sent (tencent-im A7). */
export const BAN_REASON_BYTES = 1000;

/** `until` in ms since the epoch; `null` = for ever. */
export type BannedAccount = Readonly<{ userId: string; until: number | null }>;
/** `next` is absent on the last page. */
export type BanPage = Readonly<{ accounts: readonly BannedAccount[]; next?: number }>;

const banInput = z.object({
  roomId,
  userIds,
  seconds: z.number().int().min(1).max(MUTE_FOREVER_SECONDS),
  reason: bytes(BAN_REASON_BYTES).optional(),
});
const unbanInput = z.object({ roomId, userIds });
const listInput = z.object({
  roomId,
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(BANS_PER_PAGE).default(BANS_PER_PAGE),
});

const listAnswer = z
  .object({
    BannedAccountList: wireList(z.object({ Member_Account: z.string(), BannedUntil: wireInt })),
    NextOffset: wireInt.default(0),
  })
  .transform(({ BannedAccountList, NextOffset }): BanPage => {
    const accounts = BannedAccountList.map((one) => ({
      userId: one.Member_Account,
      until: one.BannedUntil >= MUTE_FOREVER_SECONDS ? null : one.BannedUntil * 1000,
    }));
    return NextOffset > 0 ? { accounts, next: NextOffset } : { accounts };
  });

/** Who may not be in a live room. Needs an edition with it and a switch in the console, else 10007. */
export const createBanCommands = (call: AdminCaller) => {
  const banGroupMember = async (
    input: z.input<typeof banInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(banInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, seconds: Duration, reason: Description } = parsed.value;
    return inBatches(parsed.value.userIds, BANS_PER_CALL, async (Members_Account) => {
      const body = present({ GroupId, Members_Account, Duration, Description });
      const sent = await call({ command: commands.banGroupMember, body, answer: nothing }, options);
      return sent.ok ? ok(allDone(Members_Account)) : err(sent.error);
    });
  };

  const unbanGroupMember = async (
    input: z.input<typeof unbanInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(unbanInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId } = parsed.value;
    return inBatches(parsed.value.userIds, BANS_PER_CALL, async (Members_Account) => {
      const body = { GroupId, Members_Account };
      const sent = await call({ command: commands.unbanGroupMember, body, answer: nothing }, options);
      return sent.ok ? ok(allDone(Members_Account)) : err(sent.error);
    });
  };

  const getGroupBanMember = async (
    input: z.input<typeof listInput>,
    options?: CallOptions,
  ): Promise<Result<BanPage, AdminError>> => {
    const parsed = parseInput(listInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, offset: Offset, limit: Limit } = parsed.value;
    const body = { GroupId, Offset, Limit };
    return call({ command: commands.getGroupBanMember, body, answer: listAnswer }, options);
  };

  return { banGroupMember, unbanGroupMember, getGroupBanMember };
};
