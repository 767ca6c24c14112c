import { z } from 'zod';
import { jsonObject } from './json-object.ts';

const count = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** TUIGift / TUILiveKit custom messages (message-conventions 3). `extInfo` and `sender` are the sender's own words. */
const giftDataSchema = z.object({
  giftId: z.coerce.string().catch(''),
  message: z.string().catch(''),
  giftName: z.string().catch(''),
  imageUrl: z.string().catch(''),
  giftCount: count,
});
export type TuiGift =
  | { readonly type: 'gift'; readonly gift: Readonly<z.infer<typeof giftDataSchema>> }
  | { readonly type: 'like'; readonly count: number };

/** `data` is an object in some versions and JSON in a string in others. */
const innerData = (data: unknown): Readonly<Record<string, unknown>> =>
  (typeof data === 'string' ? jsonObject(data) : (data as Record<string, unknown> | null | undefined)) ?? {};

export const readTuiGift = (object: Readonly<Record<string, unknown>>): TuiGift | undefined => {
  if (object.businessID === 'TUIGift') {
    const gift = giftDataSchema.safeParse(innerData(object.data));
    return gift.success ? { type: 'gift', gift: gift.data } : undefined;
  }
  if (object.businessID === 'TUIGift_like') {
    const data = innerData(object.data);
    return { type: 'like', count: count.parse(data.likeCount ?? data.count ?? 1) };
  }
  return undefined;
};

const sentBy = /^(?:送出了?|送了|sent(?: an?)?(?= ))\s*/iu;
const times = /\s+[x×]\s?(\d{1,6})$/iu;

/** The gift that a sentence of its sender names (“送出了小心心 x1”): the feed says by itself who sent how many. */
export const giftInSentence = (sentence: string): { readonly name: string; readonly count: number } => {
  const said = Number(times.exec(sentence)?.[1] ?? 1);
  const name = sentence.replace(times, '').replace(sentBy, '').trim();
  return { name: name === '' ? sentence : name, count: Math.max(1, said) };
};
