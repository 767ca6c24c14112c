import { z } from 'zod';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import { type AdminError, answerUnreadable, notDone, outcomeUnknown } from '../admin-error.ts';
import { type Batch, inBatches } from '../batch.ts';
import { commands } from '../command.ts';
import { bytes, parseInput, present, roomId, uint32, wireInt, wireList } from '../fields.ts';
import { explainVendorCode } from '../vendor-codes.ts';

/** One call takes at most so many messages (tencent-im A6). */
const RECALLS_PER_CALL = 10;
/** The message is recalled already (tencent-im A2), which is what was asked for. */
const ALREADY_RECALLED = 20023;

const recallInput = z.object({ roomId, seqs: z.array(uint32).min(1), reason: bytes(100).optional() });

const recallAnswer = z.object({
  RecallRetList: wireList(z.object({ MsgSeq: wireInt, RetCode: wireInt })),
});

/**
 * `repeated` = an earlier try may have recalled it, so a refusal now can mean "it is gone already".
 */
const outcomeOf = (code: number | undefined, repeated: boolean): Result<null, AdminError> => {
  if (code === 0 || code === ALREADY_RECALLED) return ok(null);
  if (code === undefined) return err(outcomeUnknown(answerUnreadable('RecallRetList')));
  const error = explainVendorCode(code, '');
  return err(repeated ? outcomeUnknown(error) : notDone(error));
};

export const createRecallCommands = (call: AdminCaller) => {
  /** Takes messages back, by MsgSeq; `item` of each outcome is the MsgSeq as text. */
  const groupMsgRecall = async (
    input: z.input<typeof recallInput>,
    options?: CallOptions,
  ): Promise<Result<Batch, AdminError>> => {
    const parsed = parseInput(recallInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, seqs, reason: Reason } = parsed.value;
    return inBatches(seqs.map(String), RECALLS_PER_CALL, async (part) => {
      let repeated = false;
      const onDoubt = (): void => {
        repeated = true;
      };
      const MsgSeqList = part.map((seq) => ({ MsgSeq: Number(seq) }));
      const body = present({ GroupId, MsgSeqList, Reason });
      const request = { command: commands.groupMsgRecall, body, answer: recallAnswer, onDoubt };
      const sent = await call(request, options);
      if (!sent.ok) return err(sent.error);
      const codes = new Map(sent.value.RecallRetList.map((one) => [String(one.MsgSeq), one.RetCode]));
      // The outer code is 0 even where single messages failed (A6), so each item has a code of its own.
      return ok(part.map((item) => ({ item, result: outcomeOf(codes.get(item), repeated) })));
    });
  };

  return { groupMsgRecall };
};
