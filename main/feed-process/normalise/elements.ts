import { z } from 'zod';
import { facePayloadSchema, type SdkMessage, textPayloadSchema } from '../sdk-message.ts';
import { jsonObject } from './json-object.ts';
import { readMiniLvb } from './mini-lvb.ts';

/** An element as the SDK keeps it; `payload` of the message is the first one's content (sdk-wire 7.2). */
const elementSchema = z.object({ type: z.string(), content: z.unknown() });

/** What stands for a sticker in a comment. */
export const faceWords = (payload: unknown): string => {
  const face = facePayloadSchema.safeParse(payload);
  return `[${face.success ? face.data.data || face.data.index : 'sticker'}]`;
};

const textWords = (content: unknown): string => {
  const payload = textPayloadSchema.safeParse(content);
  if (!payload.success) return '';
  const { text } = payload.data;
  const object = jsonObject(text);
  return (object && readMiniLvb(object)?.msg) ?? text;
};

/**
 * The words of a message that has several elements, in their order and without a seam, as viewers' apps draw them.
 * `undefined` where it has only one, or where nothing is said beside its first: that one then stands for all.
 */
export const wordsOfSeveral = (message: SdkMessage): string | undefined => {
  const all = message._elements;
  if (!Array.isArray(all) || all.length < 2) return undefined;
  let words = '';
  let says = message.type === 'TIMFaceElem';
  for (const raw of all) {
    const element = elementSchema.safeParse(raw);
    if (!element.success) continue;
    const { type, content } = element.data;
    if (type === 'TIMFaceElem') words += faceWords(content);
    if (type !== 'TIMTextElem') continue;
    const said = textWords(content);
    words += said;
    says ||= said.trim() !== '';
  }
  return says ? words : undefined;
};
