import { z } from 'zod';
import type { Result } from '../../../contract/result.ts';
import type { AdminCaller, CallOptions } from '../admin-caller.ts';
import type { AdminError } from '../admin-error.ts';
import { commands } from '../command.ts';
import { bytes, nothing, parseInput, roomId, wireList, wireText } from '../fields.ts';

/** Attributes of one room (tencent-im A9). */
export const MAX_ATTRIBUTES = 16;
const MAX_TOTAL_BYTES = 16_000;

/** Name → value. */
export type Attributes = Readonly<Record<string, string>>;

const key = bytes(32).min(1);
const roomInput = z.object({ roomId });
const writeInput = z.object({
  roomId,
  attributes: z
    .record(key, bytes(4000))
    .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= MAX_ATTRIBUTES, '1 to 16')
    .refine(
      (all) => Buffer.byteLength(Object.entries(all).flat().join('')) <= MAX_TOTAL_BYTES,
      '16000 bytes',
    ),
});
const deleteInput = z.object({ roomId, keys: z.array(key).min(1).max(MAX_ATTRIBUTES) });

/** The answer's names are in lower case, unlike all others (A9). */
const attributesAnswer = z
  .object({ GroupAttrAry: wireList(z.object({ key: z.string(), value: wireText })) })
  .transform(
    ({ GroupAttrAry }): Attributes => Object.fromEntries(GroupAttrAry.map(({ key: k, value }) => [k, value])),
  );

export const createAttributeCommands = (call: AdminCaller) => {
  const getGroupAttr = async (
    input: z.input<typeof roomInput>,
    options?: CallOptions,
  ): Promise<Result<Attributes, AdminError>> => {
    const parsed = parseInput(roomInput, input);
    if (!parsed.ok) return parsed;
    const body = { GroupId: parsed.value.roomId };
    return call({ command: commands.getGroupAttr, body, answer: attributesAnswer }, options);
  };

  const write =
    (command: (typeof commands)['modifyGroupAttr'] | (typeof commands)['setGroupAttr']) =>
    async (input: z.input<typeof writeInput>, options?: CallOptions): Promise<Result<null, AdminError>> => {
      const parsed = parseInput(writeInput, input);
      if (!parsed.ok) return parsed;
      const GroupAttr = Object.entries(parsed.value.attributes).map(([k, value]) => ({ key: k, value }));
      return call({ command, body: { GroupId: parsed.value.roomId, GroupAttr }, answer: nothing }, options);
    };

  const clearGroupAttr = async (
    input: z.input<typeof roomInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(roomInput, input);
    if (!parsed.ok) return parsed;
    const body = { GroupId: parsed.value.roomId };
    return call({ command: commands.clearGroupAttr, body, answer: nothing }, options);
  };

  const deleteGroupAttr = async (
    input: z.input<typeof deleteInput>,
    options?: CallOptions,
  ): Promise<Result<null, AdminError>> => {
    const parsed = parseInput(deleteInput, input);
    if (!parsed.ok) return parsed;
    const GroupAttr = parsed.value.keys.map((k) => ({ key: k }));
    const body = { GroupId: parsed.value.roomId, GroupAttr };
    return call({ command: commands.deleteGroupAttr, body, answer: nothing }, options);
  };

  return {
    getGroupAttr,
    /** Changes the named attributes and leaves the rest. */
    modifyGroupAttr: write(commands.modifyGroupAttr),
    /** Puts these in the place of all. */
    setGroupAttr: write(commands.setGroupAttr),
    clearGroupAttr,
    deleteGroupAttr,
  };
};
