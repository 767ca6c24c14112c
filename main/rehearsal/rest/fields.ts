import { z } from 'zod';

/** A list with a limit that has an error code of its own, such as 10005 for too many accounts. */
export const listOf = <T extends z.ZodType>(item: T, max: number, errorCode: number, min = 1) =>
  z.array(item).superRefine((list, context) => {
    if (list.length >= min && list.length <= max) return;
    const message = `takes ${min} to ${max} entries, ${list.length} given`;
    context.addIssue({
      code: 'custom',
      params: { errorCode: list.length > max ? errorCode : 10004 },
      message,
    });
  });

/** UserID: a string of at most 32 bytes (tencent-im D). */
export const userId = z
  .string()
  .min(1)
  .refine((id) => Buffer.byteLength(id) <= 32, 'a UserID has at most 32 bytes');

export const userIds = (max: number, errorCode = 10005) => listOf(userId, max, errorCode);

export const uint32 = z.number().int().min(0).max(0xffff_ffff);

/** Text of at most `max` bytes in UTF-8. */
export const text = (max: number, errorCode = 10004) =>
  z.string().superRefine((value, context) => {
    const size = Buffer.byteLength(value);
    if (size > max) {
      context.addIssue({
        code: 'custom',
        params: { errorCode },
        message: `at most ${max} bytes, ${size} given`,
      });
    }
  });

export const onOff = z.enum(['On', 'Off']);

/** MsgBody: what its elements must hold is checked where messages are sent (rooms/elements.ts). */
export const msgBody = z.array(
  z.looseObject({ MsgType: z.string(), MsgContent: z.record(z.string(), z.unknown()) }),
);

export const appDefined = z
  .array(z.object({ Key: z.string(), Value: z.string() }))
  .max(10)
  .default([]);

/** Names of fields that an answer shall hold. */
export const filter = z.array(z.string()).optional();
