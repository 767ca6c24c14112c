const LINE_FEED = 0x0a;
/** A comment is 12 kB at most (tencent-im A6); an event with one is far below this. */
const LONGEST_LINE = 1_000_000;

/** What stands for a line that is not UTF-8, not ended, or endless: no JSON, so no check takes it for sound. */
const UNREADABLE = '';

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return UNREADABLE;
    throw error;
  }
};

/**
 * Lines ended by a line feed and nothing else, as exact text: readers made for people also split at other signs and
 * forgive bytes that are no UTF-8, which would hide changes.
 */
export const strictLines = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED, start)) {
      yield decode(rest.subarray(start, end));
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > LONGEST_LINE) return yield UNREADABLE;
  }
  if (rest.length > 0) yield UNREADABLE;
};
