import { z } from 'zod';

/** Tencent's Mini LVB convention: a JSON object with a numeric `userAction` (message-conventions 2). */
const actionSchema = z.object({
  userAction: z.coerce.number().int(),
  nickName: z.string().catch(''),
  headPic: z.string().catch(''),
  msg: z.string().catch(''),
});
export type MiniLvb = Readonly<z.infer<typeof actionSchema>>;

export const miniLvbActions = { comment: 1, join: 2, leave: 3, like: 4, danmaku: 5 } as const;

/** Reads the convention's object; its `userId` is said by the sender, so it is not even looked at. */
export const readMiniLvb = (object: Readonly<Record<string, unknown>>): MiniLvb | undefined => {
  if (!('userAction' in object)) return undefined;
  const read = actionSchema.safeParse(object);
  return read.success ? read.data : undefined;
};
