import { z } from 'zod';
import type { Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { commands } from '../command.ts';
import { bytes, nothing, parseInput, present, roomId, wireInt, wireList } from '../fields.ts';

/** Counters of one room (tencent-im A9). */
export const MAX_COUNTERS = 20;

/** Name → value. The service keeps int64; beyond 2^53 the value is the nearest that a double can hold. */
export type Counters = Readonly<Record<string, number>>;

const key = bytes(128).min(1);
const updateInput = z.object({
  roomId,
  counters: z
    .record(key, z.number().int())
    .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= MAX_COUNTERS, '1 to 20'),
  mode: z.enum(['set', 'increase', 'decrease']),
});
const keysInput = z.object({ roomId, keys: z.array(key).min(1).max(MAX_COUNTERS).optional() });

const MODES = { set: 'Set', increase: 'Increase', decrease: 'Decrease' } as const;

const countersAnswer = z
  .object({ GroupCounter: wireList(z.object({ Key: z.string(), Value: wireInt })) })
  .transform(
    ({ GroupCounter }): Counters => Object.fromEntries(GroupCounter.map(({ Key, Value }) => [Key, Value])),
  );

export const createCounterCommands = (call: AdminCaller) => {
  /** Answers the new values. Adding is not repeated when an answer is lost, for it would count twice. */
  const updateGroupCounter = async (
    input: z.input<typeof updateInput>,
    options?: CallOptions,
  ): Promise<Result<Counters, AdminError>> => {
    const parsed = parseInput(updateInput, input);
    if (!parsed.ok) return parsed;
    const { roomId: GroupId, counters, mode } = parsed.value;
    const GroupCounter = Object.entries(counters).map(([Key, Value]) => ({ Key, Value }));
    const body = { GroupId, GroupCounter, Mode: MODES[mode] };
    const command = mode === 'set' ? commands.updateGroupCounter : commands.addToGroupCounter;
    return call({ command, body, answer: countersAnswer }, options);
  };

  /** All of them where no keys are named. */
  const getGroupCounter = async (
    input: z.input<typeof keysInput>,
    options?: CallOptions,
  ): Promise<Result<Counters, AdminError>> => {
    const parsed = parseInput(keysInput, input);
    if (!parsed.ok) return parsed;
    const body = present({ GroupId: parsed.value.roomId, GroupCounterKeys: parsed.value.keys });
    return call({ command: commands.getGroupCounter, body, answer: countersAnswer }, options);
  };

  /** All of them where no keys are named. */
  const deleteGroupCounter = async (
    input: z.input<typeof keysInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(keysInput, input);
    if (!parsed.ok) return parsed;
    const body = present({ GroupId: parsed.value.roomId, GroupCounterKeys: parsed.value.keys });
    return call({ command: commands.deleteGroupCounter, body, answer: nothing }, options);
  };

  return { updateGroupCounter, getGroupCounter, deleteGroupCounter };
};
