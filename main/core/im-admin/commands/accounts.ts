import { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import { type AdminError, answerUnreadable, notDone } from '../admin-error.ts';
import { allDone, type Batch, type ItemOutcome, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import {
  bytes,
  nothing,
  parseInput,
  present,
  userId,
  userIds,
  wireInt,
  wireList,
  wireText,
} from '../fields.ts';
import { createNameChoice } from '../old-names.ts';
import { explainVendorCode } from '../vendor-codes.ts';

/** Accounts in one import or one check (tencent-im A12). */
const ACCOUNTS_PER_CALL = 100;
/** The answer names the accounts that failed, without saying why. */
const NOT_IMPORTED = 70402;

const importInput = z.object({
  userId,
  nick: bytes(500).optional(),
  faceUrl: bytes(500).optional(),
});
const manyInput = z.object({ userIds });
const oneInput = z.object({ userId });

const manyAnswer = z.object({
  FailAccounts: wireList(z.string()),
  ResultItem: wireList(z.object({ UserID: wireText, ResultCode: wireInt.default(0), ResultInfo: wireText })),
});
const checkAnswer = z.object({
  ResultItem: wireList(
    z.object({
      UserID: wireText,
      ResultCode: wireInt.default(0),
      ResultInfo: wireText,
      AccountStatus: wireText,
    }),
  ),
});

const refused = (code: number, info: string) => err(notDone(explainVendorCode(code, info)));

const readImports = (
  part: readonly string[],
  answer: z.output<typeof manyAnswer>,
): readonly ItemOutcome[] => {
  const failures = new Map(answer.FailAccounts.map((id) => [id, refused(NOT_IMPORTED, '')]));
  for (const one of answer.ResultItem)
    if (one.ResultCode !== 0) failures.set(one.UserID, refused(one.ResultCode, one.ResultInfo));
  return allDone(part).map((one) => ({ ...one, result: failures.get(one.item) ?? one.result }));
};

/** Accounts of the app. Importing one that exists changes its nick and picture. */
export const createAccountCommands = (call: AdminCaller) => {
  const importField = createNameChoice();
  const importManyField = createNameChoice();
  const kickField = createNameChoice();

  const accountImport = async (
    input: z.input<typeof importInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(importInput, input);
    if (!parsed.ok) return parsed;
    const { userId: id, nick: Nick, faceUrl: FaceUrl } = parsed.value;
    return importField((names) => {
      const body = present({ [names === 'new' ? 'UserID' : 'Identifier']: id, Nick, FaceUrl });
      return call({ command: commands.accountImport, body, answer: nothing }, options);
    });
  };

  const multiaccountImport = async (
    input: z.input<typeof manyInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(manyInput, input);
    if (!parsed.ok) return parsed;
    return inBatches(parsed.value.userIds, ACCOUNTS_PER_CALL, async (part) => {
      const sent = await importManyField((names) => {
        const body =
          names === 'new' ? { AccountList: part.map((UserID) => ({ UserID })) } : { Accounts: part };
        return call({ command: commands.multiaccountImport, body, answer: manyAnswer }, options);
      });
      return sent.ok ? ok(readImports(part, sent.value)) : err(sent.error);
    });
  };

  /** Whether each account exists. */
  const accountCheck = async (
    input: z.input<typeof manyInput>,
    options?: CallOptions,
  ): Promise<Result<Batch<boolean>, AdminError>> => {
    const parsed = parseInput(manyInput, input);
    if (!parsed.ok) return parsed;
    return inBatches(parsed.value.userIds, ACCOUNTS_PER_CALL, async (part) => {
      const body = { CheckItem: part.map((UserID) => ({ UserID })) };
      const sent = await call({ command: commands.accountCheck, body, answer: checkAnswer }, options);
      if (!sent.ok) return err(sent.error);
      const found = new Map(sent.value.ResultItem.map((one) => [one.UserID, one]));
      return ok(
        part.map((item): ItemOutcome<boolean> => {
          const one = found.get(item);
          if (one === undefined) return { item, result: err(notDone(answerUnreadable('ResultItem'))) };
          if (one.ResultCode !== 0) return { item, result: refused(one.ResultCode, one.ResultInfo) };
          return { item, result: ok(one.AccountStatus === 'Imported') };
        }),
      );
    });
  };

  /** Ends the account's sessions and voids every UserSig issued so far. */
  const kick = async (
    input: z.input<typeof oneInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(oneInput, input);
    if (!parsed.ok) return parsed;
    return kickField((names) => {
      const body = { [names === 'new' ? 'UserID' : 'Identifier']: parsed.value.userId };
      return call({ command: commands.kick, body, answer: nothing }, options);
    });
  };

  return { accountImport, multiaccountImport, accountCheck, kick };
};
