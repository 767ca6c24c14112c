/** Power of two, so that an index splits by shifting. */
const BITS = 8;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;

/**
 * An immutable list that is cheap to append to and to trim at the front: a change copies one chunk and the spine, so a
 * reader may keep an old version for as long as it likes. Every chunk is full but the last.
 */
export type ChunkedList<T> = {
  readonly chunks: readonly (readonly T[])[];
  /** How many places at the front of the first chunk are no longer part of the list. */
  readonly head: number;
  readonly length: number;
};

export const emptyList: ChunkedList<never> = { chunks: [], head: 0, length: 0 };

export const itemAt = <T>(list: ChunkedList<T>, index: number): T | undefined => {
  if (index < 0 || index >= list.length) return undefined;
  const place = list.head + index;
  return list.chunks[place >> BITS]?.[place & MASK];
};

/** Keeps the first `from` items and puts `items` after them. */
export const replaceFrom = <T>(list: ChunkedList<T>, from: number, items: readonly T[]): ChunkedList<T> => {
  const keep = Math.max(0, Math.min(from, list.length));
  if (keep === list.length && items.length === 0) return list;
  const place = list.head + keep;
  const whole = place >> BITS;
  const chunks = list.chunks.slice(0, whole);
  const tail = [...(list.chunks[whole]?.slice(0, place & MASK) ?? [])];
  let filling = tail;
  for (const item of items) {
    if (filling.length === CHUNK) {
      chunks.push(filling);
      filling = [];
    }
    filling.push(item);
  }
  if (filling.length > 0) chunks.push(filling);
  return { chunks, head: list.head, length: keep + items.length };
};

/** The list without its first `count` items. */
export const dropFirst = <T>(list: ChunkedList<T>, count: number): ChunkedList<T> => {
  if (count <= 0) return list;
  if (count >= list.length) return emptyList;
  const place = list.head + count;
  return { chunks: list.chunks.slice(place >> BITS), head: place & MASK, length: list.length - count };
};

/** Items `from` up to, but not including, `to`. */
export const sliceList = <T>(list: ChunkedList<T>, from: number, to: number = list.length): T[] => {
  const start = Math.max(0, from);
  const end = Math.min(to, list.length);
  const out: T[] = [];
  let index = start;
  while (index < end) {
    const place = list.head + index;
    const chunk = list.chunks[place >> BITS] ?? [];
    const take = Math.min(chunk.length - (place & MASK), end - index);
    if (take <= 0) break;
    for (let offset = 0; offset < take; offset += 1) {
      const item = chunk[(place & MASK) + offset];
      if (item !== undefined) out.push(item);
    }
    index += take;
  }
  return out;
};

/** Puts older items in front. Copies the list; it happens when somebody pages back. */
export const prepend = <T>(list: ChunkedList<T>, items: readonly T[]): ChunkedList<T> =>
  items.length === 0 ? list : replaceFrom(emptyList, 0, [...items, ...sliceList(list, 0)]);
