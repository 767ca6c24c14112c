import { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import { type AdminError, answerUnreadable, notDone } from '../admin-error.ts';
import { type Batch, type ItemOutcome, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import { bytes, nothing, parseInput, userId, userIds, wireInt, wireList, wireText } from '../fields.ts';
import { explainVendorCode } from '../vendor-codes.ts';

/** Accounts in one look-up (tencent-im A12). */
const PROFILES_PER_CALL = 100;
/** The answer names accounts that failed, without saying why; the usual reason is that there is no such account. */
const NO_SUCH_ACCOUNT = 40003;

/** Tag → value, such as `Tag_Profile_IM_Nick`. */
export type Profile = Readonly<Record<string, string | number>>;

const tag = z.string().regex(/^Tag_Profile_(IM_[A-Za-z]{1,30}|Custom_[A-Za-z]{1,8})$/);
const getInput = z.object({
  userIds,
  tags: z.array(tag).min(1).default(['Tag_Profile_IM_Nick', 'Tag_Profile_IM_Image']),
});
const setInput = z.object({
  userId,
  values: z
    .record(tag, z.union([bytes(500), z.number().int()]))
    .refine((all) => Object.keys(all).length > 0, 'a value'),
});

const wireValue = z.union([z.string(), z.number(), z.bigint().transform(Number)]).catch('');
const getAnswer = z.object({
  UserProfileItem: wireList(
    z.object({
      To_Account: z.string(),
      ProfileItem: wireList(z.object({ Tag: z.string(), Value: wireValue })),
      ResultCode: wireInt.default(0),
      ResultInfo: wireText,
    }),
  ),
  Fail_Account: wireList(z.string()),
});

const readProfile = (answer: z.output<typeof getAnswer>, id: string): Result<Profile, AdminError> => {
  const found = answer.UserProfileItem.find((one) => one.To_Account === id);
  if (found === undefined)
    return err(
      notDone(
        answer.Fail_Account.includes(id)
          ? explainVendorCode(NO_SUCH_ACCOUNT, '')
          : answerUnreadable('UserProfileItem'),
      ),
    );
  if (found.ResultCode !== 0) return err(notDone(explainVendorCode(found.ResultCode, found.ResultInfo)));
  return ok(Object.fromEntries(found.ProfileItem.map(({ Tag, Value }) => [Tag, Value])));
};

export const createProfileCommands = (call: AdminCaller) => {
  const portraitGet = async (
    input: z.input<typeof getInput>,
    options?: CallOptions,
  ): Promise<Result<Batch<Profile>, AdminError>> => {
    const parsed = parseInput(getInput, input);
    if (!parsed.ok) return parsed;
    return inBatches(parsed.value.userIds, PROFILES_PER_CALL, async (To_Account) => {
      const body = { To_Account, TagList: parsed.value.tags };
      const sent = await call({ command: commands.portraitGet, body, answer: getAnswer }, options);
      if (!sent.ok) return err(sent.error);
      const outcome = (item: string): ItemOutcome<Profile> => ({
        item,
        result: readProfile(sent.value, item),
      });
      return ok(To_Account.map(outcome));
    });
  };

  const portraitSet = async (
    input: z.input<typeof setInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(setInput, input);
    if (!parsed.ok) return parsed;
    const ProfileItem = Object.entries(parsed.value.values).map(([Tag, Value]) => ({ Tag, Value }));
    const body = { From_Account: parsed.value.userId, ProfileItem };
    return call({ command: commands.portraitSet, body, answer: nothing }, options);
  };

  return { portraitGet, portraitSet };
};
