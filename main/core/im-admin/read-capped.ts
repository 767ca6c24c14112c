import { type Trouble, trouble } from './trouble.ts';

/** The service answers at most 1 MB (10018); four times that is not an answer of it. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** The body as text, or what is wrong with it. Stops reading at the limit. */
export const readCapped = async (response: Response, limit = MAX_ANSWER_BYTES): Promise<string | Trouble> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (response.body === null) return '';
  if (announced > limit) {
    await response.body.cancel();
    return trouble('too-large');
  }
  let text = '';
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return trouble('too-large');
    }
    const decoded = decodeWith(decoder, part.value);
    if (decoded === undefined) {
      await reader.cancel();
      return trouble('not-json');
    }
    text += decoded;
  }
  return decodeWith(decoder) === undefined ? trouble('cut') : text;
};

/** Undefined where the bytes are not UTF-8. */
const decodeWith = (decoder: TextDecoder, bytes?: Uint8Array): string | undefined => {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
};
