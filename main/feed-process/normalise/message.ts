import type { FeedItem } from '../../contract/models/feed-item.ts';
import type { Convention } from '../../contract/models/room.ts';
import { cleanVerdict } from '../../contract/models/verdict.ts';
import type { SdkMessage } from '../sdk-message.ts';
import { customPayloadSchema, imagePayloadSchema, textPayloadSchema } from '../sdk-message.ts';
import { cleanText, httpsUrl } from './clean-text.ts';
import { faceWords, wordsOfSeveral } from './elements.ts';
import { jsonObject } from './json-object.ts';
import { type MiniLvb, miniLvbActions, readMiniLvb } from './mini-lvb.ts';
import { person } from './person.ts';
import { giftInSentence, readTuiGift, type TuiGift } from './tui-gift.ts';

/** What a message's head says, before its body is understood. */
export type Head = {
  readonly id: string;
  readonly at: number;
  readonly receivedAt: number;
  readonly own: boolean;
};

const SAMPLE_LENGTH = 2000;

const by = (message: SdkMessage, nick = '', avatar = '') =>
  person(message.from, message.nick || nick, message.avatar || avatar);

const stamp = ({ id, at, receivedAt }: Head) => ({ id, at, receivedAt });

const comment = (
  message: SdkMessage,
  head: Head,
  text: string,
  danmaku: boolean,
  lvb?: MiniLvb,
): FeedItem[] => {
  const shown = cleanText(text);
  if (shown === '') return [];
  return [
    {
      ...stamp(head),
      kind: 'comment',
      person: by(message, lvb?.nickName, lvb?.headPic),
      text: shown,
      danmaku,
      own: head.own,
      ...(message.sequence !== undefined && { seq: message.sequence }),
      verdict: cleanVerdict,
    },
  ];
};

const custom = (
  message: SdkMessage,
  head: Head,
  label: string,
  sample: string,
): Extract<FeedItem, { kind: 'custom' }>[] => [
  {
    ...stamp(head),
    kind: 'custom',
    person: by(message),
    label: cleanText(label).slice(0, 80),
    sample: cleanText(sample).slice(0, SAMPLE_LENGTH),
  },
];

const fromMiniLvb = (message: SdkMessage, head: Head, lvb: MiniLvb, raw: string): FeedItem[] => {
  const sender = by(message, lvb.nickName, lvb.headPic);
  switch (lvb.userAction) {
    case miniLvbActions.comment:
      return comment(message, head, lvb.msg, false, lvb);
    case miniLvbActions.danmaku:
      return comment(message, head, lvb.msg, true, lvb);
    case miniLvbActions.join:
      return [{ ...stamp(head), kind: 'join', people: [sender] }];
    case miniLvbActions.leave:
      return [{ ...stamp(head), kind: 'leave', people: [sender] }];
    case miniLvbActions.like:
      return [{ ...stamp(head), kind: 'like', person: sender, count: 1 }];
    default:
      return custom(message, head, `custom action ${lvb.userAction}`, raw);
  }
};

const fromTuiGift = (message: SdkMessage, head: Head, read: TuiGift): FeedItem[] => {
  if (read.type === 'like') {
    return [{ ...stamp(head), kind: 'like', person: by(message), count: read.count }];
  }
  const { giftId, giftCount, imageUrl } = read.gift;
  const sentence = giftInSentence(cleanText(read.gift.message));
  const name = cleanText(read.gift.giftName) || sentence.name || giftId;
  const image = httpsUrl(imageUrl);
  return [
    {
      ...stamp(head),
      kind: 'gift',
      person: by(message),
      giftId,
      name,
      count: Math.max(giftCount, sentence.count),
      ...(image && { imageUrl: image }),
    },
  ];
};

/** What a message became, and the convention that it was written in. */
export type Read = { readonly items: readonly FeedItem[]; readonly via: Convention };

const plain = (items: readonly FeedItem[]): Read => ({ items, via: 'plain' });

/** Reads JSON of a built-in convention out of a text or custom element; `undefined` where it is none. */
const fromConvention = (message: SdkMessage, head: Head, raw: string): Read | undefined => {
  const object = jsonObject(raw);
  if (object === undefined) return undefined;
  const lvb = readMiniLvb(object);
  if (lvb !== undefined) return { items: fromMiniLvb(message, head, lvb, raw), via: 'mini-lvb' };
  const tui = readTuiGift(object);
  return tui === undefined ? undefined : { items: fromTuiGift(message, head, tui), via: 'tui-gift' };
};

const fromCustomElement = (message: SdkMessage, head: Head): Read => {
  const payload = customPayloadSchema.safeParse(message.payload);
  if (!payload.success) return plain(custom(message, head, 'custom message', ''));
  const { data, description } = payload.data;
  const read = fromConvention(message, head, data);
  if (read !== undefined) return read;
  const businessId = jsonObject(data)?.businessID;
  const label = typeof businessId === 'string' ? businessId : description || 'custom message';
  return plain(custom(message, head, label, data));
};

const fromTextElement = (message: SdkMessage, head: Head): Read => {
  const payload = textPayloadSchema.safeParse(message.payload);
  if (!payload.success) return plain([]);
  const { text } = payload.data;
  return fromConvention(message, head, text) ?? plain(comment(message, head, text, false));
};

const fromSticker = (message: SdkMessage, head: Head): Read =>
  plain(comment(message, head, faceWords(message.payload), false));

const SMALL_IMAGE = 1;

const fromPicture = (message: SdkMessage, head: Head): Read => {
  const payload = imagePayloadSchema.safeParse(message.payload);
  const sizes = payload.success ? payload.data.imageInfoArray : [];
  const size = sizes.find(({ type }) => type === SMALL_IMAGE) ?? sizes[0];
  const imageUrl = size === undefined ? undefined : httpsUrl(size.url || size.imageUrl);
  const shown = custom(message, head, 'image', '');
  return plain(imageUrl === undefined ? shown : shown.map((item) => ({ ...item, imageUrl })));
};

/** Reads an ordinary message (not a tip, not a system notice): no feed item, or one. */
export const readMessage = (message: SdkMessage, head: Head): Read => {
  const words = wordsOfSeveral(message);
  if (words !== undefined) return plain(comment(message, head, words, false));
  if (message.type === 'TIMTextElem') return fromTextElement(message, head);
  if (message.type === 'TIMCustomElem') return fromCustomElement(message, head);
  if (message.type === 'TIMFaceElem') return fromSticker(message, head);
  if (message.type === 'TIMImageElem') return fromPicture(message, head);
  const label = message.type.replace(/^TIM(\w+)Elem$/, '$1').toLowerCase();
  return plain(custom(message, head, label || 'message', ''));
};
