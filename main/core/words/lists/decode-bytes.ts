import { appError } from '../../../contract/app-error.ts';
import { err, ok, type Result } from '../../../contract/result.ts';

/** Largest list that is read. */
export const MAX_LIST_BYTES = 5 * 1024 * 1024;

export type Decoded = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
};

type Encoding = Decoded['encoding'];

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const byMark = (bytes: Uint8Array): Encoding | undefined => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
};

/** UTF-16 without a mark gives itself away by its line ends or its ASCII: one byte of the two is zero. */
const byZeros = (bytes: Uint8Array): Encoding | undefined => {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0 || bytes.length % 2 !== 0) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

/** Lead bytes of the characters that people write most: GB 2312's first level, and Big5's. */
const COMMON = { gb18030: [0xb0, 0xd7], big5: [0xa4, 0xc6] } as const;

/** Bytes that are enough to tell the one from the other. */
const HABIT_SAMPLE = 200_000;

/** Share of the double-byte characters that are among the common ones, read as the one encoding or the other. */
const commonShare = (bytes: Uint8Array, encoding: keyof typeof COMMON): number => {
  const [first, last] = COMMON[encoding];
  let pairs = 0;
  let common = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[index + 1] ?? 0;
    pairs += 1;
    if (lead >= first && lead <= last && (encoding === 'big5' || trail >= 0xa1)) common += 1;
    index += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
};

/** GBK and Big5 overlap and have no mark; text of the one looks like rare characters in the other. */
const byHabit = (bytes: Uint8Array): readonly Encoding[] =>
  commonShare(bytes, 'big5') > commonShare(bytes, 'gb18030') ? ['big5', 'gb18030'] : ['gb18030', 'big5'];

/** The likeliest first; the habits of a long file are looked at only where it is not UTF-8. */
function* candidatesFor(bytes: Uint8Array): Generator<Encoding> {
  const known = byMark(bytes) ?? byZeros(bytes);
  if (known !== undefined) {
    yield known;
    return;
  }
  yield 'utf-8';
  yield* byHabit(bytes.subarray(0, HABIT_SAMPLE));
}

const decodeAs = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (problem) {
    // The decoder's way to say that the bytes are not of this encoding.
    if (problem instanceof TypeError) return undefined;
    throw problem;
  }
};

const unreadable = err(
  appError(
    'invalid-input',
    { en: 'The file is not text that can be read.', 'zh-CN': '无法读懂这个文件，它不是文本。' },
    {
      remedy: {
        en: 'Save the list as UTF-8 text and import it again.',
        'zh-CN': '请把词表另存为 UTF-8 文本后再导入。',
      },
    },
  ),
);

/** Turns the bytes of a list into text: UTF-8, UTF-16, GBK/GB 18030 or Big5, with or without a byte-order mark. */
export const decodeBytes = (bytes: Uint8Array): Result<Decoded> => {
  if (bytes.length > MAX_LIST_BYTES)
    return err(
      appError(
        'invalid-input',
        { en: 'The list is larger than 5 MB.', 'zh-CN': '词表超过 5 MB。' },
        { remedy: { en: 'Split it into several files.', 'zh-CN': '请拆成几个文件。' } },
      ),
    );
  for (const encoding of candidatesFor(bytes)) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined && !text.includes('\0')) return ok({ text, encoding });
  }
  return unreadable;
};
