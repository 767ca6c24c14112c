import { z } from 'zod';

/** A whole message is at most 12 KB (tencent-im D; older pages say 8 KB, and the service then answers 80002). */
export const MAX_MESSAGE_BYTES = 12 * 1024;

/** What a message is made of (tencent-im A6), as far as this console sends it. */
export const elementSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1) }),
  z.object({ type: z.literal('face'), index: z.number().int().min(0), data: z.string().default('') }),
  z.object({
    type: z.literal('custom'),
    data: z.string(),
    desc: z.string().default(''),
    ext: z.string().default(''),
    sound: z.string().default(''),
  }),
]);
export type MessageElement = z.input<typeof elementSchema>;

export const elementsSchema = z
  .array(elementSchema)
  .min(1)
  .refine((all) => all.filter(({ type }) => type === 'custom').length <= 1, 'one custom element at most');

const wireElement = (element: z.output<typeof elementSchema>) => {
  if (element.type === 'text') return { MsgType: 'TIMTextElem', MsgContent: { Text: element.text } };
  if (element.type === 'face')
    return { MsgType: 'TIMFaceElem', MsgContent: { Index: element.index, Data: element.data } };
  const { data: Data, desc: Desc, ext: Ext, sound: Sound } = element;
  return { MsgType: 'TIMCustomElem', MsgContent: { Data, Desc, Ext, Sound } };
};

export const wireElements = (elements: z.output<typeof elementsSchema>) => elements.map(wireElement);

/** Whether the body and the custom data together stay within the limit of a message. */
export const fitsMessage = (elements: z.output<typeof elementsSchema>, cloudCustomData = ''): boolean =>
  Buffer.byteLength(JSON.stringify(wireElements(elements))) + Buffer.byteLength(cloudCustomData) <=
  MAX_MESSAGE_BYTES;
